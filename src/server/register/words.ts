import type { IntelligenceKind } from '../../core/intelligence/kinds.ts'

/** Service types in words. The ids are the packs'. */
export const serviceTypeNames: Readonly<Record<string, string>> = {
  'care-home': 'Care home',
  'home-care': 'Home care',
  'supported-living': 'Supported living',
  'life-opportunities': 'Life opportunities',
  'extra-care': 'Extra care',
  'prevention-grant': 'Prevention grant',
  pharmacy: 'Pharmacy',
  'social-inclusion': 'Social inclusion',
  'public-health-prevention-grant': 'Public health prevention grant',
  'gp-larc': 'GP LARC',
  other: 'Other service',
}

/** Kinds of intelligence in words. */
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

/** Returns what a service type is called; its id where no pack names it. */
export const nameOfType = (type: string): string => serviceTypeNames[type] ?? type
