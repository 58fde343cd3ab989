import type { Day } from '../../../core/kit/days.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { ShownActivity } from '../queries/show-activity.ts'
import { dayAndTime, dueInWords, stateTag, whoInWords } from '../words.ts'
import { whySteps } from './why.ts'

export type ActivityPage = {
  readonly activity: ShownActivity
  readonly today: Day
  readonly mayArrange: boolean
  /** The form in words, where the activity has several. */
  readonly form: string | null
  /** Roles that had to be there and were not. */
  readonly missing: readonly string[]
  readonly record: Html | false
  readonly sending: Html | false
  readonly actions: Html
  readonly files: Html
  readonly versions: Html | false
}

const row = (text: string, value: Content) => ({ key: { text }, value: { html: html`${value}` } })

const isOver = ({ state }: ShownActivity): boolean => state === 'held' || state === 'cancelled'

const facts = ({ activity, today, form }: ActivityPage): Html =>
  summaryList({
    rows: [
      isOver(activity)
        ? row('Was due', activity.due === null ? 'No date by the policy' : dayInWords(activity.due))
        : row('Due', dueInWords(activity.due, today)),
      activity.state !== 'due' &&
        activity.arrangedFor !== null &&
        row('Arranged for', dayAndTime(activity.arrangedFor, activity.atTime)),
      activity.heldOn !== null && row('Held on', dayInWords(activity.heldOn)),
      activity.place !== null && row('Where', activity.place),
      form !== null && row('How', form),
      row('Who', whoInWords({ ...activity, person: activity.person?.name ?? null })),
      activity.state === 'arranged' &&
        row('Does the provider know?', activity.announced ? 'Yes' : 'No, it is unannounced'),
      activity.occasion !== null && row('On what occasion', activity.occasion),
      activity.contract !== null &&
        row(
          'Contract',
          html`<a class="govuk-link" href="/contracts/${activity.contract.id}">${activity.contract.reference}</a>`,
        ),
      activity.reason !== null &&
        row(activity.state === 'cancelled' ? 'Why it was cancelled' : 'Why it was changed', activity.reason),
    ],
  })

const link = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`

const deeds = ({ activity: { id, state } }: ActivityPage): Html => {
  const address = `/activities/${id}`
  if (state === 'due')
    return html`<div class="govuk-button-group">${button({ text: 'Arrange it', href: `${address}/arrange` })}
${button({ text: 'Record that it was held', href: `${address}/hold`, classes: 'govuk-button--secondary' })}</div>`
  if (state === 'arranged')
    return html`<div class="govuk-button-group">${button({ text: 'Record that it was held', href: `${address}/hold` })}
${button({ text: 'Arrange it anew', href: `${address}/arrange`, classes: 'govuk-button--secondary' })}
${link(`${address}/cancel`, 'Cancel it')}</div>`
  return state === 'held'
    ? html`<div class="govuk-button-group">${button({ text: 'Correct the record', href: `${address}/hold`, classes: 'govuk-button--secondary' })}
${link(`${address}/cancel`, 'It was not held after all')}</div>`
    : html``
}

/** One activity: when it is due and why, what is arranged, and the record of what was held. */
export const activityPage = (given: ActivityPage): Html => html`${pageHeading({
  text: given.activity.name,
  caption: given.activity.service.name,
  aside: stateTag(given.activity.state, given.activity.byProvider),
})}
${given.missing.length > 0 && warningText({ text: `The policy asks for ${listed(given.missing)}, and the record names nobody for that.` })}
${
  given.activity.state === 'held' &&
  !given.activity.counts &&
  given.activity.because !== null &&
  warningText({
    text: 'It was held in a form that the decided rating does not accept, so it is still to be done.',
  })
}
${given.mayArrange && deeds(given)}
${facts(given)}
<h2 class="govuk-heading-m" id="why">${isOver(given.activity) ? 'Why it was due then' : 'Why it is due then'}</h2>
${whySteps(given.activity)}
${given.record}
${given.sending}
${given.activity.state !== 'due' && given.actions}
${given.activity.state !== 'due' && given.files}
${given.versions}`
