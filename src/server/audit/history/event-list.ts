import { dayOf, type Instant } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { isRole, roles } from '../../../core/people/roles.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type Html, html } from '../../../ui/html.ts'
import { changesOf, nameOfKind, sentenceOf } from '../say.ts'
import type { Told } from '../told.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
})

/** Returns a moment as people write it: `21 November 2026, 10:42`. */
export const momentInWords = (at: Instant): string =>
  `${dayInWords(dayOf(at))}, ${clock.format(new Date(at))}`

/** Returns roles as people call them. */
export const rolesInWords = (actedAs: string): string =>
  actedAs
    .split(', ')
    .map((role) => (isRole(role) ? roles[role].name.toLowerCase() : role))
    .join(', ')

/** Who did it, and as what. */
export const whoInWords = ({ by, actedAs }: Pick<Told, 'by' | 'actedAs'>): string =>
  actedAs ? `${by}, ${rolesInWords(actedAs)}` : by

/** What an event says, and what it changed. */
export const eventInWords = (event: Told, service: string | null): Html => {
  const [sentence, changes] = [sentenceOf(event), changesOf(event, service)]
  return html`${sentence !== null && html`<p class="govuk-body">${sentence}</p>`}
${
  changes.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${changes.map(({ name, before, after }) => html`<li>${name}: from ${before} to ${after}</li>`)}</ul>`
}`
}

/** Events below each other, newest first: what, who, when, and what changed. The one list of history for every record. */
export const eventList = (events: readonly Told[], service: string | null): Html =>
  timeline({
    items: events.map((event) => ({
      label: { text: nameOfKind(event.kind) },
      byline: { text: whoInWords(event) },
      datetime: { timestamp: event.at, text: momentInWords(event.at) },
      html: eventInWords(event, service),
    })),
  })
