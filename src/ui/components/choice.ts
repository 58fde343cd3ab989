/** What radios and checkboxes have in common: an item with its label, hint and what it reveals. */
import { type Attributes, attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import type { TextOrHtml } from '../text-or-html.ts'
import { type HintOptions, hint } from './hint.ts'
import { label } from './label.ts'

/** One answer to choose. `conditional` is shown only while it is chosen. */
export type ChoiceItem = TextOrHtml & {
  readonly id?: string | undefined
  readonly value?: string | number | undefined
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly hint?: HintOptions | undefined
  readonly label?: ElementOptions | undefined
  readonly conditional?: { readonly html?: Html | undefined } | undefined
  readonly attributes?: Attributes | undefined
}

/** A word between answers, such as *or*. */
export type ChoiceDivider = { readonly divider: string }

/** How one answer is drawn in its list. */
export type ChoiceSetting = {
  readonly kind: 'radios' | 'checkboxes'
  readonly id: string
  readonly name: string
  readonly checked: boolean
  readonly describedBy?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Draws the word between answers. */
export const divider = (kind: ChoiceSetting['kind'], words: string): Html =>
  html`<div class="govuk-${kind}__divider">${words}</div>`

/** Draws one answer. */
export const choice = (item: ChoiceItem, setting: ChoiceSetting): Html => {
  const { kind, id, checked } = setting
  const hintId = item.hint && `${id}-item-hint`
  const revealed = item.conditional?.html
  return html`<div class="govuk-${kind}__item">
<input${attributes({
    class: `govuk-${kind}__input`,
    id,
    name: setting.name,
    type: kind === 'radios' ? 'radio' : 'checkbox',
    value: item.value ?? '',
    checked,
    disabled: item.disabled,
    'data-aria-controls': revealed && `conditional-${id}`,
    'aria-describedby': classes(setting.describedBy, hintId) || undefined,
    ...setting.attributes,
    ...item.attributes,
  })}>
${label({ ...item.label, text: item.text, html: item.html, classes: classes(`govuk-${kind}__label`, item.label?.classes), for: id })}
${item.hint && hint({ ...item.hint, id: hintId, classes: classes(`govuk-${kind}__hint`, item.hint.classes) })}
</div>
${
  revealed &&
  html`<div class="${classes(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}" id="conditional-${id}">
${revealed}
</div>`
}`
}
