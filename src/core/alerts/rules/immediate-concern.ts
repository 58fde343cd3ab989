import type { RaisedRule } from '../rule.ts'

/** Somebody said that a person is at risk now. The clock runs from that moment, weekends included. */
export const immediateConcern: RaisedRule = {
  id: 'immediate-concern',
  name: 'Immediate concern not answered',
  source: 'W2.6, W2.9',
  urgency: 'now',
  about: 'happening',
  goesTo: 'contract-lead',
  also: [
    'safeguarding-officer',
    'operational-lead',
    'quality-improvement-manager',
    'quality-assessor',
    'commissioner',
    'administrator',
  ],
  permission: 'intelligence.see',
  needs: [],
  button: 'Record the response',
  clears: 'The concern was concluded.',
  asksNote: true,
}
