import type { Lack } from '../../../core/people/proof.ts'
import { button } from '../../../ui/components/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'

type Words = { readonly why: string; readonly steps: readonly string[] }

/** How somebody gets to a place that their sign-in of now does not open. */
const words: Readonly<Record<Lack, Words>> = {
  password: {
    why: 'You signed in with the account of another council. That council cannot say who you are here.',
    steps: [
      'Sign out.',
      'On the sign-in page choose to sign in with an email address and a password.',
      'If you have no password yet, choose Forgotten password. We send you a link.',
      'For a council you also need a code from your phone. The page tells you how to set it up.',
    ],
  },
  'council-account': {
    why: 'Its people sign in with the account that they use at work. A password of Plumbline does not open it.',
    steps: ['Sign out.', 'Choose to sign in with your council account.'],
  },
  'second-step': {
    why: 'It needs a second step, and you signed in with a password alone.',
    steps: ['Set up your second step under Your account.', 'Sign out, and sign in again with a code.'],
  },
}

const signOut = (): Html => html`<form method="post" action="/sign-out">
${button({ text: 'Sign out' })}
</form>`

/** Says how to sign in for a place that the sign-in of now does not open. */
export const elsewherePage = (asked: Asked, lack: Lack, place: string): Response => {
  const { why, steps } = words[lack]
  const title = `Sign in for ${place}`
  return framed(asked, {
    title,
    section: 'Sign in',
    width: 'two-thirds',
    status: 403,
    content: html`${pageHeading({ text: title })}
<p class="govuk-body-l">${why}</p>
${
  asked.signed
    ? html`<ol class="govuk-list govuk-list--number">
${steps.map((step) => html`<li>${step}</li>`)}
</ol>
${lack === 'second-step' ? button({ text: 'Set up your second step', href: '/account/second-factor' }) : signOut()}
<p class="govuk-body"><a class="govuk-link" href="/acting-for">Act for somebody else</a></p>`
    : button({ text: 'Sign in with your council account', href: '/sign-in/oidc' })
}`,
  })
}
