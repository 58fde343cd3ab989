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

/** Whether a text is a kind of intelligence. */
export const isIntelligenceKind = (text: string): text is IntelligenceKind =>
  intelligenceKinds.some((kind) => kind === text)

/** Kinds of intelligence in words, where the council’s policy has no words of its own. */
export const kindNames: Readonly<Record<IntelligenceKind, string>> = {
  'care-concern': 'Care concern',
  'section-42': 'Section 42 enquiry',
  'cqc-notification': 'CQC notification',
  'complaint-to-provider': 'Complaint to the provider',
  'complaint-to-authority': 'Complaint to the council',
  compliment: 'Compliment',
  whistleblowing: 'Whistleblowing',
  'professional-feedback': 'Professional feedback',
}

/** How a case ends. */
export const outcomes = ['substantiated', 'not-substantiated', 'inconclusive'] as const

export type Outcome = (typeof outcomes)[number]
