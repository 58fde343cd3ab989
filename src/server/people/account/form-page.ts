import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { type Content, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'

/** Shows one form of a person's own account, with the way back. */
export const accountForm = (
  asked: Asked,
  given: {
    readonly heading: string
    readonly intro: string
    readonly action: string
    readonly fields: Content
    readonly button: string
    readonly warns?: boolean
    readonly errors: readonly FieldError[]
  },
): Response =>
  framed(asked, {
    title: given.heading,
    section: 'Your account',
    width: 'two-thirds',
    errors: given.errors,
    breadcrumbs: [{ text: 'Your account', href: '/account' }],
    content: html`${pageHeading({ text: given.heading })}
<p class="govuk-body">${given.intro}</p>
<form method="post" action="${given.action}" novalidate>
${given.fields}
${button({ text: given.button, preventDoubleClick: true, ...(given.warns ? { classes: 'govuk-button--warning' } : {}) })}
</form>`,
  })
