import { dayInWords } from '../../../core/kit/words.ts'
import { details } from '../../../ui/components/details.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { PastRating } from '../queries/rating-history.ts'

/** Enough for every care home's own ratings; a hospital has ten times as many. */
const shownAtOnce = 10

/** Whose rating it was: a rating of the registration before is history, and says so. */
const registration = (rating: PastRating, present: string): Html => {
  if (rating.location_id === present)
    return html`${rating.inherited ? 'Carried over from the registration before' : 'This registration'}`
  const until = rating.registered_to && `, until ${dayInWords(rating.registered_to)}`
  return html`Earlier registration: ${rating.name}${until}<br><span class="govuk-hint govuk-!-margin-0">CQC id ${rating.location_id}</span>`
}

const keyQuestions = ({ key_questions }: PastRating): string =>
  key_questions.map(({ name, rating }) => `${name}: ${rating}`).join('; ')

const ratingsTable = (ratings: readonly PastRating[], present: string, label: string): Html =>
  scrollRegion({
    label,
    content: table({
      head: ['Published', 'CQC’s rating', 'Of', 'Key questions', 'Registration'].map((text) => ({ text })),
      rows: ratings.map((rating) => [
        { text: rating.published ? dayInWords(rating.published) : 'Not published' },
        { text: rating.overall },
        { text: rating.service ?? 'Overall' },
        { text: keyQuestions(rating) || 'None published' },
        { html: registration(rating, present) },
      ]),
    }),
  })

/** CQC's ratings of a service over time, over every registration that it has had; nothing where there is none. */
export const ratingHistorySection = (
  ratings: readonly PastRating[],
  present: string | null,
): Html | false => {
  if (present === null || ratings.length === 0) return false
  const [latest, earlier] = [ratings.slice(0, shownAtOnce), ratings.slice(shownAtOnce)]
  return html`<h2 class="govuk-heading-m" id="cqc-ratings">CQC’s ratings over time</h2>
${ratingsTable(latest, present, 'CQC’s ratings')}
${
  earlier.length > 0 &&
  details({
    summaryText: `Show ${earlier.length} earlier ${earlier.length === 1 ? 'rating' : 'ratings'}`,
    html: ratingsTable(earlier, present, 'CQC’s earlier ratings'),
  })
}`
}

/** Where a location has no rating of its own: what CQC says of its services, if it rates each for itself. */
export const unratedCard = (
  ratings: readonly PastRating[],
  present: string | null,
): { readonly figure: string; readonly text: string } => {
  const ofServices = ratings.filter(
    ({ location_id, service, published }) =>
      location_id === present && service !== null && published !== null,
  )
  const latest = [...Map.groupBy(ofServices, ({ service }) => service).values()].flatMap((of) => of[0] ?? [])
  if (latest.length === 0) return { figure: 'Not rated', text: 'CQC has published no rating.' }
  return {
    figure: 'By service only',
    text: `CQC gives no rating of the whole. ${latest.map(({ service, overall }) => `${service}: ${overall}`).join('; ')}.`,
  }
}
