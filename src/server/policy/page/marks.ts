import { basedValues } from '../../../core/policy/based-values.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { type Html, html } from '../../../ui/html.ts'

/** One reason given where the policy is silent, and every value that rests on it. */
export type Assumed = {
  readonly number: number
  readonly why: string
  readonly values: readonly { readonly address: string; readonly about: string }[]
}

/** Where each value of the policy comes from. */
export type Marks = {
  /** The mark of a value: its paragraph, or the number of its assumption. Each stands once on the page. */
  readonly of: (value: object) => Html
  readonly assumed: readonly Assumed[]
}

/** *3.2* is *paragraph 3.2*, *first 3.4* is *first paragraph 3.4*, and words without a number stay as they are. */
const paragraph = (source: string): string =>
  source.replace(/^(first |second )?(?=(?:A1 )?\d)/, '$1paragraph ')

/** Returns the marks of a policy. Assumptions are numbered after those that the pack makes once for all. */
export const marksOf = (documents: Policy['documents']): Marks => {
  const values = basedValues(documents)
  const byReason = Map.groupBy(
    values.flatMap((each) => ('assumption' in each.basis ? [{ ...each, why: each.basis.assumption }] : [])),
    ({ why }) => why,
  )
  const assumed = [...byReason].map(([why, ofReason], index) => ({
    number: documents.pack.assumptions.length + index + 1,
    why,
    values: ofReason.map(({ place, about }) => ({ address: `#value-${place}`, about })),
  }))
  const numbers = new Map(assumed.map(({ why, number }) => [why, number]))
  const marks = new Map(
    values.map(({ value, place, basis }) => [
      value,
      'source' in basis
        ? html`<span class="plumbline-basis" id="value-${place}">${paragraph(basis.source)}</span>`
        : html`<a class="govuk-link plumbline-basis" id="value-${place}" href="#assumption-${numbers.get(basis.assumption)}">assumption ${numbers.get(basis.assumption)}</a>`,
    ]),
  )
  const of = (value: object): Html => {
    const mark = marks.get(value)
    if (mark === undefined) throw new Error('This value of the pack says neither source nor assumption.')
    return mark
  }
  return { of, assumed }
}
