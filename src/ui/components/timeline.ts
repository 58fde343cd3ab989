import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** One event: what, by whom, when. `timestamp` is for machines, `text` for people. */
export type TimelineItem = TextOrHtml &
  ElementOptions & {
    readonly label: TextOrHtml
    readonly byline?: TextOrHtml | undefined
    readonly datetime: { readonly timestamp: string; readonly text: string }
  }

/** Options of a timeline. */
export type TimelineOptions = ElementOptions & {
  readonly items: readonly TimelineItem[]
  readonly headingLevel?: number | undefined
}

const event = (item: TimelineItem, level: number): Html => html`<div${attributes({
  class: classes('moj-timeline__item', item.classes),
  ...item.attributes,
})}>
<div class="moj-timeline__header">
<h${level} class="moj-timeline__title">${textOrHtml(item.label)}</h${level}>
${item.byline && html`<p class="moj-timeline__byline">by ${textOrHtml(item.byline)}</p>`}
</div>
<p class="moj-timeline__date">
<time datetime="${item.datetime.timestamp}">${item.datetime.text}</time>
</p>
<div class="moj-timeline__description">${textOrHtml(item)}</div>
</div>`

/** Shows what happened, newest first. */
export const timeline = (options: TimelineOptions): Html => html`<div${attributes({
  class: classes('moj-timeline', options.classes),
  ...options.attributes,
})}>
${options.items.map((item) => event(item, options.headingLevel ?? 2))}
</div>`
