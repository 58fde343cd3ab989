/**
 * What is wrong with one field of a form, and how to mend it. `field` is the field's name; `id` is where the summary
 * of the page leads, where that is not the name.
 */
export type FieldError = {
  readonly field: string
  readonly text: string
  readonly id?: string | undefined
}
