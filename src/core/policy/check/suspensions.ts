/** Suspensions: an id names one kind or one reason, so that what was recorded can always be read. */
import { quoted } from '../../kit/door.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('suspensions')

const lists = ['kinds', 'reasons', 'liftReasons'] as const

/** Returns a complaint for every id that stands twice in one list. */
export const checkSuspensions = ({ suspensions }: Documents): readonly PackComplaint[] =>
  lists.flatMap((list) => {
    const ids = (suspensions?.[list] ?? []).map(({ id }) => id)
    return ids.flatMap((id, index) =>
      ids.indexOf(id) === index
        ? []
        : [complain([list, index, 'id'], `${quoted(id)} stands twice.`, 'Give one of them another id.')],
    )
  })
