/**
 * Values month by month around their average, with the limits between which chance keeps them. All places are shares of
 * the drawing, 0 to 1, from the left and from the bottom. A value that is more than chance has another shape, not only
 * another colour.
 */
import { type Html, html } from '../html.ts'
import { across, type Down, downIn, edge, foot, pixels, type Tick, tick } from './drawing.ts'

/** What a value that is more than chance means. */
export type Tone = 'concern' | 'improvement' | 'neutral'

export type ControlPoint = { readonly at: number; readonly value: number; readonly special: Tone | null }

/** A line across with its name: *Average 3.2*. */
export type ControlLine = { readonly value: number; readonly label: string; readonly limit: boolean }

/** Options of a control chart. The title says what it shows, the description what there is to see. */
export type ControlChartOptions = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly points: readonly ControlPoint[]
  readonly lines: readonly ControlLine[]
  readonly ticks: readonly Tick[]
}

const height = 200
const half = 4.5

const guide = ({ value, limit }: ControlLine, down: Down): Html =>
  html`<line class="plumbline-chart__guide${limit && ' plumbline-chart__guide--limit'}" x1="0%" x2="100%" y1="${down(value)}" y2="${down(value)}"/>`

const nameOf = ({ value, label }: ControlLine, down: Down): Html => {
  const y = down(value)
  // Above its line, unless that is off the drawing.
  return html`<text class="plumbline-chart__label" x="4" y="${pixels(y < 20 ? y + 18 : y - 5)}">${label}</text>`
}

const joint = (from: ControlPoint | undefined, to: ControlPoint, down: Down): Html | false =>
  from !== undefined &&
  html`<line class="plumbline-chart__line" x1="${across(from.at)}" y1="${down(from.value)}" x2="${across(to.at)}" y2="${down(to.value)}"/>`

// A square, drawn as a line of its own width: a rectangle cannot be placed by its middle in percent.
const mark = ({ at, value, special }: ControlPoint, down: Down): Html => {
  const [x, y] = [across(at), down(value)]
  if (special === null) return html`<circle class="plumbline-chart__point" cx="${x}" cy="${y}" r="3.5"/>`
  return html`<line class="plumbline-chart__special plumbline-chart__special--${special}" x1="${x}" x2="${x}" y1="${pixels(y - half)}" y2="${pixels(y + half)}"/>`
}

/** A chart to look at. Put the table of the same figures beside it: no one needs to see the line. */
export const controlChart = (options: ControlChartOptions): Html => {
  const down = downIn(height)
  return html`<svg class="plumbline-chart" role="img" aria-labelledby="${options.id}-title" aria-describedby="${options.id}-description" width="100%" height="${height + foot}">
<title id="${options.id}-title">${options.title}</title>
<desc id="${options.id}-description">${options.description}</desc>
<rect class="plumbline-chart__zone" x="0" y="0" width="100%" height="${height}"/>
${options.lines.map((line) => guide(line, down))}
${options.points.map((point, index) => joint(options.points[index - 1], point, down))}
${options.points.map((point) => mark(point, down))}
${options.lines.map((line) => nameOf(line, down))}
${options.ticks.map((each) => tick(each, height + foot - edge))}
</svg>`
}
