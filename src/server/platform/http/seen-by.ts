import { dayOf } from '../../../core/kit/days.ts'
import type { RecordKind } from '../../../core/sharing/fields.ts'
import { nobodyAsks, type Whose } from '../../../core/sharing/relation.ts'
import { type Moments, type Visible, visible } from '../../../core/sharing/visible.ts'
import { now } from '../database/unit-of-work.ts'
import type { Asked } from './asked.ts'

/** Returns what of a record the person who asks may see. Every page that shows a case takes its records through here. */
export const seenBy = <Kind extends RecordKind, Whole extends object>(
  asked: Asked,
  kind: Kind,
  record: Whole,
  whose: Whose,
  moments: Moments = {},
): Visible<Kind, Whole> => {
  const { signed } = asked
  const asker =
    signed === null ? nobodyAsks : { ...signed, authorities: signed.authorities.map(({ id }) => id) }
  return visible(kind, record, { asker, whose, moments, today: dayOf(now()) })
}
