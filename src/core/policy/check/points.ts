/** Points of cells and bands: whether they can be added at all, and whether worse is never fewer. */
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('rating')

type Rating = Documents['rating']
type Row = Rating['criteria'][number]
type ByPoints = Extract<Rating['overall'], { kind: 'points' }>

const withoutPurpose = ({ rating }: Documents): readonly PackComplaint[] =>
  rating.overall.kind === 'points'
    ? []
    : rating.criteria.flatMap(({ tolerances }, index) =>
        Object.entries(tolerances)
          .filter(([, { points }]) => points !== undefined)
          .map(([id]) =>
            complain(
              ['criteria', index, 'tolerances', id, 'points'],
              'Nothing adds these points.',
              'Take them out, or make the overall of the kind points.',
            ),
          ),
      )

// In the order of the bands, worst first: only bands that the row has.
const pointsOf = (row: Row, bands: Rating['bands'], overall: ByPoints) =>
  bands.flatMap(({ id, name }) => {
    const cell = row.tolerances[id]
    return cell === undefined ? [] : [{ id, name, points: cell.points ?? overall.points[id] ?? 0 }]
  })

const upsideDown = ({ bands, criteria }: Rating, overall: ByPoints): readonly PackComplaint[] =>
  criteria.flatMap((row, index) => {
    const cells = pointsOf(row, bands, overall)
    return cells.flatMap(({ id, name, points }, at) => {
      const worse = cells[at - 1]
      if (worse === undefined || worse.points >= points) return []
      return [
        complain(
          ['criteria', index, 'tolerances', id],
          `${name} gives ${points} points, and ${worse.name}, which is worse, gives ${worse.points}.`,
          'Give the worse band as many points or more.',
        ),
      ]
    })
  })

const outOfReach = ({ bands, criteria }: Rating, overall: ByPoints): readonly PackComplaint[] => {
  const most = criteria
    .map((row) => Math.max(0, ...pointsOf(row, bands, overall).map(({ points }) => points)))
    .reduce((sum, points) => sum + points, 0)
  return bands.flatMap(({ id, name }) => {
    const cell = overall.tolerances[id]
    const least = cell?.from ?? cell?.over
    if (least === undefined || least.numerator <= most * least.denominator) return []
    return [
      complain(
        ['overall', 'tolerances', id],
        `${name} begins at ${least.text} points, and there are at most ${most}.`,
        'Lower it, or give more points.',
      ),
    ]
  })
}

/** Returns a complaint for points that nothing adds, that reward the worse, or that never reach a band. */
export const checkPoints = (documents: Documents): readonly PackComplaint[] => {
  const { rating } = documents
  if (rating.overall.kind !== 'points') return withoutPurpose(documents)
  return [...upsideDown(rating, rating.overall), ...outOfReach(rating, rating.overall)]
}
