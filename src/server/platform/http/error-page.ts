import type { Problem } from '../../../core/kit/problems.ts'
import { html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { answer } from './answer.ts'
import { frame } from './frame.ts'
import type { Signed } from './signed.ts'

const titles: Readonly<Record<number, string>> = {
  401: 'Sign in first',
  403: 'You cannot do this',
  404: 'Not found',
  409: 'This cannot be done',
  410: 'This link does not work any more',
  413: 'Too large',
  414: 'Too long',
  429: 'Too fast',
  500: 'Sorry, something went wrong',
}

/** Returns the page for a problem: what is wrong, and what to do next. Never a stack trace. */
export const errorPage = (found: Problem, signed: Signed | null): Response => {
  const title = titles[found.status] ?? 'There is a problem'
  const page = answer(
    frame(signed, '', {
      title,
      width: 'two-thirds',
      content: html`${pageHeading({ text: title })}
<p class="govuk-body-l">${found.says}</p>
<p class="govuk-body">${found.next}</p>
<p class="govuk-body"><a class="govuk-link" href="${signed ? '/services' : '/sign-in'}">${signed ? 'Go to Services' : 'Go to Sign in'}</a></p>`,
    }),
    found.status,
  )
  if (found.status === 429) page.headers.set('retry-after', '60')
  return page
}
