/**
 * How a value stood over time: a line of steps over named zones. All places are shares of the drawing, 0 to 1, from
 * the left and from the bottom. Across they are drawn in percent and down in pixels, so that a narrow screen narrows
 * the chart and leaves its letters as they are.
 */
import { classes } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import type { StatusColour } from '../status-tag.ts'
import { across, type Down, downIn, edge, foot, pixels, type Tick, tick } from './drawing.ts'

/** A stretch of the scale with its name: *Red: over 5%*. Colour only adds to the name. */
export type Zone = {
  readonly from: number
  readonly to: number
  readonly label: string
  readonly colour?: StatusColour | undefined
}

/** A stretch of time in which the value stood still; null where it was not known. */
export type Step = { readonly from: number; readonly to: number; readonly value: number | null }

/** Options of a step chart. The title says what it shows, the description what there is to see. */
export type StepChartOptions = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly zones: readonly Zone[]
  readonly steps: readonly Step[]
  readonly ticks: readonly Tick[]
}

const least = 150
const perZone = 44

const topOf = ({ to }: Zone, down: Down): number => (to >= 1 ? 0 : down(to))

const ground = (zone: Zone, down: Down, height: number): Html => {
  const top = topOf(zone, down)
  const bottom = zone.from <= 0 ? height : down(zone.from)
  const name = classes('plumbline-chart__zone', zone.colour && `plumbline-chart__zone--${zone.colour}`)
  return html`<rect class="${name}" x="0" width="100%" y="${top}" height="${pixels(bottom - top)}"/>`
}

const label = (zone: Zone, down: Down): Html =>
  html`<text class="plumbline-chart__label" x="8" y="${pixels(topOf(zone, down) + 16)}">${zone.label}</text>`

const line = (x1: number, y1: number, x2: number, y2: number): Html =>
  html`<line class="plumbline-chart__line" x1="${across(x1)}" y1="${y1}" x2="${across(x2)}" y2="${y2}"/>`

const step = ({ from, to, value }: Step, before: Step | undefined, down: Down): Html | false => {
  if (value === null) return false
  const y = down(value)
  const joined = before !== undefined && before.value !== null && before.value !== value
  return html`${joined && line(from, down(before.value), from, y)}${line(from, y, to, y)}
<circle class="plumbline-chart__point" cx="${across(from)}" cy="${y}" r="3.5"/>`
}

/** A chart to look at. Put the table of the same figures beside it: no one needs to see the line. */
export const stepChart = (options: StepChartOptions): Html => {
  const height = Math.max(least, options.zones.length * perZone)
  const down = downIn(height)
  return html`<svg class="plumbline-chart" role="img" aria-labelledby="${options.id}-title" aria-describedby="${options.id}-description" width="100%" height="${height + foot}">
<title id="${options.id}-title">${options.title}</title>
<desc id="${options.id}-description">${options.description}</desc>
${options.zones.map((zone) => ground(zone, down, height))}
${options.steps.map((each, index) => step(each, options.steps[index - 1], down))}
${options.zones.map((zone) => label(zone, down))}
${options.ticks.map((each) => tick(each, height + foot - edge))}
</svg>`
}
