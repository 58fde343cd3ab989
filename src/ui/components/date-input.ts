import { type Attributes, attributes, classes, type ElementOptions } from '../attributes.ts'
import { type GroupedOptions, grouped } from '../form-group.ts'
import { type Html, html } from '../html.ts'
import { type Optional, textOrHtml } from '../text-or-html.ts'
import { input } from './input.ts'

/** One field of a date. Its name decides its width and its label. */
export type DateInputItem = {
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly label?: string | undefined
  readonly value?: string | number | undefined
  readonly classes?: string | undefined
  readonly error?: boolean | undefined
  readonly inputmode?: string | undefined
  readonly autocomplete?: string | undefined
  readonly pattern?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Options of a date. `values` holds what was typed, by name (`day`, or with a prefix `due-day`). */
export type DateInputOptions = GroupedOptions &
  ElementOptions & {
    readonly id: string
    readonly namePrefix?: string | undefined
    readonly values?: Readonly<Record<string, string | number | undefined>> | undefined
    readonly items?: readonly Optional<DateInputItem>[] | undefined
    readonly day?: DateInputItem | undefined
    readonly month?: DateInputItem | undefined
    readonly year?: DateInputItem | undefined
  }

const partNames = ['day', 'month', 'year'] as const

const marksError = (item: DateInputItem): boolean =>
  item.error === true || Boolean(item.classes?.includes('govuk-input--error'))

/** The part that a field stands for, with the name and the value that it falls back to. */
const partOf = (options: DateInputOptions, item: DateInputItem) => {
  const part = partNames.find(
    (name) => item === options[name] || (item.name && [name, options[name]?.name].includes(item.name)),
  )
  return {
    width: part === 'year' ? 4 : 2,
    name: item.name ?? part ?? '',
    value: part && options[part]?.value,
  }
}

const field = (options: DateInputOptions, item: DateInputItem, isWrong: boolean): Html => {
  const { width, name, value } = partOf(options, item)
  const fullName = options.namePrefix ? `${options.namePrefix}-${name}` : name
  const hasWidth = item.classes?.includes('govuk-input--width-')
  return html`<div class="govuk-date-input__item">
${input({
  ...item,
  id: item.id ?? `${options.id}-${name}`,
  name: fullName,
  label: {
    text: item.label ?? name.charAt(0).toUpperCase() + name.slice(1),
    classes: 'govuk-date-input__label',
  },
  classes: classes(
    'govuk-date-input__input',
    isWrong && 'govuk-input--error',
    !hasWidth && `govuk-input--width-${width}`,
    item.classes,
  ),
  value: item.value ?? value ?? options.values?.[fullName],
  inputmode: item.inputmode ?? 'numeric',
})}
</div>`
}

/** Asks for a date that a person knows, in three fields. Mark the wrong ones with `error`; else all are marked. */
export const dateInput = (options: DateInputOptions): Html => {
  const given = options.items?.length ? options.items : partNames.map((name) => options[name] ?? { name })
  const someMarked = given.some((item) => item && marksError(item))
  const allWrong = Boolean(options.errorMessage) && !someMarked
  const isWrong = (item: DateInputItem) => marksError(item) || (allWrong && item.error !== false)
  return grouped(
    options.id,
    options,
    () => html`<div${attributes({
      class: classes('govuk-date-input', options.classes),
      ...options.attributes,
      id: options.id,
    })}>
${textOrHtml(options.formGroup?.beforeInputs)}
${given.map((item) => item && field(options, item, isWrong(item)))}
${textOrHtml(options.formGroup?.afterInputs)}
</div>`,
    { role: 'group' },
  )
}
