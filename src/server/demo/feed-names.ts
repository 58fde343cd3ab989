import type { IntelligenceKind } from '../../core/intelligence/kinds.ts'

const caseSystem = 'Social care case system'
const complaints = 'Complaints system'
const form = 'Form for concerns'

/** By which feed or form each kind comes to an invented council. */
export const feedNames: Readonly<Record<IntelligenceKind, string>> = {
  'care-concern': form,
  'section-42': caseSystem,
  'cqc-notification': 'Mail from CQC',
  'complaint-to-provider': complaints,
  'complaint-to-authority': complaints,
  compliment: complaints,
  whistleblowing: form,
  'professional-feedback': form,
}

/** The columns of the case system's files, as somebody mapped them. */
export const caseSystemFiles = {
  name: caseSystem,
  mapping: {
    kind: 'section-42',
    columns: {
      reference: 'Case number',
      cqcId: 'CQC location id',
      serviceName: 'Service name',
      occurred: 'Date received',
      outcome: 'Outcome',
      concluded: 'Date closed',
      progressed: 'Section 42 duty met',
    },
  },
} as const
