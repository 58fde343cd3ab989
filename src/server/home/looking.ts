import { whoseFor } from '../../core/alerts/whose.ts'
import { dayOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import { now } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import type { Looking } from './queries/alert-conditions.ts'

/** Returns who looks at alerts, and when. */
export const lookingOf = ({ signed }: Asked): Looking => {
  if (signed === null) throw fault('not-signed-in')
  return {
    person: signed.person.id,
    authority: signed.authority.id,
    whose: whoseFor(signed.roles),
    now: now(),
    today: dayOf(now()),
  }
}
