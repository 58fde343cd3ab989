import { departureInWords } from '../../../core/decisions/document-table.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { listed } from '../../../core/kit/words.ts'
import { bandNamed } from '../../../core/policy/band.ts'
import { type Decision, decisionsOf } from '../../decisions/queries/decided.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import { policyOn } from '../../policy/in-force.ts'
import type { Source } from '../source.ts'

/** Who decided, and why where it was not as proposed. */
const saysOf = ({ departure, note, deciders }: Decision): string =>
  [
    `By ${listed(deciders.map(({ name }) => name))}`,
    departure === 'follows' ? 'As proposed' : departureInWords(departure),
    ...(note === null ? [] : [note]),
  ].join('. ')

/** What people decided of the rating. Who may see ratings may see their reasons: see the table of fields. */
export const decisions: Source = {
  name: 'decisions',
  permission: 'ratings.see',
  happened: async ({ service, through, asAt, limit }) => {
    const policy = await policyOn(service.authority, asAt ?? dayOf(now()))
    const found = await decisionsOf(service.id, asAt, { through, limit })
    return found
      .toSorted((one, other) =>
        one.decidedOn < other.decidedOn ? 1 : one.decidedOn > other.decidedOn ? -1 : 0,
      )
      .map((decision) => ({
        day: decision.decidedOn,
        title: `Decided: ${bandNamed(policy?.rating.bands ?? [], decision.band).name}`,
        text: saysOf(decision),
        href: `/services/${service.id}/why${asAt === null ? '' : `?as-at=${asAt}`}#decided`,
      }))
  },
}
