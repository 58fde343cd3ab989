import { type Content, type Html, html, trusted } from './html.ts'

/** Attributes by name. `true` writes the bare name; false, null and undefined leave the attribute out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** What every component takes for its outermost element. */
export type ElementOptions = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const attribute = (name: string, value: Attributes[string]): Content => {
  if (value === undefined || value === null || value === false) return ''
  return value === true ? html` ${trusted(name)}` : html` ${trusted(name)}="${value}"`
}

/** Writes attributes, each with a space before it, so that it can follow the tag's name directly. */
export const attributes = (given: Attributes): Html =>
  html`${Object.entries(given).map(([name, value]) => attribute(name, value))}`

/** Joins the classes that are there: `classes('govuk-tag', isNew && 'govuk-tag--green')`. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')
