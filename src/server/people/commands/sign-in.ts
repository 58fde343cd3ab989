import type { Context } from 'hono'
import { actingAs } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { factorKeys, passwordKeys } from '../attempt-keys.ts'
import { isPassword } from '../password-hash.ts'
import { type Place, placesOf } from '../places.ts'
import { type Account, accountByEmail } from '../queries/account.ts'
import { type Membership, mailAuthorityOf, membershipsOf } from '../queries/memberships.ts'
import type { Pending } from '../queries/pending.ts'
import { attemptSucceeded, beginAttempt } from './attempts.ts'
import { asPerson, enter, lacksOf } from './enter.ts'
import { renewHash } from './password.ts'
import { endPending, startPending } from './pending.ts'
import { looksLikeRecoveryCode, useRecoveryCode } from './recovery-codes.ts'
import { newFactorSecret, useOneTimeCode } from './second-factor.ts'

/** What came of a step of signing in. `refused` does not say why: whoever guesses shall not learn what exists. */
export type Step =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'refused' }
  /** All was right, and the council asks for its own account. */
  | { readonly kind: 'council-account'; readonly council: string }
  | { readonly kind: 'code' }
  | { readonly kind: 'set-up' }
  | { readonly kind: 'in'; readonly choose: boolean; readonly place: Place }

type Reason = 'unknown' | 'password' | 'code' | 'disabled' | 'no-password' | 'council-account'

const nobody = '00000000-0000-0000-0000-000000000000'

const noteFailure = async (
  account: Account | null,
  memberships: readonly Membership[],
  reason: Reason,
): Promise<void> => {
  const id = account?.person.id ?? 'unknown'
  const happening = {
    kind: 'sign-in.failed',
    authority: mailAuthorityOf(memberships),
    subject: { kind: 'person', id },
    payload: { method: 'password', reason },
  } as const
  await actingAs({ ...asPerson(id, memberships), kind: 'system', id: 'sign-in' }, () => emit(happening))
}

/** Goes on after the first factor: to the second, to setting one up, or in. */
export const afterFirstFactor = async (
  context: Context,
  account: Account,
  given: { readonly method: string; readonly returnTo: string },
): Promise<Step> => {
  const person = account.person.id
  const memberships = await membershipsOf(person)
  const lack = await lacksOf({ person, method: given.method, strength: 'two-factors', provedFor: null })
  const places = placesOf(memberships)
  const open = places.filter((place) => lack(place) === null)
  const [shut] = places
  if (shut !== undefined && open.length === 0) {
    await noteFailure(account, memberships, 'council-account')
    return { kind: 'council-account', council: shut.name }
  }
  if (account.factor !== null) {
    await startPending(context, { person, ...given, newSecret: null })
    return { kind: 'code' }
  }
  if (open.some(({ side }) => side === 'council')) {
    await startPending(context, { person, ...given, newSecret: newFactorSecret() })
    return { kind: 'set-up' }
  }
  const entered = await enter(context, {
    person,
    method: given.method,
    strength: 'one-factor',
    provedFor: null,
  })
  return entered ? { kind: 'in', ...entered } : { kind: 'refused' }
}

/** Signs in by email address and password, as far as that goes. */
export const signInByPassword = async (
  context: Context,
  given: { readonly email: string; readonly password: string; readonly returnTo: string },
): Promise<Step> => {
  const account = await accountByEmail(given.email)
  const keys = await passwordKeys(context, given.email, account)
  const seconds = await beginAttempt(keys)
  if (seconds > 0) return { kind: 'wait', seconds }
  const { right, outdated } = await isPassword(given.password, account?.passwordHash ?? null)
  // Asked for whoever it is, so that the answer takes as long.
  const memberships = await membershipsOf(account?.person.id ?? nobody)
  if (account === null || !right || account.disabled || memberships.length === 0) {
    await noteFailure(account, memberships, reasonOf(account, right))
    return { kind: 'refused' }
  }
  await attemptSucceeded(keys)
  if (outdated) await renewHash(account.person.id, given.password)
  return afterFirstFactor(context, account, { method: 'password', returnTo: given.returnTo })
}

const reasonOf = (account: Account | null, right: boolean): Reason => {
  if (account === null) return 'unknown'
  if (account.passwordHash === null) return 'no-password'
  return right ? 'disabled' : 'password'
}

/** Whether what was typed is a code of the person's app or a recovery code, and uses it up. */
export const isSecondFactor = async (account: Account, typed: string): Promise<boolean> => {
  if (!looksLikeRecoveryCode(typed)) return useOneTimeCode(account.person.id, typed)
  const left = await useRecoveryCode(account.person.id, typed)
  if (left === null) return false
  const memberships = await membershipsOf(account.person.id)
  await actingAs(asPerson(account.person.id, memberships), () =>
    emit({
      kind: 'recovery-code.used',
      authority: mailAuthorityOf(memberships),
      subject: { kind: 'person', id: account.person.id },
      payload: { left },
    }),
  )
  return true
}

/** Signs in by the second factor: a code of the app, or a recovery code. */
export const signInBySecondFactor = async (
  context: Context,
  { account, method }: Pending,
  typed: string,
): Promise<Step> => {
  const keys = await factorKeys(context, account)
  const seconds = await beginAttempt(keys)
  if (seconds > 0) return { kind: 'wait', seconds }
  if (!(await isSecondFactor(account, typed))) {
    await noteFailure(account, await membershipsOf(account.person.id), 'code')
    return { kind: 'refused' }
  }
  await attemptSucceeded(keys)
  await endPending(context)
  const entered = await enter(context, {
    person: account.person.id,
    method,
    strength: 'two-factors',
    provedFor: null,
  })
  return entered ? { kind: 'in', ...entered } : { kind: 'refused' }
}
