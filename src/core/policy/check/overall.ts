/** Bands that the overall, or the whole policy, can never give. */
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('rating')

const inNoRow = ({ rating }: Documents): readonly PackComplaint[] =>
  rating.bands.flatMap(({ id, name }, index) =>
    rating.criteria.some(({ tolerances }) => id in tolerances)
      ? []
      : [
          complain(
            ['bands', index],
            `No criterion can give ${name}.`,
            'Add it to the rows, or take the band out.',
          ),
        ],
  )

const atLeast = ({ rating }: Documents): readonly PackComplaint[] => {
  const { overall, bands, criteria } = rating
  if (overall.kind !== 'at-least-n') return []
  return bands.flatMap(({ id, name }, index) => {
    const isBest = index === bands.length - 1
    const number = overall.needs[id] ?? 0
    if (!isBest && number === 0)
      return [
        complain(
          ['overall', 'needs'],
          `${name} needs no criterion, so nothing better than ${name} can be reached.`,
          `Say how many criteria ${name} needs: 1 or more.`,
        ),
      ]
    if (isBest && number > 0)
      return [
        complain(['overall', 'needs', id], `${name} is what is left, so it needs none.`, 'Take it out.'),
      ]
    if (number <= criteria.length) return []
    return [
      complain(
        ['overall', 'needs', id],
        `${name} needs ${number} criteria, and there are ${criteria.length}.`,
        'Ask for fewer.',
      ),
    ]
  })
}

/** Returns a complaint for each band that no service could ever get, and for a least number that none could reach. */
export const checkOverall = (documents: Documents): readonly PackComplaint[] => [
  ...inNoRow(documents),
  ...atLeast(documents),
]
