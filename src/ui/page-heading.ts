import { type Content, type Html, html } from './html.ts'

/** Options of the heading. `caption` says what the thing is: *Care home, 40 people, Eastmarch*. */
export type PageHeadingOptions = {
  readonly text: string
  readonly caption?: Content
  readonly aside?: Content
}

/** The one `h1` of a page, with room beside it for a tag or a button. */
export const pageHeading = ({
  text,
  caption,
  aside,
}: PageHeadingOptions): Html => html`<div class="plumbline-page-heading">
<div>
${caption !== undefined && html`<span class="govuk-caption-l">${caption}</span>`}
<h1 class="govuk-heading-l">${text}</h1>
</div>
${aside !== undefined && html`<div class="plumbline-page-heading__aside">${aside}</div>`}
</div>`
