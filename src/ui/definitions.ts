import { type Content, type Html, html } from './html.ts'

/** A short fact: its name, its value, and where it comes from or what it means. */
export type Definition = {
  readonly term: string
  readonly value: Content
  readonly note?: Content
}

/** One fact, to stand in a `dl` of class `plumbline-definitions`. */
export const definitionRow = ({
  term,
  value,
  note,
}: Definition): Html => html`<div class="plumbline-definitions__row">
<dt class="plumbline-definitions__term">${term}</dt>
<dd class="plumbline-definitions__value">${value}${
  note !== undefined && html` <span class="plumbline-definitions__note">${note}</span>`
}</dd>
</div>`

/** Short facts side by side. For facts that can be changed use a summary list. */
export const definitionList = (
  definitions: readonly Definition[],
): Html => html`<dl class="plumbline-definitions">
${definitions.map(definitionRow)}
</dl>`
