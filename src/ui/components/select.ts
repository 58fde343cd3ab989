import { type Attributes, attributes, classes, type ElementOptions } from '../attributes.ts'
import { type LabelledOptions, labelled } from '../form-group.ts'
import { type Html, html } from '../html.ts'
import { type Optional, textOrHtml } from '../text-or-html.ts'

/** One entry of the list. Without a value its text is the value. */
export type SelectItem = {
  readonly text: string | number
  readonly value?: string | number | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

/** Options of a drop-down list. `value` chooses the entry. */
export type SelectOptions = LabelledOptions &
  ElementOptions & {
    readonly items: readonly Optional<SelectItem>[]
    readonly value?: string | number | undefined
    readonly disabled?: boolean | undefined
  }

const isSelected = (item: SelectItem, value: SelectOptions['value']): boolean =>
  item.selected ?? (Boolean(value) && String(item.value ?? item.text) === String(value))

const entry = (item: SelectItem, value: SelectOptions['value']): Html =>
  html`<option${attributes({
    value: item.value,
    selected: isSelected(item, value),
    disabled: item.disabled,
    ...item.attributes,
  })}>${item.text}</option>`

/** Chooses one of a long list. For a short one use radios. */
export const select = (options: SelectOptions): Html =>
  labelled(
    options,
    (describedBy) => html`
${textOrHtml(options.formGroup?.beforeInput)}
<select${attributes({
      class: classes('govuk-select', options.classes, options.errorMessage && 'govuk-select--error'),
      id: options.id ?? options.name,
      name: options.name,
      disabled: options.disabled,
      'aria-describedby': describedBy,
      ...options.attributes,
    })}>
${options.items.map((item) => item && entry(item, options.value))}
</select>
${textOrHtml(options.formGroup?.afterInput)}`,
  )
