import { sql } from 'kysely'
import { councilZone, type Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'
import { minutesDisposable } from './dispose-minutes.ts'

type Row = {
  readonly id: string
  readonly closed: Day
  readonly on: Day
  readonly service: string
  readonly name: string
}

const closes = sql`coalesce((decision.superseded_at at time zone ${sql.lit(councilZone)})::date, service.ended_on)`

/** What was chosen for the service of a decision, at its session, until it was decided. */
const choicesOf = sql`choice.authority_id = decision.authority_id and choice.session_id = decision.session_id
  and choice.service_id = decision.service_id and choice.recorded_at <= decision.recorded_at`

const sentBack = sql`confirmation.authority_id = decision.authority_id and confirmation.decision_id = decision.id
  and confirmation.outcome = 'sent-back'`

/** Takes the texts of decisions out of the documents that tell of them. Their digest stays that of before. */
const eraseInDocuments = (authority: string, ids: readonly string[]): Promise<unknown> =>
  sql`with told as (
      select decision.session_id, decision.service_id::text as service, decision.note as text
      from rating_decision decision where authority_id = ${authority} and id = any(${[...ids]}::uuid[])
      union all
      select confirmation.session_id, decision.service_id::text, said.text
      from rating_decision decision join decision_confirmation confirmation
          on confirmation.authority_id = decision.authority_id and confirmation.decision_id = decision.id
        cross join lateral (values (decision.note), (confirmation.reason)) said (text)
      where decision.authority_id = ${authority} and decision.id = any(${[...ids]}::uuid[])
    ), lines as (
      select document.id, place, line, exists (select from told where told.session_id = document.session_id
        and told.service = line ->> 'service' and told.text in (line ->> 'note', line ->> 'because')) as found
      from decision_document document
        cross join lateral jsonb_array_elements(document.content -> 'rows') with ordinality as each (line, place)
      where document.authority_id = ${authority} and document.session_id in (select session_id from told)
    ), redone as (
      select id, jsonb_agg(case when found then line || '{"note": null, "because": null}' else line end order by place)
        as rows
      from lines group by id having bool_or(found)
    )
    update decision_document document
    set content = document.content || '{"disposed": true}' || jsonb_build_object('rows', redone.rows)
    from redone where redone.id = document.id`.execute(db())

/** Why people decided as they did. Which band, when and who decided stay as long as the service's record. */
export const disposables: readonly Disposable[] = [
  {
    kind: 'decisions',
    closed: async ({ authority, until }) => {
      const { rows } = await sql<Row>`
        select decision.id, ${closes} as closed, decision.decided_on as on, service.id as service, service.name
        from rating_decision decision join service_now service on service.id = decision.service_id
        where decision.authority_id = ${authority} and ${closes} <= ${until} and (decision.note is not null
          or exists (select from rating_choice choice where ${choicesOf} and choice.note is not null)
          or exists (select from decision_confirmation confirmation
            where ${sentBack} and confirmation.reason <> 'disposed of'))
        order by closed, decision.id`.execute(db())
      return rows.map(({ id, closed, on, service, name }) => ({
        id,
        closedOn: closed,
        service,
        label: `Decision of ${dayInWords(on)}, ${name}`,
        records: 1,
      }))
    },
    erase: async ({ authority, ids }) => {
      await eraseInDocuments(authority, ids)
      const these = sql`decision.authority_id = ${authority} and decision.id = any(${[...ids]}::uuid[])`
      await sql`update rating_choice choice set note = null from rating_decision decision
        where ${these} and ${choicesOf}`.execute(db())
      await sql`update decision_confirmation confirmation set reason = 'disposed of' from rating_decision decision
        where ${these} and ${sentBack}`.execute(db())
      const { rows } = await sql`update rating_decision decision set note = null where ${these}
        returning id`.execute(db())
      return rows.length
    },
  },
  minutesDisposable,
]
