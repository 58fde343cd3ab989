import { dayInWords } from '../../../core/kit/words.ts'
import { type Because, becauseInWords } from '../../../core/monitoring/because.ts'
import { type Moved, movedBecause } from '../../../core/monitoring/changes.ts'
import { paragraphInWords } from '../../../core/policy/paragraph.ts'
import type { Basis } from '../../../core/policy/policy.ts'
import { type Html, html } from '../../../ui/html.ts'

const basisInWords = (basis: Basis): string =>
  // A number of a paragraph comes without a full stop, an assumption is a sentence that brings its own.
  'source' in basis ? `${paragraphInWords(basis.source)}.` : `an assumption: ${basis.assumption}`

/** What moved a due date last, in a sentence. */
export const movedInWords = (moved: Moved): string => {
  const { from, to, on } = moved
  const reason = `on ${dayInWords(on)}, because ${movedBecause(moved)}.`
  if (to === null)
    return `It had to be done by ${from && dayInWords(from)}. Nothing asks for it since: ${reason}`
  if (from === null) return `It is due on ${dayInWords(to)} ${reason}`
  const way = to < from ? 'earlier' : 'later'
  return `Moved ${way}, from ${dayInWords(from)} to ${dayInWords(to)}, ${reason}`
}

/** Why an activity is due on its day, with the paragraph and the version of the policy (X1). */
export const whySteps = ({
  because,
  moved,
  counts,
}: {
  readonly because: Because | null
  readonly moved: Moved | null
  readonly counts: boolean
}): Html =>
  html`${
    because === null
      ? html`<p class="govuk-body">${
          counts
            ? 'No due date is known: it comes from before the plan stood here, or nothing asks for it any more.'
            : 'The policy gives no date for this. Somebody arranged it on an occasion.'
        }</p>`
      : html`<ul class="govuk-list govuk-list--bullet">${becauseInWords(because).map((step) => html`<li>${step}</li>`)}</ul>
<p class="govuk-body-s">${because.clock.text} From ${basisInWords(because.clock.basis)} The frequency: ${basisInWords(because.row.basis)} Policy ${because.policy.pack}, version ${because.policy.version}.</p>`
  }${moved !== null && html`<p class="govuk-body">${movedInWords(moved)}</p>`}`
