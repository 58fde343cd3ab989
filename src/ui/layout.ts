/** The whole document of a page: everything around its content is the same everywhere. */
import type { FieldError } from '../core/kit/field-error.ts'
import { type BackLinkOptions, backLink } from './components/back-link.ts'
import { type BreadcrumbItem, breadcrumbs } from './components/breadcrumbs.ts'
import { skipLink } from './components/skip-link.ts'
import { inlineScript } from './content-security-policy.ts'
import { errorSummaryOf } from './field-errors.ts'
import { type Content, type Html, html, trusted } from './html.ts'
import { type FooterOptions, footer } from './layout/footer.ts'
import { type HeadOptions, head } from './layout/head.ts'
import { type HeaderOptions, header } from './layout/header.ts'
import { type PrintFootOptions, printFoot } from './layout/print-foot.ts'

/** Options of a page. `errors` puts the summary on top and *Error:* into the title. */
export type PageOptions = Omit<HeaderOptions, 'product'> &
  Omit<HeadOptions, 'title'> & {
    readonly title: string
    readonly section?: string | undefined
    readonly product?: string | undefined
    readonly breadcrumbs?: readonly BreadcrumbItem[] | undefined
    readonly backLink?: BackLinkOptions | undefined
    readonly identity?: Content
    readonly notification?: Content
    readonly errors?: readonly FieldError[] | undefined
    readonly width?: 'full' | 'two-thirds' | undefined
    readonly content: Content
    readonly footer?: FooterOptions | undefined
    readonly printFoot?: PrintFootOptions | undefined
  }

/** *Rowan House - Services - Eastmarch - Plumbline*: the page first, because that is what a tab has room for. */
export const documentTitle = (options: PageOptions): string => {
  const parts = [options.title, options.section, options.authority.name, options.product ?? 'Plumbline']
  return (options.errors?.length ? 'Error: ' : '') + parts.filter(Boolean).join(' - ')
}

const inWidth = (width: PageOptions['width'], content: Content): Content =>
  width === 'two-thirds'
    ? html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`
    : content

/** Returns the document, ready to send. It works without JavaScript and needs no style or script of its own. */
export const page = (options: PageOptions): Html => html`<!doctype html>
<html lang="en" class="govuk-template">
${head({ ...options, title: documentTitle(options) })}
<body class="govuk-template__body">
<script>${trusted(inlineScript)}</script>
${skipLink({ href: '#main-content', text: 'Skip to main content' })}
${header({ ...options, product: options.product ?? 'Plumbline' })}
${options.identity}
<div class="govuk-width-container">
${options.breadcrumbs && breadcrumbs({ items: options.breadcrumbs, collapseOnMobile: true })}
${options.backLink && backLink(options.backLink)}
<main class="govuk-main-wrapper" id="main-content">
${inWidth(options.width, [errorSummaryOf(options.errors), options.notification, options.content])}
${options.printFoot && printFoot(options.printFoot)}
</main>
</div>
${footer(options.footer)}
</body>
</html>
`
