import { type Content, type Html, html } from './html.ts'

/** Options of a card: a name, one figure or tag, a line about it. With `href` the whole card leads there. */
export type CardOptions = {
  readonly title: string
  readonly href?: string | undefined
  readonly figure?: Content
  readonly text?: Content
  readonly foot?: Content
  readonly headingLevel?: 2 | 3 | 4 | undefined
}

const title = ({ title: words, href }: CardOptions): Content =>
  href
    ? html`<a class="govuk-link govuk-link--no-visited-state plumbline-card__link" href="${href}">${words}</a>`
    : words

/** One aspect of a thing in brief. */
export const card = (options: CardOptions): Html => {
  const level = options.headingLevel ?? 2
  return html`<div class="plumbline-card">
<h${level} class="plumbline-card__title">${title(options)}</h${level}>
${options.figure !== undefined && html`<p class="plumbline-card__figure">${options.figure}</p>`}
${options.text !== undefined && html`<p class="plumbline-card__text">${options.text}</p>`}
${options.foot !== undefined && html`<p class="plumbline-card__foot">${options.foot}</p>`}
</div>`
}

/** Cards side by side, as many as there is room for. */
export const cardGrid = (cards: readonly CardOptions[]): Html => html`<ul class="plumbline-card-grid">
${cards.map((options) => html`<li>${card(options)}</li>`)}
</ul>`
