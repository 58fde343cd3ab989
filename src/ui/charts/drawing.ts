/** Where things lie in a chart: across in percent, so that a narrow screen narrows it, and down in pixels. */
import { type Html, html } from '../html.ts'

/** Room above the highest and below the lowest line, in pixels: they stay whole. */
export const edge = 6

/** Room for the names under a chart, in pixels. */
export const foot = 24

/** Returns how far across a share of the width lies. */
export const across = (share: number): string => `${Number((share * 100).toFixed(2))}%`

/** Returns pixels without a tail of decimals. */
export const pixels = (number: number): number => Number(number.toFixed(1))

/** Returns how far down a share of the scale lies, in a drawing of this height. */
export const downIn =
  (height: number) =>
  (share: number): number =>
    pixels(edge + (1 - share) * (height - 2 * edge))

export type Down = ReturnType<typeof downIn>

/** A name under a chart. */
export type Tick = { readonly at: number; readonly label: string }

// A name at the edge would stick out of the drawing: it begins or ends there instead.
const anchor = (at: number): string => (at <= 0 ? 'start' : at >= 1 ? 'end' : 'middle')

/** A name under a chart, at its place. */
export const tick = ({ at, label: words }: Tick, y: number): Html =>
  html`<text class="plumbline-chart__tick" x="${across(at)}" y="${y}" text-anchor="${anchor(at)}">${words}</text>`
