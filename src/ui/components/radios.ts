import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type GroupedOptions, grouped } from '../form-group.ts'
import { type Html, html } from '../html.ts'
import { type Optional, textOrHtml } from '../text-or-html.ts'
import { type ChoiceDivider, type ChoiceItem, choice, divider } from './choice.ts'

/** Options of radios. `value` chooses the answer. */
export type RadiosOptions = GroupedOptions &
  ElementOptions & {
    readonly name: string
    readonly idPrefix?: string | undefined
    readonly items: readonly Optional<ChoiceItem | ChoiceDivider>[]
    readonly value?: string | number | null | undefined
  }

const isChecked = (item: ChoiceItem, value: RadiosOptions['value']): boolean =>
  item.checked ?? (Boolean(value) && String(item.value) === String(value))

const radio = (options: RadiosOptions, item: ChoiceItem | ChoiceDivider, index: number): Html => {
  if ('divider' in item) return divider('radios', item.divider)
  return choice(item, {
    kind: 'radios',
    id: item.id ?? `${options.idPrefix ?? options.name}${index > 0 ? `-${index + 1}` : ''}`,
    name: options.name,
    checked: isChecked(item, options.value),
  })
}

/** Asks for exactly one of a few answers. */
export const radios = (options: RadiosOptions): Html =>
  grouped(
    options.idPrefix ?? options.name,
    options,
    () => html`<div${attributes({
      class: classes('govuk-radios', options.classes),
      ...options.attributes,
      'data-module': 'govuk-radios',
    })}>
${textOrHtml(options.formGroup?.beforeInputs)}
${options.items.map((item, index) => item && radio(options, item, index))}
${textOrHtml(options.formGroup?.afterInputs)}
</div>`,
  )
