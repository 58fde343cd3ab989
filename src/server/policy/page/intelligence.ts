import { counted, listed } from '../../../core/kit/words.ts'
import type { IntelligenceDocument } from '../../../core/policy/documents/intelligence.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { Marks } from './marks.ts'
import { facts, points } from './section.ts'

type Raising = NonNullable<IntelligenceDocument['raising']>

const kindsTable = ({ kinds }: IntelligenceDocument, marks: Marks): Html =>
  scrollRegion({
    label: 'Kinds of intelligence',
    content: table({
      head: ['Kind', 'In files also', 'Ends with an outcome', 'On the form without an account'].map(
        (text) => ({
          text,
        }),
      ),
      rows: kinds.map((kind) => [
        { html: html`${kind.name} ${marks.of(kind)}` },
        { text: listed(kind.also ?? [], 'or') },
        { text: kind.ends ? 'Yes' : 'No' },
        { text: kind.asked ?? 'Not offered' },
      ]),
      firstCellIsHeader: true,
    }),
  })

type Named = { readonly name: string; readonly asked?: string | undefined }

const named = (all: readonly Named[], marks: Marks): Html =>
  points(
    all.map(
      (each) =>
        html`${each.name}${each.asked !== undefined && `, on the form without an account “${each.asked}”`} ${marks.of(each)}`,
    ),
  )

const hours = (number: number): string => counted(number, 'hour', 'hours')

const raisingInWords = (raising: Raising, { pack }: Policy['documents'], marks: Marks): Html => {
  const { atRisk, code, sends, draft, unconfirmed } = raising
  const contact = pack.contacts.find(({ id }) => id === atRisk.contact)
  return html`<h3 class="govuk-heading-m">The form for people without an account</h3>
${facts([
  ['Whom to ring where somebody is at risk', html`${contact?.name ?? atRisk.contact} ${marks.of(atRisk)}`],
  [
    'The code by email works',
    html`For ${counted(code.minutes, 'minute', 'minutes')}, with ${counted(code.tries, 'try', 'tries')} ${marks.of(code)}`,
  ],
  [
    'Sent at most',
    html`${counted(sends.perAddress, 'code', 'codes')} to an address, and ${counted(sends.perSource, 'concern', 'concerns')} from one place of the network, in ${hours(sends.hours)} ${marks.of(sends)}`,
  ],
  ['What was not sent is kept', html`For ${hours(draft.hours)} ${marks.of(draft)}`],
  [
    'Without a confirmed email it is kept',
    html`For ${counted(unconfirmed.days, 'day', 'days')}, then erased. Where somebody was said to be at risk, not before the contracts team has decided. ${marks.of(unconfirmed)}`,
  ],
])}`
}

/** Which intelligence is recorded and in which words; null where the pack does not say. */
export const intelligenceInWords = (documents: Policy['documents'], marks: Marks): Html | null => {
  const { intelligence } = documents
  if (intelligence === undefined) return null
  const { categories, sources, routes, outcomes, raising } = intelligence
  return html`${kindsTable(intelligence, marks)}
${facts([
  categories.length > 0 && ['What it is about', named(categories, marks)],
  sources.length > 0 && ['Where it came from', named(sources, marks)],
  routes.length > 0 && ['To whom it came first', named(routes, marks)],
  ['How it ends', named(outcomes, marks)],
])}
${raising !== undefined && raisingInWords(raising, documents, marks)}`
}
