import type { FieldError } from '../../../core/kit/field-error.ts'
import { html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { ground } from '../../platform/database/unit-of-work.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import { methods } from './methods.ts'

/** What a sign-in page is shown with. `method`: whose form stands there; the first that is offered, if none is named. */
type Shown = {
  readonly method?: string
  readonly returnTo: string
  readonly email?: string
  readonly errors?: readonly FieldError[]
  readonly status?: number
}

/** Shows the form of one way to sign in, with links to the others. */
export const showSignIn = async (asked: Asked, shown: Shown): Promise<Response> => {
  const offered = methods.filter((method) => method.offered(ground()))
  const main = offered.find(({ name }) => name === shown.method) ?? offered[0]
  if (!main) throw new Error('No way to sign in is offered')
  const errors = shown.errors ?? []
  const drawn = await main.draw({ returnTo: shown.returnTo, email: shown.email ?? '', errors })
  const others = offered.filter((method) => method !== main)
  const query = shown.returnTo === '/' ? '' : `?return-to=${encodeURIComponent(shown.returnTo)}`
  return framed(asked, {
    title: 'Sign in',
    width: 'two-thirds',
    errors,
    ...(shown.status === undefined ? {} : { status: shown.status }),
    content: html`${pageHeading({ text: 'Sign in' })}
${drawn}
${others.map(
  ({ address, linkText }) =>
    html`<p class="govuk-body"><a class="govuk-link" href="${address}${query}">${linkText}</a></p>`,
)}`,
  })
}
