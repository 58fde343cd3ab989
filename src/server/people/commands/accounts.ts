import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { endSessionsOf } from '../../platform/http/sessions.ts'
import { endLinks } from './links.ts'

const ofPerson = (id: string) => ({ kind: 'person', id })

/** Gives a person an account without a password: the invitation brings it. */
export const addAccount = (person: string, email: string): Promise<void> =>
  inRoom('accounts', async () => {
    await db()
      .insertInto('account')
      .values({ person_id: person, email: email.trim(), recorded_at: now() })
      .execute()
  })

const setDisabled = (person: string, disabled: boolean): Promise<unknown> =>
  inRoom('accounts', async () => {
    await db()
      .updateTable('account')
      .set({ disabled_at: disabled ? now() : null })
      .where('person_id', '=', person)
      .execute()
    await db().deleteFrom('known_device').where('person_id', '=', person).execute()
    await db().deleteFrom('pending_sign_in').where('person_id', '=', person).execute()
  })

/** Disables an account: its sessions end, and its links are worth nothing. */
export const disableAccount = async (person: string, authority: string): Promise<void> =>
  void (await emit(
    { kind: 'account.disabled', authority, subject: ofPerson(person), payload: {} },
    async () => {
      await setDisabled(person, true)
      await endLinks(person)
      await endSessionsOf(person)
    },
  ))

/** Enables an account again. Password and second factor are those of before. */
export const enableAccount = async (person: string, authority: string): Promise<void> =>
  void (await emit({ kind: 'account.enabled', authority, subject: ofPerson(person), payload: {} }, () =>
    setDisabled(person, false),
  ))
