/**
 * What every form control has in common: the group around it, its label or fieldset, hint and error message,
 * and the `aria-describedby` that ties them to the control.
 */
import { type Attributes, attributes, classes } from './attributes.ts'
import { type ErrorMessageOptions, errorMessage } from './components/error-message.ts'
import { type FieldsetOptions, fieldset } from './components/fieldset.ts'
import { type HintOptions, hint } from './components/hint.ts'
import { type LabelOptions, label } from './components/label.ts'
import { type Content, type Html, html } from './html.ts'
import type { TextOrHtml } from './text-or-html.ts'

/** The `div` around a control. */
export type FormGroupOptions = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly beforeInput?: TextOrHtml | undefined
  readonly afterInput?: TextOrHtml | undefined
  readonly beforeInputs?: TextOrHtml | undefined
  readonly afterInputs?: TextOrHtml | undefined
}

type Described = {
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?: FormGroupOptions | undefined
}

/** Options of a control with a label: an input, a select, a text area, a file upload. */
export type LabelledOptions = Described & {
  readonly id?: string | undefined
  readonly name: string
  readonly label: LabelOptions
  readonly describedBy?: string | undefined
}

/** Options of several controls that answer one question: radios, checkboxes, a date. */
export type GroupedOptions = Described & {
  readonly fieldset?: FieldsetOptions | undefined
}

/** Draws the control, given the ids of what describes it. */
export type Control = (describedBy: string | undefined) => Content

const group = (options: Described, content: Content): Html => html`<div${attributes({
  class: classes(
    'govuk-form-group',
    options.errorMessage && 'govuk-form-group--error',
    options.formGroup?.classes,
  ),
  ...options.formGroup?.attributes,
})}>
${content}
</div>`

const description = (id: string, options: Described, describedBy: string | undefined) => {
  const hintId = options.hint && `${id}-hint`
  const errorId = options.errorMessage && `${id}-error`
  return {
    describedBy: classes(describedBy, hintId, errorId) || undefined,
    content: html`${options.hint && hint({ ...options.hint, id: hintId })}
${options.errorMessage && errorMessage({ ...options.errorMessage, id: errorId })}`,
  }
}

/** A labelled control in its group. */
export const labelled = (options: LabelledOptions, control: Control): Html => {
  const id = options.id ?? options.name
  const { describedBy, content } = description(id, options, options.describedBy)
  return group(options, [label({ ...options.label, for: id }), content, control(describedBy)])
}

/** Several controls in a group, inside a fieldset where one is asked for. */
export const grouped = (id: string, options: GroupedOptions, control: Control, outer?: Grouping): Html => {
  const { describedBy, content } = description(
    id,
    options,
    options.fieldset?.describedBy ?? outer?.describedBy,
  )
  const inner = html`${content}
${control(describedBy)}`
  if (!options.fieldset) return group(options, inner)
  return group(options, fieldset({ role: outer?.role, ...options.fieldset, describedBy, html: inner }))
}

type Grouping = { readonly describedBy?: string | undefined; readonly role?: string | undefined }
