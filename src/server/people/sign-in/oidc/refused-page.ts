import { button } from '../../../../ui/components/button.ts'
import { html } from '../../../../ui/html.ts'
import { pageHeading } from '../../../../ui/page-heading.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { framed } from '../../../platform/http/frame.ts'
import type { Refused } from '../../commands/oidc-sign-in.ts'

type Words = { readonly status: number; readonly says: string; readonly next: string }

const again = 'Start again with the button below.'
const administrator = 'Ask whoever runs Plumbline in your council.'

const words: Readonly<Record<Refused['refused'], Words>> = {
  denied: {
    status: 403,
    says: 'Your council’s sign-in did not let you through, or you stopped it.',
    next: `${again} If it happens again, ask your council’s IT support whether you may use Plumbline.`,
  },
  state: {
    status: 400,
    says: 'This answer belongs to another sign-in, so it was not used.',
    next: `${again} Use one window for it.`,
  },
  ended: {
    status: 410,
    says: 'This sign-in took longer than ten minutes, or it was used already.',
    next: again,
  },
  token: {
    status: 502,
    says: 'What your council’s sign-in sent could not be used.',
    next: `${again} If it happens again, tell whoever runs Plumbline in your council. The audit trail has the time.`,
  },
  provider: {
    status: 503,
    says: 'Your council’s sign-in does not answer.',
    next: 'Try again in a few minutes. If other programs cannot sign you in either, ask your council’s IT support.',
  },
  'no-role': {
    status: 403,
    says: 'Your council account has no role in Plumbline.',
    next: 'Ask your council’s IT support to give your account a role for Plumbline. Then sign in again.',
  },
  'no-email': {
    status: 403,
    says: 'Your council account has no email address, which Plumbline needs.',
    next: 'Ask your council’s IT support to add one to your account. Then sign in again.',
  },
  'other-account': {
    status: 409,
    says: 'There is already an account with your email address, and it cannot be joined to your council account.',
    next: `Sign in with an email address and a password if you have one here. Otherwise: ${administrator.toLowerCase()}`,
  },
  disabled: { status: 403, says: 'Your account in Plumbline is disabled.', next: administrator },
}

/** Says why the council's sign-in led nowhere, and what to do next. */
export const refusedPage = (asked: Asked, refused: Refused['refused']): Response => {
  const { status, says, next } = words[refused]
  const title = 'You are not signed in'
  return framed(asked, {
    title,
    section: 'Sign in',
    width: 'two-thirds',
    status,
    content: html`${pageHeading({ text: title })}
<p class="govuk-body-l">${says}</p>
<p class="govuk-body">${next}</p>
${button({ text: 'Sign in again', href: '/sign-in' })}`,
  })
}
