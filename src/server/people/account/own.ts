import { fault } from '../../../core/kit/problems.ts'
import { waitInWords } from '../../../core/people/attempts.ts'
import { passwordInput } from '../../../ui/components/password-input.ts'
import { errorOf, type FieldError } from '../../../ui/field-errors.ts'
import type { Html } from '../../../ui/html.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { passwordKeys } from '../attempt-keys.ts'
import { attemptSucceeded, beginAttempt } from '../commands/attempts.ts'
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

/** Asks for the password again, before anything that would help somebody who found a session open. */
export const passwordAgain = (errors: readonly FieldError[]): Html =>
  passwordInput({
    name: 'current',
    label: { text: 'Your password now', classes: 'govuk-label--m' },
    autocomplete: 'current-password',
    errorMessage: errorOf(errors, 'current'),
  })

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
