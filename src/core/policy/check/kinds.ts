/** Every kind of intelligence is either scored or shown, so that none is lost in silence. */
import { type IntelligenceKind, intelligenceKinds } from '../../intelligence/kinds.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('rating')

const scored = ({ rating }: Documents): readonly IntelligenceKind[] =>
  rating.criteria.flatMap((criterion) => {
    if (criterion.kind === 'points') return criterion.points.map(({ kind }) => kind)
    return 'counts' in criterion ? criterion.counts.kinds : []
  })

const neverProgresses = ({ rating }: Documents): readonly PackComplaint[] =>
  rating.criteria.flatMap((criterion, index) => {
    if (criterion.kind !== 'proportion' || criterion.counts.kinds.includes('section-42')) return []
    const path = ['criteria', index]
    const says = 'Only section 42 enquiries progress, and this counts none.'
    return [
      ...(criterion.met.progressed
        ? [complain([...path, 'met', 'progressed'], says, 'Write progressed: false.')]
        : []),
      ...(criterion.among === undefined
        ? []
        : [complain([...path, 'among'], says, 'Take the key among out.')]),
    ]
  })

/** Returns a complaint for every kind that the policy forgets, and for every case that could never count. */
export const checkKinds = (documents: Documents): readonly PackComplaint[] => {
  const counted = scored(documents)
  const shown = documents.rating.shownNotScored.map(({ kind }) => kind)
  const forgotten = intelligenceKinds
    .filter((kind) => !counted.includes(kind) && !shown.includes(kind))
    .map((kind) =>
      complain(
        ['shownNotScored'],
        `Nothing says what becomes of ${kind}.`,
        'Count it in a criterion or list it here.',
      ),
    )
  const both = shown.flatMap((kind, index) =>
    counted.includes(kind)
      ? [
          complain(
            ['shownNotScored', index],
            `${kind} is counted by a criterion.`,
            'Take it out of this list.',
          ),
        ]
      : [],
  )
  return [...forgotten, ...both, ...neverProgresses(documents)]
}
