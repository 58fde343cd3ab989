import type { FieldError } from '../../../core/kit/field-error.ts'
import { fault } from '../../../core/kit/problems.ts'
import { emailErrors } from '../../../core/people/person-form.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { ground } from '../../platform/database/unit-of-work.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { sourceOf } from '../../platform/http/source.ts'
import { beginAttempt } from '../commands/attempts.ts'
import { confirmEmailChange } from '../commands/change-email.ts'
import { askForPasswordLink } from '../commands/password-link.ts'
import { personOfLink } from '../queries/link.ts'
import { passwordLinkRoutes } from './password-routes.ts'

const showForgotten = (asked: Asked, email: string, errors: readonly FieldError[]): Response =>
  framed(asked, {
    title: 'Forgotten password',
    section: 'Sign in',
    width: 'two-thirds',
    errors,
    breadcrumbs: [{ text: 'Sign in', href: '/sign-in/password' }],
    content: html`${pageHeading({ text: 'Forgotten password' })}
<p class="govuk-body">We send a link to your email address. With it you choose a new password.</p>
<form method="post" action="/forgotten-password" novalidate>
${input({
  name: 'email',
  type: 'email',
  label: { text: 'Email address' },
  autocomplete: 'username',
  spellcheck: false,
  value: email,
  errorMessage: errorOf(errors, 'email'),
})}
${button({ text: 'Send the link', preventDoubleClick: true })}
</form>`,
  })

const askForLink = async (asked: Asked): Promise<Response> => {
  const email = (await asked.form()).one('email')
  const errors = emailErrors('email', email)
  if (errors.length > 0) return showForgotten(asked, email, errors)
  // Nobody's mailbox is to be flooded from here. Who asks too often is told the same, and nothing is sent.
  const of = ['forgotten', email.trim().toLowerCase(), sourceOf(asked.context, ground().installation)]
  if ((await beginAttempt([{ limit: 'account-and-source', of }])) === 0) await askForPasswordLink(email)
  return seeOther('/sign-in/password?done=password-link-sent')
}

const showConfirm = async (asked: Asked): Promise<Response> => {
  const token = asked.part('token')
  if ((await personOfLink(token, 'email')) === null) throw fault('link-ended')
  return framed(asked, {
    title: 'Confirm your new email address',
    width: 'two-thirds',
    content: html`${pageHeading({ text: 'Confirm your new email address' })}
<p class="govuk-body">From then on you sign in with the new address. The old one will not work any more.</p>
<form method="post" action="/confirm-email/${token}" novalidate>
${button({ text: 'Confirm the new address', preventDoubleClick: true })}
</form>`,
  })
}

const confirm = async (asked: Asked): Promise<Response> => {
  if (!(await confirmEmailChange(asked.part('token')))) throw fault('link-ended')
  return seeOther(`${asked.signed ? '/account' : '/sign-in/password'}?done=email-changed`)
}

/** What links of mails lead to, and asking for one. */
export const linkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/forgotten-password',
    permission: 'anyone',
    sample: () => '/forgotten-password',
    handle: async (asked) => showForgotten(asked, '', []),
  },
  {
    method: 'POST',
    path: '/forgotten-password',
    permission: 'anyone',
    audit: 'password.link-asked',
    handle: askForLink,
  },
  ...passwordLinkRoutes,
  {
    method: 'GET',
    path: '/confirm-email/:token',
    permission: 'anyone',
    sample: { none: 'its address is a secret that works once: the journey opens it' },
    handle: showConfirm,
  },
  {
    method: 'POST',
    path: '/confirm-email/:token',
    permission: 'anyone',
    audit: 'email.changed',
    handle: confirm,
  },
]
