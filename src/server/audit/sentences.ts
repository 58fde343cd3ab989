/** What each kind of event is called, and what it says in one sentence. One table; a new kind is a new line. */
import { intelligenceKinds } from '../../core/intelligence/kinds.ts'
import type { Day } from '../../core/kit/days.ts'
import { capital, counted, dayInWords, listed } from '../../core/kit/words.ts'
import type { EventKind } from '../platform/events/event.ts'
import { kindNames } from '../register/words.ts'
import { accountSentences } from './account-sentences.ts'
import { monitoringSentences } from './monitoring-sentences.ts'
import { type Entry, onDay } from './sentence.ts'

const kindName = (kind: string): string =>
  intelligenceKinds.some((known) => known === kind) ? kindNames[kind as keyof typeof kindNames] : kind

/** A key of the policy as words: `peopleFunded` is `people funded`. */
const inWords = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const alertsIn = (ids: readonly unknown[]): string => counted(ids.length, 'alert', 'alerts')

const services = (ids: readonly unknown[]): string => counted(ids.length, 'service', 'services')

const spaced = (id: string): string => id.replaceAll('-', ' ')

const stopped = ({ on, reasons }: { on: string; reasons: readonly string[] }): string =>
  `Its last day is ${onDay(on)}. Reasons: ${listed(reasons.map((reason) => reason.replaceAll('-', ' ')))}.`

const records = (kinds: Readonly<Record<string, number>>): string =>
  listed(Object.entries(kinds).map(([kind, number]) => `${kind.replaceAll('-', ' ')}: ${number}`))

export const sentences: { readonly [Kind in EventKind]: Entry<Kind> } = {
  ...accountSentences,
  'intelligence.recorded': {
    name: 'Intelligence recorded',
    says: ({ kind, occurred, immediateRisk }) =>
      `${kindName(kind)} of ${dayInWords(occurred as Day)}.${immediateRisk ? ' Somebody was said to be at risk.' : ''}`,
  },
  'intelligence.corrected': {
    name: 'Intelligence corrected',
    says: ({ kind, fields }) => `${kindName(kind)}. Changed: ${listed(fields)}.`,
  },
  'intelligence.imported': {
    name: 'Intelligence taken in',
    says: ({ source, added, changed }) => `${source}: ${added.length} added, ${changed.length} changed.`,
  },
  'intelligence.file-sent': {
    name: 'File of intelligence sent',
    says: ({ source, file }) => `${file}, of ${source}.`,
  },
  'intelligence.file-accepted': {
    name: 'File of intelligence accepted',
    says: ({ file, keep }) => `${file}: ${keep === 'good' ? 'its good rows' : 'all of it or nothing'}.`,
  },
  'intelligence.source-mapped': {
    name: 'Columns of a source mapped',
    says: ({ source }) => `${source}.`,
  },
  'feed.declared': {
    name: 'Declared what is collected',
    says: ({ name, kinds, from }) => `${name}: ${listed(kinds.map(kindName))}, from ${onDay(from)}.`,
  },
  'feed.ended': {
    name: 'Ended what is collected',
    says: ({ kind, until }) => `${kindName(kind)}, until ${onDay(until)}.`,
  },
  'concern.raised': {
    name: 'Concern sent without an account',
    says: ({ immediateRisk }) =>
      `Its email is to be confirmed.${immediateRisk ? ' Somebody was said to be at risk.' : ''}`,
  },
  'concern.confirmed': {
    name: 'Email of a concern confirmed',
    says: () => 'From now on it is intelligence.',
  },
  'concern.decided': {
    name: 'Concern without a confirmed email decided',
    says: ({ decision }) => (decision === 'taken-in' ? 'It was taken in.' : 'It was set aside.'),
  },
  'concerns.erased': {
    name: 'Concerns without a confirmed email erased',
    says: ({ concerns }) => `${counted(concerns.length, 'concern', 'concerns')}.`,
  },
  'raiser.told': {
    name: 'Whoever raised a concern told that it has ended',
    says: () => null,
  },
  'facts.stated': {
    name: 'Facts stated for the rating',
    says: ({ after }) => `Stated: ${listed(Object.keys(after).map(inWords))}.`,
  },
  'register.imported': {
    name: 'CQC’s register taken in',
    says: ({ source, locations }) => `${counted(locations.length, 'location', 'locations')} from ${source}.`,
  },
  'register.rating-changed': {
    name: 'CQC changed ratings',
    says: ({ changes }) => `${counted(changes.length, 'rating', 'ratings')}.`,
  },
  'register.file-sent': {
    name: 'Files for the register sent',
    says: ({ files }) => `${listed(files)}.`,
  },
  'rating.proposed': {
    name: 'Rating proposed',
    says: ({ services: rated }) => {
      const [only, ...others] = rated
      if (only === undefined || others.length > 0) return `For ${services(rated)}.`
      return only.band === null ? 'Not rated: too little is known.' : `Proposed: ${only.band}.`
    },
  },
  'decisions.opened': {
    name: 'Session of decisions opened',
    says: ({ heldOn, reason }) =>
      `Of ${onDay(heldOn)}.${reason === null ? '' : ` Called because: ${reason}`}`,
  },
  'decisions.chosen': {
    name: 'Rating chosen, before all agreed',
    says: ({ services: chosen }) => {
      const [only, ...others] = chosen
      return only === undefined || others.length > 0 ? `For ${services(chosen)}.` : `Chosen: ${only.band}.`
    },
  },
  'decisions.closed': {
    name: 'Session of decisions ended',
    says: ({ decided, left }) => `${counted(decided, 'service', 'services')} decided, ${left} left.`,
  },
  'decisions.confirmed': {
    name: 'Ratings confirmed',
    says: ({ confirmed, sentBack }) => `${confirmed} confirmed, ${sentBack.length} sent back.`,
  },
  'rating.decided': {
    name: 'Rating decided',
    says: ({ services: decided }) => {
      const [only, ...others] = decided
      return only === undefined || others.length > 0 ? `For ${services(decided)}.` : `Decided: ${only.band}.`
    },
  },
  ...monitoringSentences,
  'visit.changed': { name: 'Visit changed', says: ({ what }) => `The visit was ${what}.` },
  'authority.set-up': { name: 'Council set up', says: ({ pack }) => `With the policy ${pack}.` },
  'work.done': { name: 'Work marked as done', says: () => null },
  'alerts.found': {
    name: 'Alerts looked for',
    says: ({ opened, changed, cleared }) =>
      `${opened.length} opened, ${changed.length} changed, ${cleared.length} cleared because their cause is gone.`,
  },
  'alerts.acknowledged': { name: 'Alerts acknowledged', says: ({ alerts }) => `${alertsIn(alerts)}.` },
  'alerts.assigned': { name: 'Alerts assigned', says: ({ alerts }) => `${alertsIn(alerts)}.` },
  'alerts.snoozed': {
    name: 'Alerts put off',
    says: ({ alerts, until }) => `${alertsIn(alerts)}, until ${onDay(until)}.`,
  },
  'alerts.woken': { name: 'Alerts brought back', says: ({ alerts }) => `${alertsIn(alerts)}.` },
  'alerts.done': { name: 'Alerts marked as done', says: ({ alerts }) => `${alertsIn(alerts)}.` },
  'notices.chosen': {
    name: 'Notices by mail chosen',
    says: ({ digest, atOnce }) =>
      `${digest === 'none' ? 'No digest' : `A ${digest} digest`}; urgent alerts ${atOnce ? 'at once' : 'not by mail'}.`,
  },
  'contract.added': { name: 'Contract added', says: () => null },
  'contract.changed': {
    name: 'Contract changed',
    says: ({ fields }) => `Changed: ${listed(fields)}.`,
  },
  'contract.lead-named': { name: 'Contract lead named', says: ({ from }) => `From ${onDay(from)}.` },
  'contract.ended': { name: 'Contract ended', says: stopped },
  'contract.terminated': { name: 'Contract terminated', says: stopped },
  'contracts.imported': {
    name: 'File of contracts taken in',
    says: ({ source, added, changed }) => `${source}: ${added.length} added, ${changed.length} changed.`,
  },
  'suspension.started': {
    name: 'New placements suspended',
    says: ({ of, from, reason }) => `${capital(spaced(of))}, from ${onDay(from)}. Reason: ${spaced(reason)}.`,
  },
  'suspension.changed': { name: 'Suspension changed', says: ({ fields }) => `Changed: ${listed(fields)}.` },
  'suspension.lifted': {
    name: 'Suspension lifted',
    says: ({ on, reason }) => `Placements can be made again from ${onDay(on)}. Reason: ${spaced(reason)}.`,
  },
  'publication.reviewed': {
    name: 'Public register reviewed',
    says: ({ services, suspended, due }) =>
      `${counted(services, 'service', 'services')}, ${suspended} of them suspended. Due again by ${onDay(due)}.`,
  },
  'officer.named': { name: 'Authorised Officer named', says: ({ from }) => `From ${onDay(from)}.` },
  'provider.changed': { name: 'Provider changed', says: () => null },
  'contracts.file-sent': {
    name: 'File of contracts sent',
    says: ({ file, rows }) => `${file}, ${counted(rows, 'row', 'rows')}.`,
  },
  'service.added': { name: 'Services added', says: ({ services: added }) => `${services(added)}.` },
  'service.changed': { name: 'Service changed', says: ({ services: changed }) => `${services(changed)}.` },
  'service.moved': {
    name: 'Services followed to new registrations',
    says: ({ moved, joined }) => `${moved.length} moved, ${joined.length} joined with another.`,
  },
  'service.ended': {
    name: 'Service ended',
    says: ({ on, reason }) => `Its last day is ${onDay(on)}. ${reason}`,
  },
  'export.made': {
    name: 'Data exported',
    says: ({ what, filters, rows }) =>
      `${what}: ${counted(rows, 'row', 'rows')}${Object.keys(filters).length === 0 ? '' : `, where ${listed(Object.entries(filters).map(([name, value]) => `${name} is ${value}`))}`}.`,
  },
  'retention.proposed': { name: 'Disposal proposed', says: ({ kinds }) => `${records(kinds)}.` },
  'retention.held': {
    name: 'Legal hold placed',
    says: ({ label, reason }) => `${label}. Reason: ${reason}`,
  },
  'retention.released': { name: 'Legal hold ended', says: ({ label }) => `${label}.` },
  'retention.disposed': {
    name: 'Records disposed of',
    says: ({ kinds, certificate }) => `${records(kinds)}. Certificate ${certificate}.`,
  },
}
