/** References to nothing. */
import { adviceFor, quoted } from '../../kit/door.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'
import { idsOf, type Reference } from './reference.ts'
import { ofJudgements, ofMonitoring } from './references-of-monitoring.ts'

type Cells = Readonly<Record<string, unknown>>

const cells = (path: readonly PropertyKey[], by: Cells, { rating }: Documents): readonly Reference[] =>
  Object.keys(by).map((id) => ({
    document: 'rating',
    path: [...path, id],
    what: 'band',
    id,
    known: idsOf(rating.bands),
  }))

const looksAt = (
  criterion: Documents['rating']['criteria'][number],
  path: readonly PropertyKey[],
  { rating }: Documents,
): readonly Reference[] => {
  if (criterion.kind === 'rating') {
    const known = idsOf(rating.schemes)
    return [{ document: 'rating', path: [...path, 'scheme'], what: 'scheme', id: criterion.scheme, known }]
  }
  if (!('window' in criterion)) return []
  const known = idsOf(rating.windows)
  return [{ document: 'rating', path: [...path, 'window'], what: 'window', id: criterion.window, known }]
}

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
    return [
      ...types,
      ...looksAt(criterion, path, documents),
      ...cells([...path, 'tolerances'], criterion.tolerances, documents),
    ]
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

/** Returns a complaint for every id that names something which is not there. */
export const checkReferences = (documents: Documents): readonly PackComplaint[] =>
  [ofCriteria, ofOverall, ofMonitoring, ofJudgements]
    .flatMap((references) => references(documents))
    .filter(({ id, known }) => !known.includes(id))
    .map(({ document, path, what, id, known }) =>
      about(document)(path, `There is no ${what} ${quoted(id)}.`, adviceFor(id, known)),
    )
