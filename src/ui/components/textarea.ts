import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type LabelledOptions, labelled } from '../form-group.ts'
import { type Html, html } from '../html.ts'
import { textOrHtml } from '../text-or-html.ts'

/** Options of a field of several lines. */
export type TextareaOptions = LabelledOptions &
  ElementOptions & {
    readonly value?: string | undefined
    readonly rows?: number | string | undefined
    readonly autocomplete?: string | undefined
    readonly spellcheck?: boolean | undefined
    readonly disabled?: boolean | undefined
  }

/** Asks for more than one line of words. */
export const textarea = (options: TextareaOptions): Html =>
  labelled(
    options,
    (describedBy) => html`
${textOrHtml(options.formGroup?.beforeInput)}
<textarea${attributes({
      class: classes('govuk-textarea', options.errorMessage && 'govuk-textarea--error', options.classes),
      id: options.id ?? options.name,
      name: options.name,
      rows: options.rows || 5,
      spellcheck: options.spellcheck?.toString(),
      disabled: options.disabled,
      'aria-describedby': describedBy,
      autocomplete: options.autocomplete || undefined,
      ...options.attributes,
    })}>${options.value}</textarea>
${textOrHtml(options.formGroup?.afterInput)}`,
  )
