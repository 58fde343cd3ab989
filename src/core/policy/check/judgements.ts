/** Ratings that people give: what is recorded of one, a number or the id of a reason, must have one meaning. */
import { quoted } from '../../kit/door.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('judgements')

type Levels = NonNullable<Documents['judgements']>['judgements'][number]['levels']

const numbers = (levels: Levels, path: readonly PropertyKey[]): readonly PackComplaint[] =>
  levels.flatMap(({ number }, index) =>
    levels.findIndex((level) => level.number === number) === index
      ? []
      : [
          complain(
            [...path, index, 'number'],
            `${number} is the number of two levels.`,
            'Give each level its own number.',
          ),
        ],
  )

const reasons = (levels: Levels, path: readonly PropertyKey[]): readonly PackComplaint[] => {
  const all = levels.flatMap((level, index) =>
    level.reasons.map(({ id }, at) => ({ id, place: [...path, index, 'reasons', at, 'id'] })),
  )
  return all.flatMap(({ id, place }, index) =>
    all.findIndex((reason) => reason.id === id) === index
      ? []
      : [complain(place, `${quoted(id)} is here twice.`, 'Give one of the two reasons another id.')],
  )
}

/** Returns a complaint for every number and every id of a reason that a judgement uses twice. */
export const checkJudgements = ({ judgements }: Documents): readonly PackComplaint[] =>
  (judgements?.judgements ?? []).flatMap(({ levels }, index) => {
    const path = ['judgements', index, 'levels']
    return [...numbers(levels, path), ...reasons(levels, path)]
  })
