import { type Day, daysBetween } from '../../core/kit/days.ts'
import { counted, dayInWords } from '../../core/kit/words.ts'
import type { PublicRegister } from '../../core/publication/register.ts'
import { alert } from '../../ui/components/alert.ts'
import { button } from '../../ui/components/button.ts'
import { summaryList } from '../../ui/components/summary-list.ts'
import { emptyState } from '../../ui/empty-state.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import type { ReviewState } from './queries.ts'

export type PublicationPage = {
  /** Null where the policy does not publish it. */
  readonly register: PublicRegister | null
  readonly review: ReviewState
  readonly everyMonths: number | null
  readonly today: Day
  /** Made with the form, so that a form sent twice reviews once. */
  readonly id: string
}

/** That a review is due, in words beside the date. Nothing where it is not. */
const reminder = ({ review, today }: PublicationPage): Html | false => {
  if (review.due !== null && review.due >= today) return false
  const late = review.due === null ? 0 : daysBetween(review.due, today)
  return alert({
    variant: 'warning',
    title: review.due === null ? 'Nobody has reviewed the list yet' : 'A review is overdue',
    showTitleAsHeading: true,
    html:
      review.due === null
        ? html`Go through the list below, and say so. The public sees the date.`
        : html`${counted(late, 'day', 'days')} overdue: it was due by ${dayInWords(review.due)}.`,
  })
}

const row = (key: string, value: string | Html) => ({
  key: { text: key },
  value: typeof value === 'string' ? { text: value } : { html: value },
})

const facts = (given: PublicationPage, register: PublicRegister): Html => {
  const { review, everyMonths } = given
  const listed = register.services.filter(({ closedOn }) => closedOn === null)
  const { id } = register.authority
  return summaryList({
    rows: [
      row('Last reviewed', review.lastReviewed === null ? 'Never' : dayInWords(review.lastReviewed)),
      row('Due again', review.due === null ? 'Now' : `By ${dayInWords(review.due)}`),
      everyMonths !== null &&
        row(
          'How often',
          html`Every ${counted(everyMonths, 'month', 'months')}, <a class="govuk-link" href="/policy#publication">by the policy</a>`,
        ),
      row('In the list', counted(listed.length, 'service', 'services')),
      row(
        'Where anyone reads it',
        html`<a class="govuk-link" href="/register/${id}">The public register</a>, <a class="govuk-link" href="/register/${id}/services.csv">CSV</a>, <a class="govuk-link" href="/register/${id}/services.json">JSON</a>`,
      ),
    ],
  })
}

const suspended = ({ services, showsSuspensions }: PublicRegister): Html => {
  const those = services.filter((service) => service.suspended !== null && service.closedOn === null)
  if (!showsSuspensions)
    return html`<p class="govuk-body">By the policy, the list does not say where new placements are suspended.</p>`
  return html`<h2 class="govuk-heading-m">Shown as suspended</h2>
${
  those.length === 0
    ? html`<p class="govuk-body">No service.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${those.map(
        ({ id, name, suspended }) =>
          html`<li><a class="govuk-link" href="/services/${id}">${name}</a>${suspended && `, since ${dayInWords(suspended.since)}`}</li>`,
      )}</ul>`
}`
}

/** What the council publishes, and the button by which a person says that they went through it (W1.3). */
export const publicationPage = (given: PublicationPage): Html => {
  const { register } = given
  if (register === null)
    return html`${pageHeading({ text: 'Public register' })}
${emptyState({
  title: 'Your council does not publish its register',
  text: 'Its policy says so, or says nothing of it: publication.yaml of the pack.',
  action: { text: 'Open the policy', href: '/policy' },
})}`
  return html`${pageHeading({ text: 'Public register', caption: register.authority.name })}
${reminder(given)}
${facts(given, register)}
${suspended(register)}
<h2 class="govuk-heading-m">Review</h2>
<p class="govuk-body">The list follows the records by itself. A review looks for what the records have wrong: services that closed, names and types, suspensions that were lifted.</p>
<form method="post" action="/publication" novalidate>
<input type="hidden" name="id" value="${given.id}">
${button({ text: 'I have gone through the list', preventDoubleClick: true })}
</form>`
}
