/** Who sees which field of which record, from when, and by which paragraph: one table. A field that is not here, nobody sees. */
import type { Permission } from '../people/permissions.ts'
import type { Relation } from './relation.ts'

/** Something that opens a field: a draft was shared with the provider, a report published, ratings opened to the portal. */
export type Moment = 'shared' | 'published' | 'opened'

/** When a field is seen: always, or once all of some moments have come. */
export type From = 'always' | readonly Moment[]

/** Who sees a field. The council's people need the permission as well; whoever is not named does not see it. */
export type Rule = {
  readonly council: Permission
  readonly provider?: From
  readonly portal?: From
  readonly partner?: From
  readonly public?: 'always'
  readonly source: string
}

/** A field for everyone: what CQC publishes, and what the council must (W1.3, W1.4). */
const open = (source: string) =>
  ({
    council: 'services.see',
    provider: 'always',
    portal: 'always',
    partner: 'always',
    public: 'always',
    source,
  }) as const

/** A field for the council's people with a permission, and nobody else. */
const kept = <Held extends Permission>(council: Held, source: string) => ({ council, source }) as const

/** A field for the council and the provider itself. */
const between = <Held extends Permission>(council: Held, source: string) =>
  ({ council, provider: 'always', source }) as const

/** The fields of every kind of record, each with its rule. */
export const fields = {
  service: {
    id: open('W1.4'),
    name: open('W1.4'),
    service_type: open('W1.4'),
    place: open('W1.4'),
    postcode: open('W1.4'),
    provider_name: open('W1.4'),
    registered_provider: open('W1.4'),
    authority: open('W1.4'),
    commissioned: open('W1.4'),
    invented: open('X6'),
    location_id: open('W1.3'),
    rating_overall: open('W1.3'),
    rating_published: open('W1.3'),
    registered_from: open('W1.3'),
    registered_to: open('W1.3'),
    manager_in_post: open('W1.3'),
    ended_on: open('W1.4'),
    end_reason: kept('services.see', 'W1.5'),
    population: between('services.see', 'W3.22'),
    lead: between('services.see', 'W 2.4'),
  },
  contract: {
    id: kept('contracts.see', 'W1.1'),
    reference: between('contracts.see', 'W1.1'),
    standing: between('contracts.see', 'W1.1'),
    inForce: between('contracts.see', 'W1.1'),
    lastDay: between('contracts.see', 'W1.1'),
    lead: between('contracts.see', 'W 2.4'),
    leadNamed: between('contracts.see', 'W 2.4'),
    version: kept('contracts.see', 'W1.1'),
    service: kept('contracts.see', 'W1.1'),
    serviceName: kept('contracts.see', 'W1.1'),
    serviceType: kept('contracts.see', 'W1.1'),
    provider: kept('contracts.see', 'W1.1'),
    providerCqcId: kept('contracts.see', 'W1.1'),
    group: kept('contracts.see', 'W1.1'),
    starts: kept('contracts.see', 'W1.1'),
    ends: kept('contracts.see', 'W1.1'),
    specification: kept('contracts.see', 'W1.1'),
    funding: kept('contracts.see', 'W1.1'),
    annualValue: kept('contracts.see', 'W1.1'),
    populationBasis: kept('contracts.see', 'W3.22'),
    people: kept('contracts.see', 'W3.22'),
    permitsSuspension: kept('contracts.see', 'W1.1'),
    annualStatement: kept('contracts.see', 'W3.6'),
    kpiSet: kept('contracts.see', 'W1.1'),
    stop: kept('contracts.see', 'W1.5'),
  },
  suspension: {
    // What the council must publish (W1.3), and whoever places must see at once (W4.6).
    id: open('W1.3'),
    kind: open('W1.3'),
    starts: open('W1.3'),
    liftedOn: open('W1.3'),
    standing: open('W1.3'),
    reason: between('suspensions.see', 'W Suspension'),
    clause: between('suspensions.see', 'W Suspension'),
    conditions: between('suspensions.see', 'W Suspension'),
    reviewOn: kept('suspensions.see', 'W Suspension'),
    version: kept('suspensions.see', 'W Suspension'),
    service: open('W1.3'),
    serviceName: open('W1.3'),
    contract: kept('suspensions.see', 'W Suspension'),
    liftReason: kept('suspensions.see', 'W Suspension'),
    liftNote: kept('suspensions.see', 'W Suspension'),
  },
  intelligence: {
    id: kept('intelligence.see', 'W 3.2'),
    kind: kept('intelligence.see', 'W 3.2'),
    occurred: kept('intelligence.see', 'W 3.2'),
    concluded: kept('intelligence.see', 'W 3.2'),
    outcome: kept('intelligence.see', 'W 3.2'),
    progressed: kept('intelligence.see', 'W3.23'),
    version: kept('intelligence.see', 'W 3.2'),
    reference: kept('intelligence.see', 'W 3.2'),
    summary: kept('intelligence.see', 'B 4.0'),
    category: kept('intelligence.see', 'B 4.0'),
    source: kept('intelligence.see', 'B 4.0'),
    route: kept('intelligence.see', 'W 3.2'),
    recorded_at: kept('intelligence.see', 'W 3.2'),
    // Who raised a concern hears back (X12), and is named to nobody outside the council.
    raisedBy: kept('work.see', 'W 2.6; B 4.0'),
  },
  // The due date of what the council carries out tells the colour, so a provider learns only what is arranged with it.
  // Which rows those are is a rule of the database (activity_for_provider_now).
  activity: {
    name: between('plan.see', 'W 3.5, 3.6; B 2.0'),
    state: between('plan.see', 'W 3.5, 3.6; B 2.0'),
    due: between('plan.see', 'W 3.4; B App 2'),
    arrangedFor: between('plan.see', 'W 3.5, 3.6; B 2.0'),
    atTime: between('plan.see', 'W 3.5, 3.6; B 2.0'),
    place: between('plan.see', 'B 2.0'),
    because: kept('plan.see', 'W 3.2'),
    attendance: kept('plan.see', 'B 2.0'),
    notes: kept('plan.see', 'B 2.0'),
    id: kept('plan.see', 'W 3.5'),
    version: kept('plan.see', 'W 3.5'),
    service: kept('plan.see', 'W 3.5'),
    serviceName: kept('plan.see', 'W 3.5'),
    contract: kept('plan.see', 'W 3.5'),
    activity: kept('plan.see', 'W 3.4'),
    form: kept('plan.see', 'W 3.4'),
    heldOn: kept('plan.see', 'W 3.5'),
    person: kept('plan.see', 'W 3.5'),
    byProvider: kept('plan.see', 'W 3.4'),
    counts: kept('plan.see', 'W 3.4'),
    occasion: kept('plan.see', 'B 2.0'),
    reason: kept('plan.see', 'W 3.5'),
    checks: kept('plan.see', 'B 2.0'),
    recordDue: kept('plan.see', 'B 2.0'),
    recordSentOn: kept('plan.see', 'B 2.0'),
  },
  // The council's own log of its work.
  contact: {
    id: kept('plan.see', 'W 2.4'),
    service: kept('plan.see', 'W 2.4'),
    kind: kept('plan.see', 'W 2.4'),
    on: kept('plan.see', 'W 2.4'),
    person: kept('plan.see', 'W 2.4'),
    withWhom: kept('plan.see', 'W 2.4'),
    note: kept('plan.see', 'W 2.4'),
    followUp: kept('plan.see', 'W 2.4'),
    followedUpOn: kept('plan.see', 'W 2.4'),
  },
  rating: {
    // Our own rating is the council's until people have decided it; it never reaches the public list (W1.4).
    proposed: kept('ratings.see', 'W 3.2'),
    decided: { council: 'ratings.see', provider: ['shared'], source: 'W 3.2' },
    // With the notes of those who decided: these are the council's own.
    decisions: kept('ratings.see', 'W 3.2'),
    riskScore: kept('ratings.see', 'B 1.0, App 1'),
  },
  qualityRating: {
    // The provider and the forum, and "not formally published".
    pqr: { council: 'ratings.see', provider: ['shared'], partner: ['shared'], source: 'B 3.0' },
    reasons: { council: 'ratings.see', provider: ['shared'], source: 'B 3.0' },
  },
  assessment: {
    draftScores: { council: 'visits.see', provider: ['shared'], source: 'B App 4; W A1 7' },
    report: { council: 'visits.see', provider: ['published'], source: 'W A1 5.6; B App 4' },
    // "Ratings are only visible to individual Providers": the council may open them to signed-in portal users.
    pammsRating: {
      council: 'ratings.see',
      provider: ['published'],
      portal: ['published', 'opened'],
      source: 'W Suspension, A1 5.6',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Rule>>>>

export type RecordKind = keyof typeof fields

/** The rule of a field for the people who stand in a relation to its record; undefined where they never see it. */
export const fromFor = (rule: Rule, relation: Exclude<Relation, 'council'>): From | undefined =>
  rule[relation]
