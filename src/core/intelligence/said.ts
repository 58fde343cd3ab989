import type { Day } from '../kit/days.ts'

/** What one version of an item of intelligence says: references, days, kind and outcome, and nothing of the story. */
export type IntelligenceSaid = {
  readonly kind: string
  readonly occurred: Day
  readonly concluded: Day | null
  readonly progressed: boolean | null
  readonly outcome: string | null
  readonly reference: string | null
  readonly summary: string | null
  /** What it is about, where it came from, to whom it came first: ids of the pack. */
  readonly category?: string | null | undefined
  readonly source?: string | null | undefined
  readonly route?: string | null | undefined
}

export type SaidField = keyof IntelligenceSaid

/** The fields of an item in the order in which people read them, each with what it is called. */
export const saidFields: Readonly<Record<SaidField, string>> = {
  kind: 'Kind',
  category: 'What it is about',
  occurred: 'Happened',
  source: 'Where it came from',
  route: 'To whom it came first',
  reference: 'Reference',
  summary: 'In a few words',
  outcome: 'Outcome',
  concluded: 'Ended',
  progressed: 'Met the section 42 duty',
}

const fields = Object.keys(saidFields) as SaidField[]

/** Returns the fields in which two versions differ. */
export const differing = (
  before: Readonly<Record<SaidField, unknown>> | IntelligenceSaid,
  after: IntelligenceSaid,
): readonly SaidField[] => fields.filter((field) => (before[field] ?? null) !== (after[field] ?? null))
