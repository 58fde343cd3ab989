import type { FieldError } from '../../../core/kit/field-error.ts'
import { emailErrors } from '../../../core/people/person-form.ts'
import { input } from '../../../ui/components/input.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { html } from '../../../ui/html.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import type { Route } from '../../platform/http/route.ts'
import { askForEmailChange } from '../commands/change-email.ts'
import type { Account } from '../queries/account.ts'
import { accountForm } from './form-page.ts'
import { ownAccount, ownOrNone, proofAgain, wrongProof } from './own.ts'

const show = (
  asked: Asked,
  account: Account | null,
  email: string,
  errors: readonly FieldError[],
): Response =>
  accountForm(asked, {
    heading: 'Change your email address',
    intro:
      'We send a link to the new address, and a note to the old one. The new address holds once you have opened the link.',
    action: '/account/email',
    fields: html`${input({
      name: 'email',
      type: 'email',
      label: { text: 'New email address', classes: 'govuk-label--m' },
      autocomplete: 'email',
      spellcheck: false,
      value: email,
      errorMessage: errorOf(errors, 'email'),
    })}${proofAgain(account, errors)}`,
    button: 'Send the link',
    errors,
  })

const save = async (asked: Asked): Promise<Response> => {
  const { account, memberships } = await ownAccount(asked)
  const form = await asked.form()
  const email = form.one('email')
  const errors = [...emailErrors('email', email), ...(await wrongProof(asked, account, form))]
  if (errors.length > 0) return show(asked, account, email, errors)
  await askForEmailChange(account, memberships, email)
  return seeOther('/account?done=email-link-sent')
}

/** Changing one's own email address. */
export const emailRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/account/email',
    permission: 'signed-in',
    sample: () => '/account/email',
    handle: async (asked) => show(asked, await ownOrNone(asked), '', []),
  },
  {
    method: 'POST',
    path: '/account/email',
    permission: 'signed-in',
    audit: 'email.change-asked',
    handle: save,
  },
]
