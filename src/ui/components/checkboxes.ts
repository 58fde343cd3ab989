import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type GroupedOptions, grouped } from '../form-group.ts'
import { type Html, html } from '../html.ts'
import { type Optional, textOrHtml } from '../text-or-html.ts'
import { type ChoiceDivider, type ChoiceItem, choice, divider } from './choice.ts'

/** One box. `behaviour: 'exclusive'` clears the others: *None of these*. */
export type CheckboxItem = ChoiceItem & {
  readonly name?: string | undefined
  readonly behaviour?: 'exclusive' | undefined
}

/** Options of checkboxes. `values` ticks the answers. */
export type CheckboxesOptions = GroupedOptions &
  ElementOptions & {
    readonly name: string
    readonly idPrefix?: string | undefined
    readonly items: readonly Optional<CheckboxItem | ChoiceDivider>[]
    readonly values?: readonly (string | number)[] | undefined
    readonly describedBy?: string | undefined
  }

const isChecked = (item: ChoiceItem, values: CheckboxesOptions['values'] = []): boolean =>
  item.checked ?? values.some((value) => String(value) === String(item.value))

const checkbox = (
  options: CheckboxesOptions,
  item: CheckboxItem | ChoiceDivider,
  index: number,
  describedBy: string | undefined,
): Html => {
  if ('divider' in item) return divider('checkboxes', item.divider)
  return choice(item, {
    kind: 'checkboxes',
    id: item.id ?? `${options.idPrefix ?? options.name}${index > 0 ? `-${index + 1}` : ''}`,
    name: item.name ?? options.name,
    checked: isChecked(item, options.values),
    describedBy: options.fieldset ? undefined : describedBy,
    attributes: { 'data-behaviour': item.behaviour },
  })
}

/** Asks for any number of answers. */
export const checkboxes = (options: CheckboxesOptions): Html =>
  grouped(
    options.idPrefix ?? options.name,
    options,
    (describedBy) => html`<div${attributes({
      class: classes('govuk-checkboxes', options.classes),
      ...options.attributes,
      'data-module': 'govuk-checkboxes',
    })}>
${textOrHtml(options.formGroup?.beforeInputs)}
${options.items.map((item, index) => item && checkbox(options, item, index, describedBy))}
${textOrHtml(options.formGroup?.afterInputs)}
</div>`,
    { describedBy: options.describedBy },
  )
