import type { IntelligenceKind } from '../../core/intelligence/kinds.ts'
import type { Tone } from '../../ui/charts/control-chart.ts'

/** What more of a kind means, and what fewer of it do. */
export type Direction = { readonly more: Tone; readonly fewer: Tone }

const worse: Direction = { more: 'concern', fewer: 'improvement' }

/** More of these may as well be a service that reports as it should. The chart says that it changed, not what it means. */
const neither: Direction = { more: 'neutral', fewer: 'neutral' }

/** Which way is better, by kind, in the order in which the charts stand. */
export const directions: Readonly<Record<IntelligenceKind, Direction>> = {
  'care-concern': worse,
  'section-42': neither,
  'cqc-notification': neither,
  'complaint-to-provider': worse,
  'complaint-to-authority': worse,
  whistleblowing: neither,
  'professional-feedback': neither,
  compliment: { more: 'improvement', fewer: 'concern' },
}
