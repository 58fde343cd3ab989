import type { RaiseAnswers, Raised } from '../../../core/intelligence/raise-form.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { OpenService, RaisingRules } from '../queries/raising.ts'
import { raisePath } from './frame.ts'

type Row = readonly [key: string, value: string, step: string, what: string]

/** Everything that was answered, each with a link to change it; sent only by the button below. */
export const checkPage = (given: {
  readonly service: OpenService
  readonly answers: RaiseAnswers
  readonly raised: Raised
  readonly rules: RaisingRules
}): Html => {
  const { service, answers, raised, rules } = given
  const { kinds, sources } = rules.lists
  const rows: readonly Row[] = [
    ['Service', service.name, '', 'the service'],
    [
      'What it is',
      kinds.find(({ id }) => id === raised.said.kind)?.asked ?? raised.said.kind,
      '/what?to=check',
      'what it is',
    ],
    ['When', dayInWords(raised.said.occurred), '/what?to=check', 'when it was'],
    ['What you saw', raised.said.summary ?? '', '/saw?to=check', 'what you saw'],
    ...(answers.risk === undefined || raised.said.kind === 'compliment'
      ? []
      : [
          [
            'Anyone at risk now',
            raised.immediateRisk ? 'Yes' : 'No',
            '/saw?to=check',
            'whether anyone is at risk',
          ] as const,
        ]),
    [
      'Who you are',
      sources.find(({ id }) => id === raised.said.source)?.asked ?? 'Not said',
      '/you?to=check',
      'who you are',
    ],
    ['Your name', raised.name ?? 'Not given', '/you?to=check', 'your name'],
    ['Your email', raised.email, '/you?to=check', 'your email address'],
  ]
  return html`${pageHeading({ text: 'Check what you tell us' })}
${summaryList({
  rows: rows.map(([text, value, step, what]) => ({
    key: { text },
    value: { text: value, classes: 'plumbline-break' },
    actions: { items: [{ href: `${raisePath}${step}`, text: 'Change', visuallyHiddenText: what }] },
  })),
})}
<form method="post" action="${raisePath}/check" novalidate>
${button({ text: 'Send it', preventDoubleClick: true })}
</form>`
}
