import type { Example } from '../catalogue.ts'
import { summaryList } from '../components/summary-list.ts'
import { taskList } from '../components/task-list.ts'
import { timeline } from '../components/timeline.ts'
import { html } from '../html.ts'
import { workList } from '../work-list.ts'

/** What lists things. */
export const listExamples: readonly Example[] = [
  {
    name: 'summary-list',
    title: 'Details that can be changed',
    render: () =>
      summaryList({
        rows: [
          { key: { text: 'Provider' }, value: { text: 'Rowan Care Ltd' } },
          {
            key: { text: 'Contract lead' },
            value: { text: 'Asha Verma' },
            actions: { items: [{ text: 'Change', href: '#lead', visuallyHiddenText: 'contract lead' }] },
          },
        ],
      }),
  },
  {
    name: 'summary-list',
    title: 'In a card',
    render: () =>
      summaryList({
        card: {
          title: { text: 'Quality assessment', headingLevel: 3 },
          actions: {
            items: [
              { text: 'Open', href: '#open' },
              { text: 'Rearrange', href: '#rearrange' },
            ],
          },
        },
        rows: [
          { key: { text: 'Due' }, value: { text: '18 November 2026, 3 days overdue' } },
          { key: { text: 'Quality assessor' }, value: { text: 'Tom Oakes' } },
        ],
      }),
  },
  {
    name: 'task-list',
    title: 'A visit',
    render: () =>
      taskList({
        idPrefix: 'visit',
        items: [
          { title: { text: 'Involving people' }, href: '#1', status: { text: 'Completed' } },
          {
            title: { text: 'Safe care' },
            href: '#2',
            hint: { text: '4 of 9 questions' },
            status: { tag: { text: 'In progress' } },
          },
          {
            title: { text: 'Agree the grades' },
            status: { text: 'Cannot start yet', classes: 'govuk-task-list__status--cannot-start-yet' },
          },
        ],
      }),
  },
  {
    name: 'task-list',
    title: 'A return',
    render: () =>
      taskList({ items: [{ title: { text: 'October 2026' }, href: '#october', status: { text: 'Sent' } }] }),
  },
  {
    name: 'timeline',
    title: 'A service',
    render: () =>
      timeline({
        headingLevel: 3,
        items: [
          {
            label: { text: 'Amber decided' },
            byline: { text: 'Asha Verma and Tom Oakes' },
            datetime: { timestamp: '2026-11-14', text: '14 November 2026' },
            text: 'Two concerns in a month.',
          },
          {
            label: { text: 'Concern raised' },
            datetime: { timestamp: '2026-11-02', text: '2 November 2026' },
            html: html`<a class="govuk-link" href="#concern">EM-2041</a>`,
          },
        ],
      }),
  },
  {
    name: 'timeline',
    title: 'One event',
    render: () =>
      timeline({
        headingLevel: 3,
        items: [
          {
            label: { text: 'Contract began' },
            datetime: { timestamp: '2026-04-01', text: '1 April 2026' },
            text: 'For 3 years.',
          },
        ],
      }),
  },
  {
    name: 'work-list',
    title: 'What somebody is to do, the most urgent first',
    render: () =>
      workList({
        label: 'Your work',
        items: [
          {
            title: html`<a class="govuk-link" href="#concern">Immediate concern</a>`,
            about: 'Rowan House',
            text: 'Someone may be at risk now. Respond today.',
            due: 'Due today',
            action: html`<a class="govuk-link" href="#respond">Record the response</a>`,
          },
        ],
      }),
  },
]
