import { type AssumedReason, assumedReasons } from '../../../core/policy/assumed.ts'
import { basedValues } from '../../../core/policy/based-values.ts'
import { paragraphInWords } from '../../../core/policy/paragraph.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { type Html, html } from '../../../ui/html.ts'

/** Where each value of the policy comes from. */
export type Marks = {
  /** The mark of a value: its paragraph, or the number of its assumption. Each stands once on the page. */
  readonly of: (value: object) => Html
  readonly assumed: readonly AssumedReason[]
}

/** Returns the marks of a policy. */
export const marksOf = (documents: Policy['documents']): Marks => {
  const values = basedValues(documents)
  const assumed = assumedReasons(documents)
  const numbers = new Map(assumed.map(({ why, number }) => [why, number]))
  const marks = new Map(
    values.map(({ value, place, basis }) => [
      value,
      'source' in basis
        ? html`<span class="plumbline-basis" id="value-${place}">${paragraphInWords(basis.source)}</span>`
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
