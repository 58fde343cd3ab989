import { dayInWords } from '../../../core/kit/words.ts'
import { paragraphInWords } from '../../../core/policy/paragraph.ts'
import type { Evidence } from '../../../core/ratings/rating.ts'
import { details } from '../../../ui/components/details.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'

type Graded = Extract<Evidence, { kind: 'rating' }>

const partsTable = ({ grading, overlap, scheme }: Graded): Html =>
  scrollRegion({
    label: `${scheme}: the parts of the rating`,
    content: table({
      head: ['Part', 'Grade', 'Is one that decides?', 'Decided here?'].map((text) => ({ text })),
      rows: (grading?.parts ?? []).map(({ name, grade, deciding }) => [
        { text: name },
        { text: grade },
        { text: deciding ? 'Yes' : 'No' },
        { text: overlap?.decisive.includes(name) ? 'Yes' : 'No' },
      ]),
    }),
  })

const rule = ({ overlap }: Graded): Html | false =>
  overlap !== null &&
  html`<p class="govuk-body">The policy lets this grade stand in two colours. ${
    'assumption' in overlap.basis
      ? `Which one is proposed is an assumption: ${overlap.basis.assumption}`
      : `Which one is proposed: ${paragraphInWords(overlap.basis.source)}.`
  }</p>`

/** The parts of a rating by others, and which of them decided. */
export const gradingParts = (evidence: Graded): Html | false =>
  evidence.grading !== null &&
  html`${rule(evidence)}${
    evidence.grading.parts.length > 0 &&
    details({
      summaryText: `The rating of ${dayInWords(evidence.grading.published)} in its parts`,
      html: partsTable(evidence),
    })
  }`
