/** Whether every contract finds its row of activities, every row has contracts, and every choice someone to make it. */
import { quoted } from '../../kit/door.ts'
import { type Contracted, providerTypeOf } from '../provider-type.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('monitoring')

const flags = [true, false] as const

const everyContract = ({ pack }: Documents): readonly Contracted[] =>
  pack.serviceTypes.flatMap(({ id: serviceType }) =>
    flags.flatMap((grantFunded) =>
      flags.map((cqcRegistered) => ({ serviceType, grantFunded, cqcRegistered })),
    ),
  )

const inWords = ({ serviceType, grantFunded, cqcRegistered }: Contracted): string =>
  `${quoted(serviceType)}, ${grantFunded ? '' : 'not '}grant funded and ${cqcRegistered ? '' : 'not '}registered with CQC`

const rows = (documents: Documents): readonly PackComplaint[] => {
  const { providerTypes } = documents.monitoring
  if (providerTypes === undefined) return []
  const found = everyContract(documents).map((contract) => ({
    contract,
    type: providerTypeOf(providerTypes, contract),
  }))
  const homeless = found.find(({ type }) => type === null)
  const gap = homeless && [
    complain(
      ['providerTypes'],
      `No type of provider holds a contract of the type ${inWords(homeless.contract)}.`,
      'End the list with a type that holds all others.',
    ),
  ]
  const empty = providerTypes.flatMap(({ id, name }, index) =>
    found.some(({ type }) => type === id)
      ? []
      : [
          complain(
            ['providerTypes', index],
            `No contract is ever of the type ${name}: those above it take them all.`,
            'Move it up, or change its conditions.',
          ),
        ],
  )
  return [...(gap ?? []), ...empty]
}

const choices = ({ monitoring: { activities, choice } }: Documents): readonly PackComplaint[] =>
  choice !== undefined
    ? []
    : activities.flatMap(({ byBand }, index) =>
        Object.entries(byBand)
          .filter(([, { oneOf }]) => oneOf !== undefined)
          .map(([id]) =>
            complain(
              ['activities', index, 'byBand', id, 'oneOf'],
              'Nobody is named who chooses.',
              'Add choice to this file: by (a role) and text.',
            ),
          ),
      )

/** Returns everything that is wrong with the plan of activities in itself. */
export const checkMonitoring = (documents: Documents): readonly PackComplaint[] => [
  ...rows(documents),
  ...choices(documents),
]
