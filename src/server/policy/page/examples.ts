import { counted } from '../../../core/kit/words.ts'
import type { CaseDocument } from '../../../core/policy/documents/case.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { runCase } from '../../../core/ratings/cases.ts'
import { casesOf } from '../../../core/ratings/check-pack.ts'
import { figureInWords } from '../../../core/ratings/figure.ts'
import type { CriterionRating, Rating } from '../../../core/ratings/rating.ts'
import { details } from '../../../ui/components/details.ts'
import { table } from '../../../ui/components/table.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import type { StoredPolicy } from '../queries.ts'

type Example = { readonly case: CaseDocument; readonly rating: Rating }

const bandTag = ({ rating }: Policy, id: string | null): Html => {
  const band = rating.bands.find((each) => each.id === id)
  return band === undefined
    ? statusTag({ text: 'Not rated', colour: 'grey' })
    : statusTag({ text: band.name, colour: band.colour })
}

const criterionResult = (policy: Policy, found: CriterionRating): Content =>
  found.state === 'known'
    ? html`<p class="plumbline-result">${figureInWords(found)} → ${bandTag(policy, found.proposes)}</p>`
    : html`<p class="plumbline-result">${figureInWords(found)}</p>`

/** What the engine makes of an example now: of the criteria that it is about, and of the whole where it is about that. */
const resultOf = (policy: Policy, { case: { expect }, rating }: Example): Content => [
  ...rating.criteria
    .filter(({ id }) => expect.criteria !== undefined && id in expect.criteria)
    .map((found) => criterionResult(policy, found)),
  expect.overall !== undefined &&
    html`<p class="plumbline-result">${policy.rating.name ?? 'Overall'} → ${bandTag(policy, rating.overall.band)}</p>`,
]

const examplesTable = (policy: Policy, title: string, examples: readonly Example[]): Html =>
  details({
    summaryText: `${title}: ${counted(examples.length, 'example', 'examples')}`,
    html: scrollRegion({
      label: title,
      content: table({
        firstCellIsHeader: true,
        head: [{ text: 'Example' }, { text: 'Worked on paper' }, { text: 'Gives' }],
        rows: examples.map((example) => [
          { text: example.case.name },
          { text: example.case.workings },
          { html: html`${resultOf(policy, example)}` },
        ]),
      }),
    }),
  })

/** The pack's worked cases, each run by the engine: an example that no longer holds would show it. */
export const workedExamples = ({ files, policy }: StoredPolicy): Html => {
  const examples = casesOf(files).flatMap(({ case: example }): readonly Example[] => {
    const { rating } = runCase(example, policy)
    return rating === null ? [] : [{ case: example, rating }]
  })
  const subjectOf = ({ case: { expect } }: Example): string =>
    expect.overall === undefined ? (Object.keys(expect.criteria ?? {})[0] ?? '') : ''
  const bySubject = Map.groupBy(examples, subjectOf)
  const subjects = [...policy.rating.criteria, { id: '', name: policy.rating.name ?? 'The overall rating' }]
  return html`<p class="govuk-body">Each example was worked out on paper first. The last column is what the engine gives for it now.</p>
${subjects.flatMap(({ id, name }) => {
  const about = bySubject.get(id)
  return about === undefined ? [] : [examplesTable(policy, name, about)]
})}`
}
