import type { FieldError } from '../../../core/kit/field-error.ts'
import { fault } from '../../../core/kit/problems.ts'
import { waitInWords } from '../../../core/people/attempts.ts'
import { input } from '../../../ui/components/input.ts'
import { passwordInput } from '../../../ui/components/password-input.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Asked, Form } from '../../platform/http/asked.ts'
import { factorKeys, passwordKeys } from '../attempt-keys.ts'
import { attemptSucceeded, beginAttempt } from '../commands/attempts.ts'
import { isSecondFactor } from '../commands/sign-in.ts'
import { isPassword } from '../password-hash.ts'
import { type Account, accountOf } from '../queries/account.ts'
import { type Membership, membershipsOf } from '../queries/memberships.ts'

/** A person's own account, and where they work. */
export type Own = { readonly account: Account; readonly memberships: readonly Membership[] }

/** Returns the account of who asks. Throws where they have none, as the invented people of the demonstration. */
export const ownAccount = async (asked: Asked): Promise<Own> => {
  const person = asked.signed?.person.id
  const account = person === undefined ? null : await accountOf(person)
  if (person === undefined || account === null)
    throw fault('not-found', { what: 'account', id: person ?? '' })
  return { account, memberships: await membershipsOf(person) }
}

/** Returns the account of who asks, or null, as for the invented people of the demonstration: to draw a form. */
export const ownOrNone = async ({ signed }: Asked): Promise<Account | null> =>
  signed === null ? null : accountOf(signed.person.id)

/** Asks for the password again, before anything that would help somebody who found a session open. */
export const passwordAgain = (errors: readonly FieldError[]): Html =>
  passwordInput({
    name: 'current',
    label: { text: 'Your password now', classes: 'govuk-label--m' },
    autocomplete: 'current-password',
    errorMessage: errorOf(errors, 'current'),
  })

/** Asks for password and code again, before what the account is won back by: the address, the second step. */
export const proofAgain = (account: Account | null, errors: readonly FieldError[]): Html =>
  html`${passwordAgain(errors)}${
    !!account?.factor &&
    input({
      name: 'current-code',
      label: { text: 'A code', classes: 'govuk-label--m' },
      hint: { text: 'From your authenticator app, or a recovery code.' },
      autocomplete: 'one-time-code',
      spellcheck: false,
      classes: 'govuk-input--width-10',
      errorMessage: errorOf(errors, 'current-code'),
    })
  }`

/** Returns what is wrong with the password typed again, or nothing. Guessing it is slowed as at signing in. */
export const wrongAgain = async (
  asked: Asked,
  account: Account,
  typed: string,
): Promise<readonly FieldError[]> => {
  const wrong = (text: string) => [{ field: 'current', text }]
  if (typed === '') return wrong('Enter your password')
  const keys = await passwordKeys(asked.context, account.email, account)
  const seconds = await beginAttempt(keys)
  if (seconds > 0) return wrong(`That was wrong too often. Wait ${waitInWords(seconds)}, and try again`)
  if (!(await isPassword(typed, account.passwordHash)).right) return wrong('This is not your password')
  await attemptSucceeded(keys)
  return []
}

/** Returns what is wrong with password and code typed again, or nothing. The code is asked for where there is a second step. */
export const wrongProof = async (
  asked: Asked,
  account: Account,
  form: Form,
): Promise<readonly FieldError[]> => {
  const wrong = await wrongAgain(asked, account, form.one('current'))
  if (wrong.length > 0 || account.factor === null) return wrong
  const field = 'current-code'
  const typed = form.one(field)
  if (typed.trim() === '') return [{ field, text: 'Enter a code' }]
  const keys = await factorKeys(asked.context, account)
  const seconds = await beginAttempt(keys)
  if (seconds > 0)
    return [{ field, text: `That was wrong too often. Wait ${waitInWords(seconds)}, and try again` }]
  if (!(await isSecondFactor(account, typed)))
    return [{ field, text: 'This code is wrong, or was used before. Enter the code that your app shows now' }]
  await attemptSucceeded(keys)
  return []
}
