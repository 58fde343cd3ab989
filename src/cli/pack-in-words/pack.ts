/** A whole pack in words, by sections. */
import { counted, dayInWords } from '../../core/kit/words.ts'
import { assumedReasons } from '../../core/policy/assumed.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { periodInWords } from '../../core/retention/due.ts'
import { recordKinds } from '../../core/retention/record-kinds.ts'
import { alertLines } from './alerts.ts'
import { type Lined, linedOf, reasonLines, sectionOf } from './lines.ts'
import { monitoringLines } from './monitoring.ts'
import { ratingLines } from './rating.ts'

const about = ({ reference, documents: { pack } }: Policy, lined: Lined): readonly string[] => {
  const { approval, owner, review, sentTo, serviceTypes, roles, contacts, documents } = pack
  return [
    lined(`In force from ${dayInWords(reference.inForceFrom)}`, pack.inForceFrom),
    lined(`Approved by ${approval.by}, ${approval.on}`, approval),
    lined(`Owner: ${owner.who}`, owner),
    lined(`Next review: ${review.due}`, review),
    ...sentTo.map((each) => lined(`Goes to: ${each.who}`, each)),
    ...documents.map(({ title, cites }) => `Taken from: ${title}. Cited as: ${cites}`),
    ...serviceTypes.map((each) => lined(`Type of service: ${each.name}`, each)),
    ...roles.map((each) => lined(`Role: ${each.name}`, each)),
    ...contacts.map((each) => {
      const ways = [each.email, each.telephone].filter((way) => way !== undefined)
      return lined([`Contact: ${each.name}, for ${each.for}`, ...ways].join(', '), each)
    }),
  ]
}

const kept = ({ documents: { retention } }: Policy, lined: Lined): readonly string[] =>
  (retention?.rules ?? []).map((rule) => {
    const { name, closes } = recordKinds[rule.record]
    return lined(`${name}: kept for ${periodInWords(rule.keepFor)} after it was closed: ${closes}`, rule)
  })

const intelligence = ({ documents }: Policy, lined: Lined): readonly string[] => {
  const { intelligence: lists } = documents
  if (lists === undefined) return []
  const { kinds, categories, sources, routes, outcomes, raising } = lists
  const named = (what: string, each: { readonly name: string }) => lined(`${what}: ${each.name}`, each)
  const ways =
    raising === undefined
      ? []
      : [
          lined(`Where somebody is at risk: ${raising.atRisk.contact}`, raising.atRisk),
          lined(`Code by email: ${raising.code.minutes} minutes, ${raising.code.tries} tries`, raising.code),
          lined(
            `At most ${raising.sends.perAddress} codes to an address and ${raising.sends.perSource} concerns from one source in ${raising.sends.hours} hours`,
            raising.sends,
          ),
          lined(`What was not sent is kept for ${raising.draft.hours} hours`, raising.draft),
          lined(`Without a confirmed email: kept for ${raising.unconfirmed.days} days`, raising.unconfirmed),
        ]
  return [
    ...kinds.map((each) => named(each.asked === undefined ? 'Kind' : `Kind, asked as “${each.asked}”`, each)),
    ...categories.map((each) => named('About', each)),
    ...sources.map((each) => named('From', each)),
    ...routes.map((each) => named('Came first', each)),
    ...outcomes.map((each) => named('Ends as', each)),
    ...ways,
  ]
}

const suspended = ({ documents: { suspensions } }: Policy, lined: Lined): readonly string[] =>
  suspensions === undefined
    ? []
    : [
        ...suspensions.kinds.flatMap((kind) => [
          lined(`Kind: ${kind.name}`, kind),
          lined(`  ${kind.publish.is ? 'shown in' : 'not shown in'} the public register`, kind.publish),
        ]),
        ...suspensions.reasons.map((reason) => lined(`Begins because: ${reason.text}`, reason)),
        ...suspensions.liftReasons.map((reason) => lined(`Lifted because: ${reason.text}`, reason)),
      ]

const published = ({ documents: { publication } }: Policy, lined: Lined): readonly string[] =>
  publication === undefined
    ? []
    : [
        lined(publication.register.publish ? 'Published' : 'Not published', publication.register),
        lined(
          `Reviewed every ${counted(publication.review.everyMonths, 'month', 'months')}`,
          publication.review,
        ),
      ]

const assumptions = ({ documents }: Policy): readonly string[] => [
  ...documents.pack.assumptions.flatMap(({ about: paragraph, says, why }, index) => [
    `${index + 1}. ${says}`,
    `   On: ${paragraph}. Why: ${why}`,
  ]),
  ...assumedReasons(documents).flatMap(reasonLines),
]

/** Returns everything that a pack says, as lines: each value with its paragraph, or with the number of its assumption. */
export const packInWords = (policy: Policy, cases: readonly string[]): string => {
  const { reference, documents } = policy
  const lined = linedOf(documents)
  const judgements = documents.judgements?.judgements ?? []
  return [
    policy.name,
    `${documents.pack.council}, version ${reference.version}, SHA-256 ${reference.sha256}`,
    ...sectionOf('About', about(policy, lined)),
    ...ratingLines(policy, lined),
    ...monitoringLines(documents, lined),
    ...sectionOf(
      'Ratings that people give',
      judgements.map((each) =>
        lined(`${each.name}: ${each.levels.map(({ number, name }) => `${number} ${name}`).join(', ')}`, each),
      ),
    ),
    ...sectionOf('Intelligence', intelligence(policy, lined)),
    ...sectionOf('Alerts', alertLines(documents, lined)),
    ...sectionOf('Suspension of new placements', suspended(policy, lined)),
    ...sectionOf('The public register', published(policy, lined)),
    ...sectionOf('How long records are kept', kept(policy, lined)),
    ...sectionOf('Assumptions', assumptions(policy)),
    ...sectionOf(`Worked cases: ${cases.length}`, cases),
  ].join('\n')
}
