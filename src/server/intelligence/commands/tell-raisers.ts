import { dayOf } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { endedLetter } from '../letters.ts'
import { raisingRules } from '../queries/raising.ts'

/** Those of some concerns that have ended, whose email was confirmed, and whose raisers were not told yet. */
const untold = (ids: readonly string[]) =>
  db()
    .selectFrom('concern_raiser as raiser')
    .innerJoin('raised_concern as concern', 'concern.id', 'raiser.concern_id')
    .innerJoin('intelligence', 'intelligence.id', 'concern.id')
    .innerJoin('authority', 'authority.id', 'concern.authority_id')
    .where('concern.id', 'in', ids)
    .where('concern.confirmed_at', 'is not', null)
    .where('intelligence.concluded', 'is not', null)
    .where('raiser.told_at', 'is', null)
    .where('raiser.email', 'is not', null)
    .select([
      'concern.id',
      'concern.authority_id as authority',
      'concern.service_id as service',
      'concern.reference',
      'concern.recorded_at as at',
      'raiser.name',
      'raiser.email',
      'authority.name as council',
    ])
    .orderBy('concern.id')
    .forUpdate('raiser')
    .execute()

/** Tells whoever raised a concern, once, that it has ended (X12). */
export const tellRaisers = async (ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  for (const { id, authority, service, reference, at, name, email, council } of await untold(ids)) {
    const contact = (await raisingRules(authority))?.contact
    const ask = [contact?.name ?? council, contact?.telephone ?? contact?.email].filter(Boolean).join(', ')
    await emit(
      {
        kind: 'raiser.told',
        authority,
        subject: { kind: 'concern', id },
        payload: { concern: id, service },
      },
      () => db().updateTable('concern_raiser').set({ told_at: now() }).where('concern_id', '=', id).execute(),
    )
    const raised = dayInWords(dayOf(at))
    await queueMail({
      authority,
      to: email ?? '',
      letter: endedLetter({ name, council, reference, raised, ask }),
    })
  }
}
