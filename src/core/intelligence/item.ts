import type { Day } from '../kit/days.ts'
import type { IntelligenceKind, Outcome } from './kinds.ts'

/** How and when a case ended, and when that was known. */
export type Conclusion = { readonly on: Day; readonly recorded: Day; readonly outcome: Outcome }

/** The end of a section 42 enquiry says too whether it progressed, that is, met the section 42 duty (W3.23). */
export type EnquiryConclusion = Conclusion & { readonly progressed: boolean }

type Known = {
  /** Unique within the service: two items with one id are one item. */
  readonly id: string
  readonly occurred: Day
  readonly recorded: Day
}

type Enquiry = Known & { readonly kind: 'section-42'; readonly conclusion: EnquiryConclusion | null }

type Other = Known & {
  readonly kind: Exclude<IntelligenceKind, 'section-42'>
  readonly conclusion: Conclusion | null
}

/** One item of intelligence: references, dates, kind and outcome, and nothing of the story. */
export type IntelligenceItem = Enquiry | Other
