import { counted } from '../../../core/kit/words.ts'
import { type Band, bandNamed } from '../../../core/policy/band.ts'
import type { CriterionRating, Rating } from '../../../core/ratings/rating.ts'
import { type Html, html } from '../../../ui/html.ts'

const firstSentence = ({ overall, criteria }: Rating, bands: readonly Band[]): string => {
  const all = criteria.filter(({ state }) => state !== 'not-applicable').length
  if (overall.band === null) return overall.because
  const decided = `${overall.decidedBy.length} of ${counted(all, 'criterion', 'criteria')}`
  return `Proposed ${bandNamed(bands, overall.band).name} because of ${decided}.`
}

const linked = (criteria: readonly CriterionRating[], ids: readonly string[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${criteria
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => html`<li><a class="govuk-link" href="#${id}">${name}</a></li>`)}</ul>`

/** The whole in one sentence, with ways to the criteria that decided and to those that are missing. */
export const summary = (rating: Rating, bands: readonly Band[]): Html => {
  const { overall, criteria } = rating
  return html`<p class="govuk-body-l">${firstSentence(rating, bands)}</p>
${overall.decidedBy.length > 0 && linked(criteria, overall.decidedBy)}
${
  overall.missing.length > 0 &&
  html`<p class="govuk-body">Not known, so it neither helps nor harms:</p>
${linked(criteria, overall.missing)}`
}
<p class="govuk-body">This is what the figures propose. People decide the rating.</p>`
}
