import type { ConfirmDraft, ConfirmError } from '../../../core/decisions/confirm-form.ts'
import { departureInWords } from '../../../core/decisions/document-table.ts'
import { counted, dayInWords, listed } from '../../../core/kit/words.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { input } from '../../../ui/components/input.ts'
import { table } from '../../../ui/components/table.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { pagesOf } from '../../../ui/pages-of.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { DecisionMade } from '../queries/decided-here.ts'
import type { Session } from '../queries/sessions.ts'
import type { TeamPeople } from '../queries/team-people.ts'
import { decidedTag } from './decided-tag.ts'

/** A meeting that confirms, while it is open. */
export type ConfirmPage = {
  readonly session: Session
  readonly name: string
  readonly council: string
  readonly bands: readonly Band[]
  /** How many decisions there are in all since the last confirmation. */
  readonly count: number
  /** Those of this page. */
  readonly decisions: readonly DecisionMade[]
  readonly page: number
  readonly pages: number
  readonly teams: readonly TeamPeople[]
  readonly draft: ConfirmDraft
  readonly errors: readonly ConfirmError[]
  readonly mayConfirm: boolean
}

const attendance = ({ teams, draft, errors }: ConfirmPage): Html =>
  html`${teams.map(({ team, people }, index) =>
    checkboxes({
      name: 'present',
      idPrefix: index === 0 ? 'present' : `present-${team.id}`,
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: `${team.name}: who was there`, classes: 'govuk-fieldset__legend--s' } },
      errorMessage: index === 0 ? errorOf(errors, 'present') : undefined,
      items: people.map(({ id, name }) => ({ value: id, text: name, checked: draft.present.includes(id) })),
    }),
  )}`

const backCell = (decision: DecisionMade, { draft, mayConfirm }: ConfirmPage): Html | string => {
  const back = draft.sentBack.find((each) => each.decision === decision.id)
  if (decision.superseded) return 'Another followed'
  const words = back === undefined ? 'Send back' : 'Change'
  return html`${back !== undefined && html`<p class="govuk-body-s govuk-!-margin-bottom-1"><strong>Goes back:</strong> ${back.reason}</p>`}${
    mayConfirm &&
    button({
      html: html`${words}<span class="govuk-visually-hidden">: ${decision.name}</span>`,
      name: 'back',
      value: decision.id,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    })
  }`
}

const rowOf = (decision: DecisionMade, given: ConfirmPage) => [
  { html: html`<a class="govuk-link" href="/services/${decision.service}/why">${decision.name}</a>` },
  { text: decision.before === null ? 'Not decided' : bandNamed(given.bands, decision.before).name },
  { html: decidedTag(bandNamed(given.bands, decision.band)) },
  {
    text: [decision.departure === 'follows' ? '' : departureInWords(decision.departure), decision.note ?? '']
      .filter((text) => text !== '')
      .join('. '),
  },
  { text: `${listed(decision.by)}, ${dayInWords(decision.on)}` },
  { html: html`${backCell(decision, given)}` },
]

const list = (
  given: ConfirmPage,
): Html => html`<h2 class="govuk-heading-m">Decided since the last confirmation</h2>
<p class="govuk-body">A service has one line for its last decision, and one for each that moved it or differed from the proposal.</p>
${scrollRegion({
  label: 'Decided since the last confirmation',
  content: table({
    head: ['Service', 'Before', 'Decided', 'Reason', 'By', 'Send back'].map((text) => ({ text })),
    firstCellIsHeader: true,
    rows: given.decisions.map((decision) => rowOf(decision, given)),
  }),
})}
${pagesOf({ page: given.page, pages: given.pages, address: (page) => `/decisions/${given.session.id}?page=${page}` })}`

const form = (
  given: ConfirmPage,
): Html => html`<form method="post" action="/decisions/${given.session.id}/confirmation" novalidate>
<button class="govuk-visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true">Save for later</button>
${attendance(given)}
${input({ id: 'others', name: 'others', label: { text: 'Others who were invited', classes: 'govuk-label--s' }, value: given.draft.others })}
${textarea({
  id: 'minutes',
  name: 'minutes',
  label: { text: 'Minutes', classes: 'govuk-label--s' },
  hint: { text: 'What was talked about and agreed. No names of people who use services.' },
  value: given.draft.minutes,
  errorMessage: errorOf(given.errors, 'minutes'),
})}
<div class="govuk-button-group">
${button({ text: 'Confirm all, but for what goes back', name: 'do', value: 'confirm', preventDoubleClick: true })}
${button({ text: 'Save for later', name: 'do', value: 'save', classes: 'govuk-button--secondary' })}
</div>
${list(given)}
</form>`

/** A meeting that confirms: who was there, minutes, and everything that was decided since the last one. */
export const confirmPage = (given: ConfirmPage): Html => {
  const back = given.draft.sentBack.length
  return html`${pageHeading({ text: given.name, caption: `${given.council}, ${dayInWords(given.session.heldOn)}` })}
<p class="govuk-body-l">${counted(given.count, 'decision', 'decisions')} since the last confirmation${back > 0 && `, of which ${back} ${back === 1 ? 'goes' : 'go'} back`}.</p>
${
  given.count === 0
    ? emptyState({
        title: 'There is nothing to confirm',
        text: 'Decisions come here once they have taken effect.',
        action: { text: 'Go to Decisions', href: '/decisions' },
      })
    : given.mayConfirm
      ? form(given)
      : list(given)
}`
}
