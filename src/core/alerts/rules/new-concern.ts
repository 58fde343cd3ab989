import type { RaisedRule } from '../rule.ts'

/** A concern came in. Whoever raised it is told what happens next. */
export const newConcern: RaisedRule = {
  id: 'new-concern',
  name: 'New concern to acknowledge',
  source: 'W2.5, X12',
  urgency: 'soon',
  about: 'happening',
  goesTo: 'contract-lead',
  also: [
    'quality-assessor',
    'quality-improvement-manager',
    'operational-lead',
    'safeguarding-officer',
    'administrator',
  ],
  permission: 'intelligence.see',
  needs: [],
  button: 'Acknowledge',
  clears: 'The concern was concluded.',
  asksNote: false,
}
