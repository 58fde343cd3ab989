import { card, cardGrid } from '../card.ts'
import type { Example } from '../catalogue.ts'
import { badge } from '../components/badge.ts'
import { tag } from '../components/tag.ts'
import { definitionList } from '../definitions.ts'
import { bandRow, explanation } from '../explanation.ts'
import { html } from '../html.ts'
import { type StatusColour, statusTag } from '../status-tag.ts'
import { trendDots } from '../trend-dots.ts'

const colours: readonly (readonly [StatusColour, string])[] = [
  ['red', 'Red'],
  ['amber', 'Amber'],
  ['green', 'Green'],
  ['grey', 'Not rated'],
  ['blue', 'Draft'],
]

const figures = definitionList([
  {
    term: 'Concerns counted',
    value: html`<a class="govuk-link" href="#counted">3 concerns</a>`,
    note: '21 August to 20 November 2026',
  },
  { term: 'People using the service', value: '40', note: 'from the return of October 2026' },
  { term: 'Confidence', value: 'Hangs on no single case' },
])

const bands = bandRow({
  label: 'Tolerances for care concerns',
  mark: 'Rowan House: 7.5%',
  bands: [
    { name: 'Green', colour: 'green', text: 'under 2%' },
    { name: 'Amber', colour: 'amber', text: '2% to 5%' },
    { name: 'Red', colour: 'red', text: 'over 5%', isMarked: true },
  ],
})

/** How things stand, and why. */
export const stateExamples: readonly Example[] = [
  {
    name: 'status-tag',
    title: 'Decided',
    render: () => html`<p>${colours.map(([colour, text]) => html`${statusTag({ text, colour })} `)}</p>`,
  },
  {
    name: 'status-tag',
    title: 'Proposed',
    render: () =>
      html`<p>${colours.map(([colour, text]) => html`${statusTag({ text, colour, outlined: true, prefix: 'Proposed' })} `)}</p>`,
  },
  {
    name: 'trend-dots',
    title: 'Twelve weeks',
    render: () =>
      html`<p>${trendDots({ colours: [null, 'amber', 'amber', 'red', 'green'], words: 'Green for 1 week, Red before, better than before.' })}</p>`,
  },
  { name: 'tag', title: 'Plain', render: () => tag({ text: 'In progress' }) },
  {
    name: 'tag',
    title: 'Coloured',
    render: () => tag({ text: 'Not yet started', classes: 'govuk-tag--grey' }),
  },
  { name: 'badge', title: 'Plain', render: () => badge({ text: 'New' }) },
  { name: 'badge', title: 'Red', render: () => badge({ text: 'Immediate', classes: 'moj-badge--red' }) },
  {
    name: 'card',
    title: 'Five aspects of a service',
    render: () =>
      cardGrid([
        {
          title: 'Performance',
          href: '#performance',
          figure: '11 of 12',
          text: 'measures met in October 2026',
        },
        { title: 'Quality', href: '#quality', figure: 'Good', text: 'assessed on 4 March 2026' },
        {
          title: 'Contract',
          href: '#contract',
          figure: '1 late',
          text: 'assurance statement',
          foot: '12 days overdue',
        },
        { title: 'Voice', href: '#voice', figure: '82%', text: '33 of 40 people are satisfied' },
        {
          title: 'Risk',
          href: '#risk',
          figure: statusTag({ text: 'Amber', colour: 'amber' }),
          text: 'decided on 14 November 2026',
        },
      ]),
  },
  {
    name: 'card',
    title: 'One by itself',
    render: () => card({ title: 'Returns', figure: '2', text: 'due this week' }),
  },
  { name: 'definitions', title: 'Figures of a result', render: () => figures },
  {
    name: 'definitions',
    title: 'One fact',
    render: () => definitionList([{ term: 'Contract lead', value: 'Asha Verma' }]),
  },
  {
    name: 'explanation',
    title: 'One criterion',
    render: () =>
      explanation({
        id: 'care-concerns',
        title: 'Care concerns',
        colour: 'red',
        tag: statusTag({ text: 'Red', colour: 'red', outlined: true, prefix: 'Proposed' }),
        sentence:
          '3 care concerns for 40 people since 21 August is 7.5%. Over 5% is Red. Hangs on no single case.',
        content: html`${bands}${figures}<p class="govuk-body"><a class="govuk-link" href="#policy">Policy, paragraph 3.2</a></p>`,
      }),
  },
  {
    name: 'explanation',
    title: 'Not known',
    render: () =>
      explanation({
        id: 'complaints',
        title: 'Complaints to the provider',
        colour: 'grey',
        tag: statusTag({ text: 'Not known', colour: 'grey' }),
        sentence: 'The return of October 2026 is missing, so nobody can say. Rowan House can send it.',
      }),
  },
]
