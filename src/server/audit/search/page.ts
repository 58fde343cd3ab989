import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { pagination } from '../../../ui/components/pagination.ts'
import { select } from '../../../ui/components/select.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { filterChips } from '../../../ui/filter-chips.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { eventInWords, momentInWords, rolesInWords, whoInWords } from '../history/event-list.ts'
import { records } from '../history/records.ts'
import { nameOfKind } from '../say.ts'
import { sentences } from '../sentences.ts'
import type { Told } from '../told.ts'
import { type AuditSearch, addressOf } from './asked-for.ts'
import type { ToldAccess } from './queries.ts'

export type AuditPage = {
  readonly search: AuditSearch
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly events: readonly Told[]
  readonly accesses: readonly ToldAccess[]
  /** The number after which the next page begins; null on the last. */
  readonly next: number | null
  readonly mayExport: boolean
  readonly mayDispose: boolean
}

const spaced = { classes: 'govuk-!-margin-bottom-4' }

/** What a sensitive page shows, in words. */
const shown: Readonly<Record<string, string>> = {
  intelligence: 'Intelligence',
  people: 'People',
  trail: 'Audit trail and history',
  refused: 'Nothing: their role does not allow it',
}

const kindItems = ({ of }: AuditSearch) => [
  { value: '', text: 'Anything' },
  ...(of === 'events'
    ? Object.entries(sentences).map(([value, { name }]) => ({ value, text: name }))
    : Object.entries(shown).map(([value, text]) => ({ value, text }))),
]

const dayField = (name: 'from' | 'to', label: string, value: string | null): Html =>
  input({
    id: name,
    name,
    type: 'date',
    label: { text: label },
    formGroup: spaced,
    classes: 'govuk-input--width-10',
    value: value ?? undefined,
  })

const filters = ({
  search,
  people,
}: AuditPage): Html => html`<form class="plumbline-search-form" role="search" aria-label="Audit trail" method="get" action="/audit">
<input type="hidden" name="of" value="${search.of}">
${search.subjectKind !== null && html`<input type="hidden" name="subject-kind" value="${search.subjectKind}">`}
<div class="govuk-grid-row">
<div class="govuk-grid-column-one-third">${select({
  id: 'person',
  name: 'person',
  label: { text: 'Who' },
  formGroup: spaced,
  items: [
    { value: '', text: 'Anyone' },
    ...(search.of === 'events' ? [{ value: 'system', text: 'Plumbline itself' }] : []),
    ...people.map(({ id, name }) => ({ value: id, text: name })),
  ],
  value: search.person ?? undefined,
})}</div>
<div class="govuk-grid-column-one-third">${select({ id: 'kind', name: 'kind', label: { text: 'What' }, formGroup: spaced, items: kindItems(search), value: search.kind ?? undefined })}</div>
<div class="govuk-grid-column-one-third">${input({ id: 'subject', name: 'subject', label: { text: 'Reference of the record' }, hint: { text: 'The last part of its address.' }, formGroup: spaced, classes: 'govuk-input--width-20', value: search.subject ?? undefined, spellcheck: false })}</div>
</div>
<div class="govuk-grid-row">
<div class="govuk-grid-column-one-third">${dayField('from', 'From', search.from)}</div>
<div class="govuk-grid-column-one-third">${dayField('to', 'To', search.to)}</div>
</div>
${button({ text: 'Search' })}
</form>`

const which = (search: AuditSearch): Html =>
  filterChips({
    label: 'Show',
    items: (
      [
        ['events', 'What was done'],
        ['accesses', 'What was looked at'],
      ] as const
    ).map(([of, text]) => ({
      text,
      href: addressOf({ ...search, of, kind: null }),
      current: search.of === of,
    })),
  })

/** What has no history of its own, by the kind that its events name. */
const withoutHistory: Readonly<Record<string, Html>> = {
  authority: html`The council`,
  certificate: html`Certificate of disposal`,
  concern: html`Concern raised without an account`,
  file: html`File of intelligence`,
  import: html`Import of CQC’s files`,
  mail: html`<a class="govuk-link" href="/outbox">Mail</a>`,
  publication: html`Public register`,
}

const record = ({ kind, id }: { readonly kind: string; readonly id: string }): Html => {
  const entry = Object.hasOwn(records, kind) ? records[kind] : undefined
  return entry === undefined
    ? (withoutHistory[kind] ?? html`${kind} ${id}`)
    : html`<a class="govuk-link" href="/history/${kind}/${id}">${entry.name}, its history</a>`
}

const eventTable = (events: readonly Told[]): Html =>
  table({
    head: ['When', 'What', 'Who', 'Of what', 'In words'].map((text) => ({ text })),
    rows: events.map((event) => [
      { text: momentInWords(event.at) },
      { text: nameOfKind(event.kind) },
      { text: whoInWords(event) },
      { html: record(event.subject) },
      { html: eventInWords(event, event.subject.kind === 'service' ? event.subject.id : null) },
    ]),
  })

const accessTable = (accesses: readonly ToldAccess[]): Html =>
  table({
    head: ['When', 'Who', 'As', 'Saw', 'Of what'].map((text) => ({ text })),
    rows: accesses.map((access) => [
      { text: momentInWords(access.at) },
      { text: access.by },
      { text: rolesInWords(access.actedAs) },
      { text: shown[access.shows] ?? access.shows },
      { html: record(access.subject) },
    ]),
  })

/** The search of auditors: what was done, and what was looked at. */
export const auditPage = (given: AuditPage): Html => {
  const { search, events, accesses, next, mayExport, mayDispose } = given
  const found = events.length + accesses.length
  return html`${pageHeading({ text: 'Audit trail' })}
${mayDispose && html`<p class="govuk-body"><a class="govuk-link" href="/retention">Retention: what is due for disposal, holds and certificates</a></p>`}
${which(search)}
${filters(given)}
${
  found > 0 &&
  mayExport &&
  html`<p class="govuk-body"><a class="govuk-link" href="${addressOf(search, '/audit/trail.csv')}">Download CSV</a> of everything that was found. The download itself is written into the trail.</p>`
}
${
  found === 0
    ? emptyState({
        title: 'Nothing was found',
        text: 'Choose a longer time, or fewer conditions.',
        action: { text: 'Show all', href: `/audit?of=${search.of}` },
      })
    : scrollRegion({
        label: 'Audit trail',
        content: search.of === 'events' ? eventTable(events) : accessTable(accesses),
      })
}
${next !== null && pagination({ next: { href: addressOf(search, '/audit', next), text: 'Earlier' } })}`
}
