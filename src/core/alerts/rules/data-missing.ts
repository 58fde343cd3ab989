import { counted, listed } from '../../kit/words.ts'
import type { ServiceRule } from '../rule.ts'

/** Too little is known of a service for it to have a rating. */
export const dataMissing: ServiceRule = {
  id: 'data-missing',
  name: 'Too little is known for a rating',
  source: 'WA3',
  urgency: 'watch',
  about: 'service',
  goesTo: 'contract-lead',
  also: ['quality-improvement-manager', 'administrator'],
  permission: 'ratings.see',
  needs: [],
  button: 'See what is missing',
  clears: 'Enough is known for a rating now.',
  asksNote: false,
  find: ({ id, proposal }) => {
    if (proposal === null || proposal.band !== null) return []
    const missing = proposal.criteria.filter(({ applies, proposes }) => applies && proposes === null)
    if (missing.length === 0) return []
    return [
      {
        cause: 'no-rating',
        since: proposal.bandSince,
        says: `No rating can be proposed: ${counted(missing.length, 'criterion is', 'criteria are')} not known.`,
        because: [
          { name: 'Known', says: counted(proposal.known, 'row', 'rows') },
          { name: 'Not known', says: listed(missing.map(({ name }) => name)) },
          { name: 'What the policy asks for', says: proposal.because },
        ],
        opens: `/services/${id}/why`,
      },
    ]
  },
}
