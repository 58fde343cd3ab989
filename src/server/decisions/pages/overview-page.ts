import type { Day } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { MeetingShown } from '../overview-routes.ts'
import type { Session } from '../queries/sessions.ts'

/** The sessions at which ratings are decided and confirmed. */
export type OverviewPage = {
  readonly meetings: readonly MeetingShown[]
  readonly past: readonly Session[]
  readonly names: ReadonlyMap<string, string>
  readonly today: Day
  /** Made with the form: sent twice, it opens one session. */
  readonly id: string
  readonly typed: { readonly meeting: string; readonly reason: string }
  readonly errors: readonly FieldError[]
}

const dueInWords = ({ last, due, meeting }: MeetingShown, today: Day): string => {
  if (meeting.part === 'decides-at-any-time') return 'Called when it is needed.'
  if (last === null || due === null) return 'It was not held here yet.'
  const when = due < today ? `was due on ${dayInWords(due)}` : `is due on ${dayInWords(due)}`
  return `Last held on ${dayInWords(last)}. The next one ${when}.`
}

const opening = ({ meeting }: MeetingShown, given: OverviewPage): Html => {
  const called = meeting.part === 'decides-at-any-time'
  const typed = given.typed.meeting === meeting.id ? given.typed.reason : ''
  return html`<form method="post" action="/decisions/open" novalidate>
<input type="hidden" name="id" value="${given.id}">
<input type="hidden" name="meeting" value="${meeting.id}">
${
  called &&
  textarea({
    id: 'reason',
    name: 'reason',
    rows: 2,
    label: { text: 'Why it is called' },
    value: typed,
    errorMessage: errorOf(given.errors, 'reason'),
  })
}
${button({
  html: html`Open the session<span class="govuk-visually-hidden">: ${meeting.name}</span>`,
  preventDoubleClick: true,
  ...(called ? { classes: 'govuk-button--secondary' } : {}),
})}
</form>`
}

const meetingBlock = (shown: MeetingShown, given: OverviewPage): Html => {
  const { meeting, open, mayOpen } = shown
  return html`<h2 class="govuk-heading-m">${meeting.name}</h2>
<p class="govuk-body">${meeting.does}</p>
${
  open === null
    ? html`<p class="govuk-body">${dueInWords(shown, given.today)}</p>${mayOpen && opening(shown, given)}`
    : html`<p class="govuk-body">Open since ${dayInWords(open.heldOn)}.</p>
${button({ text: mayOpen ? 'Go on' : 'Look at it', href: `/decisions/${open.id}` })}`
}`
}

const pastTable = ({ past, names }: OverviewPage): Html =>
  scrollRegion({
    label: 'Sessions of the past',
    content: table({
      head: [{ text: 'Session' }, { text: 'Called because' }],
      firstCellIsHeader: true,
      rows: past.map((session) => [
        {
          html: html`<a class="govuk-link" href="/decisions/${session.id}">${names.get(session.meeting) ?? 'Decision'}, ${dayInWords(session.heldOn)}</a>`,
        },
        { text: session.reason ?? '' },
      ]),
    }),
  })

/** Where ratings are decided: the meetings of the policy, what is open, and what was held. */
export const overviewPage = (given: OverviewPage): Html => html`${pageHeading({ text: 'Decisions' })}
${
  given.meetings.length === 0
    ? emptyState({
        title: 'The policy names no meeting that decides ratings',
        text: 'Its file monitoring.yaml says who decides. Your administrator adopts a version that does.',
        action: { text: 'Go to the policy', href: '/policy' },
      })
    : given.meetings.map((meeting) => meetingBlock(meeting, given))
}
<p class="govuk-body"><a class="govuk-link" href="/documents">Documents of all sessions</a></p>
${given.past.length > 0 && html`<h2 class="govuk-heading-m">Held before</h2>${pastTable(given)}`}`
