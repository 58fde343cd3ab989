import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { thanksLetter } from '../letters.ts'
import type { Draft } from '../queries/drafts.ts'
import { type RaisedConcern, raisedById } from '../queries/raised.ts'
import { raiserOf } from '../queries/raisers.ts'
import { type CodeCame, tryCode } from './codes.ts'
import { recordIntelligence } from './record-intelligence.ts'

/** Makes a concern intelligence: under its own id and reference, so that it is recorded once whoever does it. */
export const recordConcern = ({
  id,
  service,
  reference,
  said,
  immediateRisk,
}: RaisedConcern): Promise<boolean> =>
  recordIntelligence({ ...said, id, service, reference, immediateRisk, concern: id })

const confirm = async (concern: RaisedConcern): Promise<void> => {
  const { id, authority, service } = concern
  await emit(
    {
      kind: 'concern.confirmed',
      authority,
      subject: { kind: 'concern', id },
      payload: { concern: id, service },
    },
    () => db().updateTable('raised_concern').set({ confirmed_at: now() }).where('id', '=', id).execute(),
  )
  // What somebody of the council has decided already stands.
  if (concern.decidedAt === null) await recordConcern(concern)
}

const thank = async (concern: RaisedConcern, council: string): Promise<void> => {
  const raiser = await raiserOf(concern.id)
  if (raiser === null || raiser.email === null) return
  const { reference } = concern
  await queueMail({
    authority: concern.authority,
    to: raiser.email,
    letter: thanksLetter({ name: raiser.name, council, reference }),
  })
}

/**
 * Tries the code of a concern. With the right one its email is confirmed: it is intelligence from now on, and whoever
 * raised it gets its reference number. What was typed is then forgotten here.
 */
export const confirmConcern = async (
  draft: Draft & { readonly concern: string },
  typed: string,
  tries: number,
  council: string,
): Promise<CodeCame> => {
  const concern = await raisedById(draft.concern, true)
  if (concern.confirmedAt !== null) return 'right'
  const came = await tryCode(draft, typed, tries)
  if (came !== 'right') return came
  await confirm(concern)
  await thank(concern, council)
  await inRoom('concerns', () =>
    db()
      .updateTable('concern_draft')
      .set({ answers: JSON.stringify({ service: concern.service }) })
      .where('token_digest', '=', draft.digest)
      .execute(),
  )
  return 'right'
}
