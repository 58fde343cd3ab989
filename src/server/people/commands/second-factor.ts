import { createHmac, randomBytes } from 'node:crypto'
import { secondsOf } from '../../../core/kit/days.ts'
import { matchingStep, stepAt } from '../../../core/people/one-time-code.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { secondFactorChanged } from '../../platform/mail/letters.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { type Account, lockedAccountOf } from '../queries/account.ts'
import { councilOf, type Membership, mailAuthorityOf } from '../queries/memberships.ts'
import { seal, unseal } from '../sealing/seal.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'

const secretBytes = 20

/** Returns a new secret, as long as the hash that it is for (RFC 4226). */
export const newFactorSecret = (): Buffer => randomBytes(secretBytes)

const stepOf = (typed: string, secret: Uint8Array, used: number | null): number | null =>
  matchingStep(typed, stepAt(secondsOf(now())), used, (message) =>
    createHmac('sha1', secret).update(message).digest(),
  )

const store = (person: string, secret: Uint8Array | null, step: number | null): Promise<unknown> =>
  inRoom('accounts', async () => {
    const sealed = secret && (await seal(secret, person))
    await db()
      .updateTable('account')
      .set({
        factor_secret: sealed?.bytes ?? null,
        factor_key: sealed?.key ?? null,
        factor_confirmed_at: sealed && now(),
        factor_step: step,
      })
      .where('person_id', '=', person)
      .execute()
  })

const noteStep = (person: string, step: number): Promise<unknown> =>
  inRoom('accounts', () =>
    db().updateTable('account').set({ factor_step: step }).where('person_id', '=', person).execute(),
  )

const tell = (account: Account, memberships: readonly Membership[], what: string): Promise<void> =>
  queueMail({
    authority: mailAuthorityOf(memberships),
    to: account.email,
    letter: secondFactorChanged({ name: account.person.name, council: councilOf(memberships), what }),
  })

/** Sets the second factor with a first code. Returns new recovery codes; null where the code is not the secret's. */
export const setSecondFactor = async (
  account: Account,
  memberships: readonly Membership[],
  secret: Uint8Array,
  typed: string,
): Promise<readonly string[] | null> => {
  const step = stepOf(typed, secret, null)
  if (step === null) return null
  const authority = mailAuthorityOf(memberships)
  const subject = { kind: 'person', id: account.person.id }
  await emit({ kind: 'second-factor.set', authority, subject, payload: {} }, () =>
    store(account.person.id, secret, step),
  )
  await tell(account, memberships, 'An authenticator app was set up for your account.')
  return makeRecoveryCodes(account.person.id, authority)
}

/** Takes a code of the person's app, once. Whoever sends the same code at the same moment waits, and is too late. */
export const useOneTimeCode = async (person: string, typed: string): Promise<boolean> => {
  const account = await lockedAccountOf(person)
  if (!account?.factor) return false
  const step = stepOf(typed, await unseal(account.factor.sealed, person), account.factor.step)
  if (step === null) return false
  await noteStep(person, step)
  return true
}

/** Takes the second factor away, with its recovery codes. At the next sign-in the council's people set up another. */
export const resetSecondFactor = async (
  account: Account,
  memberships: readonly Membership[],
  by: 'person' | 'administrator' | 'operator',
): Promise<void> => {
  const person = account.person.id
  await emit(
    {
      kind: 'second-factor.reset',
      authority: mailAuthorityOf(memberships),
      subject: { kind: 'person', id: person },
      payload: { by },
    },
    async () => {
      await store(person, null, null)
      await inRoom('accounts', () =>
        db().deleteFrom('recovery_code').where('person_id', '=', person).execute(),
      )
    },
  )
  await tell(account, memberships, 'The authenticator app of your account was taken away.')
}
