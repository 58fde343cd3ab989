import { randomBytes, randomUUID } from 'node:crypto'
import { type Raised, referenceOf } from '../../../core/intelligence/raise-form.ts'
import { fault } from '../../../core/kit/problems.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { RaisingRules } from '../queries/raising.ts'
import { serviceForIntelligence } from '../queries.ts'
import { sendCode } from './codes.ts'
import { countOnce } from './counts.ts'

const bytesOfReference = 6

const write = async (
  id: string,
  authority: string,
  service: string,
  { said, immediateRisk, name, email }: Raised,
  event: number,
): Promise<void> => {
  await db()
    .insertInto('raised_concern')
    .values({
      id,
      authority_id: authority,
      service_id: service,
      reference: referenceOf(randomBytes(bytesOfReference)),
      said: JSON.stringify(said),
      immediate_risk: immediateRisk,
      recorded_at: now(),
      event_id: event,
    })
    .execute()
  await db()
    .insertInto('concern_raiser')
    .values({ concern_id: id, authority_id: authority, name, email, recorded_at: now() })
    .execute()
}

const tell = ({ name, telephone, email }: RaisingRules['contact']): string =>
  [name, telephone ?? email].filter(Boolean).join(', ')

/**
 * Takes a concern in as it was sent, and sends the code that confirms its email. From now on it is kept whatever becomes
 * of the code: the contracts team sees it, marked, and it is no intelligence. Throws `too-many-concerns` where one source
 * of the network sends too many, and `real-service`.
 */
export const raiseConcern = async (given: {
  readonly draft: string
  readonly service: string
  readonly council: string
  readonly source: string
  readonly raised: Raised
  readonly rules: RaisingRules
}): Promise<void> => {
  const { draft, raised, council, rules } = given
  const { id: service, authority } = await serviceForIntelligence(given.service)
  const { sends } = rules.rules
  if ((await countOnce('source', given.source, sends.hours)) > sends.perSource)
    throw fault('too-many-concerns', { contact: tell(rules.contact) })
  const id = randomUUID()
  await emit(
    {
      kind: 'concern.raised',
      authority,
      subject: { kind: 'concern', id },
      payload: { concern: id, service, immediateRisk: raised.immediateRisk },
    },
    (event) => write(id, authority, service, raised, event.id),
  )
  await inRoom('concerns', () =>
    db().updateTable('concern_draft').set({ concern_id: id }).where('token_digest', '=', draft).execute(),
  )
  await sendCode(draft, { authority, council, name: raised.name, email: raised.email, rules: rules.rules })
}
