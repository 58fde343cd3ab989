import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type LabelledOptions, labelled } from '../form-group.ts'
import { type Html, html } from '../html.ts'
import { textOrHtml } from '../text-or-html.ts'

/** Options of a file upload. `javascript` lets files be dropped on it, where scripts run. */
export type FileUploadOptions = LabelledOptions &
  ElementOptions & {
    readonly multiple?: boolean | undefined
    readonly disabled?: boolean | undefined
    readonly javascript?: boolean | undefined
    readonly wrapperClasses?: string | undefined
    readonly wrapperAttributes?: ElementOptions['attributes']
  }

const element = (options: FileUploadOptions, describedBy: string | undefined): Html =>
  html`<input${attributes({
    class: classes('govuk-file-upload', options.classes, options.errorMessage && 'govuk-file-upload--error'),
    id: options.id ?? options.name,
    name: options.name,
    type: 'file',
    disabled: options.disabled,
    multiple: options.multiple,
    'aria-describedby': describedBy,
    ...options.attributes,
  })}>`

const dropZone = (options: FileUploadOptions, inside: Html): Html => html`<div${attributes({
  class: classes('govuk-file-upload-wrapper', options.wrapperClasses),
  'data-module': 'govuk-file-upload',
  ...options.wrapperAttributes,
})}>
${inside}
</div>`

/** Asks for one file or, with `multiple`, several. */
export const fileUpload = (options: FileUploadOptions): Html =>
  labelled(options, (describedBy) => {
    const field = element(options, describedBy)
    return html`
${textOrHtml(options.formGroup?.beforeInput)}
${options.javascript ? dropZone(options, field) : field}
${textOrHtml(options.formGroup?.afterInput)}`
  })
