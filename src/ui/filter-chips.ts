import { attributes } from './attributes.ts'
import { type Html, html } from './html.ts'

/** One choice: its words, where it leads, how many there are, and whether it is the one shown. */
export type FilterChip = {
  readonly text: string
  readonly href: string
  readonly count?: number | undefined
  readonly current?: boolean | undefined
}

const chip = ({ text, href, count, current }: FilterChip): Html => html`<li>
<a${attributes({
  class: 'plumbline-filter-chips__chip',
  href,
  'aria-current': current && 'true',
})}>${text}${count !== undefined && ` (${count})`}</a>
</li>`

/** Choices that narrow a list, as links: the choice stands in the address, so it can be shared and gone back to. */
export const filterChips = (options: {
  readonly label: string
  readonly items: readonly FilterChip[]
}): Html => html`<nav class="plumbline-filter-chips" aria-label="${options.label}">
<p class="plumbline-filter-chips__label" aria-hidden="true">${options.label}</p>
<ul class="plumbline-filter-chips__list">
${options.items.map(chip)}
</ul>
</nav>`
