/** References to nothing. */
import { adviceFor, quoted } from '../../kit/door.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

type Reference = {
  readonly document: keyof Documents
  readonly path: readonly PropertyKey[]
  readonly what: string
  readonly id: string
  readonly known: readonly string[]
}

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id)

type Cells = Readonly<Record<string, unknown>>

const cells = (path: readonly PropertyKey[], by: Cells, { rating }: Documents): readonly Reference[] =>
  Object.keys(by).map((id) => ({
    document: 'rating',
    path: [...path, id],
    what: 'band',
    id,
    known: idsOf(rating.bands),
  }))

const ofCriteria = (documents: Documents): readonly Reference[] => {
  const { pack, rating } = documents
  return rating.criteria.flatMap((criterion, index): readonly Reference[] => {
    const path = ['criteria', index]
    const { serviceTypes } = criterion.appliesTo
    const types = (serviceTypes === 'all' ? [] : serviceTypes).map(
      (id, at): Reference => ({
        document: 'rating',
        path: [...path, 'appliesTo', 'serviceTypes', at],
        what: 'service type',
        id,
        known: idsOf(pack.serviceTypes),
      }),
    )
    const looks: Reference =
      criterion.kind === 'rating'
        ? {
            document: 'rating',
            path: [...path, 'scheme'],
            what: 'scheme',
            id: criterion.scheme,
            known: idsOf(rating.schemes),
          }
        : {
            document: 'rating',
            path: [...path, 'window'],
            what: 'window',
            id: criterion.window,
            known: idsOf(rating.windows),
          }
    return [...types, looks, ...cells([...path, 'tolerances'], criterion.tolerances, documents)]
  })
}

const ofOverall = (documents: Documents): readonly Reference[] => {
  const { overall } = documents.rating
  if (overall.kind === 'worst') return []
  if (overall.kind === 'at-least-n') return cells(['overall', 'needs'], overall.needs, documents)
  return [
    ...cells(['overall', 'points'], overall.points, documents),
    ...cells(['overall', 'tolerances'], overall.tolerances, documents),
  ]
}

const ofMonitoring = ({ monitoring, pack, rating }: Documents): readonly Reference[] => {
  const roles = idsOf(pack.roles)
  const activities = monitoring.activities.flatMap(({ byBand, forms }, index) =>
    Object.entries(byBand).flatMap(([id, { oneOf = [] }]): readonly Reference[] => {
      const path = ['activities', index, 'byBand', id]
      const chosen = oneOf.map(
        (form, at): Reference => ({
          document: 'monitoring',
          path: [...path, 'oneOf', at],
          what: 'form of this activity',
          id: form,
          known: idsOf(forms),
        }),
      )
      return [{ document: 'monitoring', path, what: 'band', id, known: idsOf(rating.bands) }, ...chosen]
    }),
  )
  const meetings = monitoring.meetings.flatMap(({ attends }, index) =>
    attends.map(
      (id, at): Reference => ({
        document: 'monitoring',
        path: ['meetings', index, 'attends', at],
        what: 'role',
        id,
        known: roles,
      }),
    ),
  )
  const chooser: Reference = {
    document: 'monitoring',
    path: ['choice', 'by'],
    what: 'role',
    id: monitoring.choice.by,
    known: roles,
  }
  return [...activities, ...meetings, chooser]
}

/** Returns a complaint for every id that names something which is not there. */
export const checkReferences = (documents: Documents): readonly PackComplaint[] =>
  [ofCriteria, ofOverall, ofMonitoring]
    .flatMap((references) => references(documents))
    .filter(({ id, known }) => !known.includes(id))
    .map(({ document, path, what, id, known }) =>
      about(document)(path, `There is no ${what} ${quoted(id)}.`, adviceFor(id, known)),
    )
