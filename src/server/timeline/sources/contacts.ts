import { endOf } from '../../../core/kit/days.ts'
import { contactKinds } from '../../../core/monitoring/contact-form.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Source } from '../source.ts'

const isKind = (text: string): text is keyof typeof contactKinds => Object.hasOwn(contactKinds, text)

/** Calls, emails and visits outside the plan. What is written down of one never changes, only whether it was followed up. */
export const contacts: Source = {
  name: 'calls and emails',
  permission: 'plan.see',
  happened: async ({ service, through, asAt, limit }) => {
    const rows = await db()
      .selectFrom('contact_now')
      .where('service_id', '=', service.id)
      .where('on_day', '<=', through)
      .$if(asAt !== null, (query) => query.where('recorded_at', '<', endOf(asAt ?? through)))
      .select(['kind', 'on_day', 'with_whom', 'note'])
      .orderBy('on_day', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(({ kind, on_day, with_whom, note }) => ({
      day: on_day,
      title: `${isKind(kind) ? contactKinds[kind] : kind}${with_whom === null ? '' : ` with ${with_whom}`}`,
      text: note,
      href: `/services/${service.id}/plan#contacts`,
    }))
  },
}
