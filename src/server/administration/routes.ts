import { html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { administrationPlaces } from './places.ts'

const show = async (asked: Asked): Promise<Response> =>
  framed(asked, {
    title: 'Administration',
    width: 'two-thirds',
    content: html`${pageHeading({ text: 'Administration', caption: asked.signed?.authority.name })}
<dl>
${administrationPlaces
  .filter(({ permission }) => asked.may(permission))
  .map(
    ({ text, href, does }) =>
      html`<dt class="govuk-body govuk-!-margin-bottom-0"><a class="govuk-link govuk-!-font-weight-bold" href="${href}">${text}</a></dt>
<dd class="govuk-body govuk-!-margin-left-0">${does}</dd>
`,
  )}</dl>`,
  })

/** What is needed now and then, on one page: the navigation has six places. */
export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/administration',
    permission: 'administration.see',
    sample: () => '/administration',
    handle: show,
  },
]
