import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type LabelledOptions, labelled } from '../form-group.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

type Affix = TextOrHtml & ElementOptions

/** Options of a single-line field. */
export type InputOptions = LabelledOptions &
  ElementOptions & {
    readonly value?: string | number | undefined
    readonly type?: string | undefined
    readonly inputmode?: string | undefined
    readonly autocomplete?: string | undefined
    readonly autocapitalize?: string | undefined
    readonly pattern?: string | undefined
    readonly spellcheck?: boolean | undefined
    readonly disabled?: boolean | undefined
    readonly prefix?: Affix | undefined
    readonly suffix?: Affix | undefined
    readonly inputWrapper?: ElementOptions | undefined
  }

const affix = (kind: 'prefix' | 'suffix', options: Affix): Html =>
  html`<div${attributes({
    class: classes(`govuk-input__${kind}`, options.classes),
    'aria-hidden': 'true',
    ...options.attributes,
  })}>${textOrHtml(options)}</div>`

const element = (options: InputOptions, describedBy: string | undefined): Html =>
  html`<input${attributes({
    class: classes('govuk-input', options.classes, options.errorMessage && 'govuk-input--error'),
    id: options.id ?? options.name,
    name: options.name,
    type: options.type || 'text',
    spellcheck: options.spellcheck?.toString(),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
    ...options.attributes,
  })}>`

/** Asks for one line of words or a number. */
export const input = (options: InputOptions): Html =>
  labelled(options, (describedBy) => {
    const { prefix, suffix, formGroup, inputWrapper } = options
    const field = element(options, describedBy)
    if (!prefix && !suffix && !formGroup?.beforeInput && !formGroup?.afterInput) return field
    return html`<div${attributes({
      class: classes('govuk-input__wrapper', inputWrapper?.classes),
      ...inputWrapper?.attributes,
    })}>
${textOrHtml(formGroup?.beforeInput)}
${prefix && affix('prefix', prefix)}
${field}
${suffix && affix('suffix', suffix)}
${textOrHtml(formGroup?.afterInput)}
</div>`
  })
