/** The kinds of intelligence: what is known about a service besides its ratings (Wirral 3.1, Bolton 4.0). */
export const intelligenceKinds = [
  'care-concern',
  'section-42',
  'cqc-notification',
  'complaint-to-provider',
  'complaint-to-authority',
  'compliment',
  'whistleblowing',
  'professional-feedback',
] as const

export type IntelligenceKind = (typeof intelligenceKinds)[number]

/** How a case ends. */
export const outcomes = ['substantiated', 'not-substantiated', 'inconclusive'] as const

export type Outcome = (typeof outcomes)[number]
