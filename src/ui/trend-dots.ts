import { classes } from './attributes.ts'
import { type Html, html } from './html.ts'
import type { StatusColour } from './status-tag.ts'

/** Options of a trend: a colour for each step, oldest first, null where there was none; and the same in words. */
export type TrendDotsOptions = {
  readonly colours: readonly (StatusColour | null)[]
  readonly words: string
}

/** How a thing went, as small dots. The words beside them say it all: nobody depends on the dots. */
export const trendDots = ({ colours, words }: TrendDotsOptions): Html =>
  html`<span class="plumbline-trend__dots" aria-hidden="true">${colours.map(
    (colour) =>
      html`<span class="${classes('plumbline-trend__dot', colour !== null && `plumbline-trend__dot--${colour}`)}"></span>`,
  )}</span> ${words}`
