import { type DueInWords, dueInWords } from '../../../core/alerts/in-words.ts'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type StatusColour, statusTag } from '../../../ui/status-tag.ts'
import type { ListedAlert } from '../queries/list-alerts.ts'

const tagOf = ({ overdue }: DueInWords, urgency: number): readonly [string, StatusColour] | null => {
  if (overdue) return ['Overdue', 'red']
  return urgency === 0 ? ['At risk now', 'red'] : null
}

/** Until when, in words beside the exact day; what is over or urgent has a tag that says so. */
export const dueOfAlert = (
  alert: { readonly due: Day | null; readonly overdueFrom: Instant | null; readonly urgency: number },
  now: Instant,
): Html => {
  const words = dueInWords(alert, now)
  const tag = tagOf(words, alert.urgency)
  return html`${tag !== null && html`${statusTag({ text: tag[0], colour: tag[1] })}<br>`}${words.text}`
}

/** The service that an alert is about, as a link; the council where it is about no service. */
export const aboutWhat = ({ service }: Pick<ListedAlert, 'service'>): Html =>
  service === null
    ? html`The council as a whole`
    : html`<a class="govuk-link" href="/services/${service.id}">${service.name}</a>`

/** Who has an alert, in a sentence: to whom it was given, or who leads the service; and who has seen it. */
export const whoHas = (
  { assignedTo, acknowledgedBy, lead, service }: ListedAlert,
  withLead = true,
): readonly string[] => [
  ...(assignedTo !== null
    ? [`With ${assignedTo}`]
    : withLead && service !== null
      ? [lead === null ? 'No lead' : `Lead: ${lead}`]
      : []),
  ...(acknowledgedBy === null ? [] : [`Acknowledged by ${acknowledgedBy}`]),
]

/** Until when an alert is put off, in words. */
export const putOffInWords = (until: Day): string => `Put off until ${dayInWords(until)}`
