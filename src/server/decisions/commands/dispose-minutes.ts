import { type RawBuilder, sql } from 'kysely'
import { councilZone, type Day } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'

type Row = { readonly id: string; readonly closed: Day; readonly title: string }

const closes = sql`(session.closed_at at time zone ${sql.lit(councilZone)})::date`

/** Minutes may speak of any service that was on the list: where one of them is held, they stay. */
const free = (held: readonly string[]): RawBuilder<unknown> => sql`not exists (
  select from jsonb_array_elements(document.content -> 'rows') line where line ->> 'service' = any(${[...held]}::text[]))`

/** Whether there is something in the document that goes with the minutes. */
const hasTexts = sql`(num_nonnulls(session.reason, document.content ->> 'minutes', document.content ->> 'others') > 0
  or document.content -> 'attendance' <> '[]')`

/** What was chosen at a session and never took effect has no decision with which it would go. */
const eraseUndecided = (authority: string, ids: readonly string[]): Promise<unknown> =>
  sql`update rating_choice choice set note = null
    where choice.authority_id = ${authority} and choice.session_id = any(${[...ids]}::uuid[])
      and not exists (select from rating_decision decision where decision.authority_id = choice.authority_id
        and decision.session_id = choice.session_id and decision.service_id = choice.service_id
        and decision.recorded_at >= choice.recorded_at)`.execute(db())

/** Minutes of meetings on ratings, and who was there. Their digest stays that of before. */
export const minutesDisposable: Disposable = {
  kind: 'decision-minutes',
  closed: async ({ authority, until, heldServices }) => {
    const { rows } = await sql<Row>`
      select session.id, ${closes} as closed, document.title
      from decision_session session join decision_document document
        on document.authority_id = session.authority_id and document.session_id = session.id
      where session.authority_id = ${authority} and ${closes} <= ${until} and ${free(heldServices)}
        and (${hasTexts} or exists (select from rating_choice choice where choice.authority_id = session.authority_id
          and choice.session_id = session.id and choice.note is not null
          and not exists (select from rating_decision decision where decision.authority_id = choice.authority_id
            and decision.session_id = choice.session_id and decision.service_id = choice.service_id
            and decision.recorded_at >= choice.recorded_at)))
      order by closed, session.id`.execute(db())
    return rows.map(({ id, closed, title }) => ({
      id,
      closedOn: closed,
      service: null,
      label: title,
      records: 1,
    }))
  },
  erase: async ({ authority, ids }) => {
    await eraseUndecided(authority, ids)
    await sql`update decision_document
      set content = content || '{"disposed": true, "reason": null, "minutes": null, "others": null, "attendance": []}'
      where authority_id = ${authority} and session_id = any(${[...ids]}::uuid[])`.execute(db())
    const { rows } = await sql`update decision_session set reason = null, draft = null
      where authority_id = ${authority} and id = any(${[...ids]}::uuid[]) returning id`.execute(db())
    return rows.length
  },
}
