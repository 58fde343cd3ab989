import type { Day } from '../kit/days.ts'
import { fault } from '../kit/problems.ts'
import { dayInWords } from '../kit/words.ts'

type Version = { readonly inForceFrom: Day }

/**
 * Returns the version of a policy that is in force on a day: the one that came into force last by then. Of two
 * of the same day, the later in the list (the one stored later).
 * Throws `no-policy-in-force` where none is: a day without a policy is an error, never a silent none.
 */
export const inForceOn = <Each extends Version>(
  versions: readonly Each[],
  day: Day,
  authority: string,
): Each => {
  const version = versions
    .filter(({ inForceFrom }) => inForceFrom <= day)
    .reduce<Each | null>(
      (last, next) => (last === null || next.inForceFrom >= last.inForceFrom ? next : last),
      null,
    )
  if (version === null) throw fault('no-policy-in-force', { authority, day: dayInWords(day) })
  return version
}
