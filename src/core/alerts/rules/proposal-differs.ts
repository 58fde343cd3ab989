import { dayOf, endOf, plusDays } from '../../kit/days.ts'
import { dayInWords } from '../../kit/words.ts'
import { bandNamed } from '../../policy/band.ts'
import type { ServiceRule } from '../rule.ts'

/** The proposal has been another than the decided colour for longer than the policy bears. */
export const proposalDiffers: ServiceRule = {
  id: 'proposal-differs',
  name: 'Proposal differs from the decision',
  source: 'W3.4',
  urgency: 'soon',
  about: 'service',
  goesTo: ['operational-lead', 'quality-improvement-manager'],
  also: ['contract-lead', 'administrator'],
  permission: 'ratings.see',
  needs: ['after'],
  button: 'See why',
  clears: 'Proposal and decision say the same again, or it was decided anew.',
  asksNote: false,
  find: ({ id, proposal, decision }, { policy, settings, watching }) => {
    if (proposal === null || decision === null) return []
    if (proposal.band === null || proposal.band === decision.band) return []
    const since = proposal.bandSince > decision.recordedAt ? proposal.bandSince : decision.recordedAt
    if (plusDays(dayOf(since), settings.after?.days ?? 0) >= watching.today) return []
    const nameOf = (band: string): string => bandNamed(policy.rating.bands, band).name
    return [
      {
        cause: `${decision.band}:${proposal.band}:${decision.on}`,
        // Told once it has been so for too long: the time to act begins then.
        since: endOf(plusDays(dayOf(since), settings.after?.days ?? 0)),
        says: `Decided ${nameOf(decision.band)}, proposed ${nameOf(proposal.band)} since ${dayInWords(dayOf(since))}.`,
        because: [
          { name: 'Decided', says: `${nameOf(decision.band)}, on ${dayInWords(decision.on)}` },
          { name: 'Proposed', says: `${nameOf(proposal.band)}, since ${dayInWords(dayOf(since))}` },
          { name: 'Why it is proposed', says: proposal.because },
        ],
        opens: `/services/${id}/why`,
      },
    ]
  },
}
