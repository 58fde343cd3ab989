import { summaryList } from '../../../ui/components/summary-list.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'

/** A part of the page, that the list of contents leads to. */
export type Section = { readonly id: string; readonly title: string; readonly content: Content }

/** Draws a part under its heading. */
export const section = ({
  id,
  title,
  content,
}: Section): Html => html`<section class="plumbline-section" id="${id}">
<h2 class="govuk-heading-l">${title}</h2>
${content}
</section>`

/** Draws the way to each part. */
export const contents = (
  sections: readonly Section[],
): Html => html`<nav class="plumbline-contents" aria-label="Contents">
<h2 class="govuk-heading-s">Contents</h2>
<ul class="govuk-list plumbline-contents__list">
${sections.map(({ id, title }) => html`<li><a class="govuk-link" href="#${id}">${title}</a></li>`)}
</ul>
</nav>`

/** A line of facts: what it is, and what the policy says. */
export type Fact = readonly [name: string, says: Content]

/** Draws facts below each other. */
export const facts = (rows: readonly (Fact | false)[]): Html =>
  summaryList({
    rows: rows.flatMap((row) => (row ? [{ key: { text: row[0] }, value: { html: html`${row[1]}` } }] : [])),
  })

/** Draws a list with a point an item. */
export const points = (items: readonly Content[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`
