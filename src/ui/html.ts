/**
 * HTML as a tagged template. Whatever is put in is escaped, unless it is itself `Html`.
 *
 *     html`<p>${name}</p>`            // name is escaped
 *     html`<ul>${items.map(item)}</ul>` // arrays are joined, Html inside stays as it is
 *     html`${condition && html`<b>!</b>`}` // false, null and undefined give nothing
 */
const markup = Symbol('markup')

/** A piece of markup that is safe to send. Made only by `html` and `trusted`. */
export type Html = { readonly [markup]: string }

/** What may stand in a template. */
export type Content = Html | string | number | false | null | undefined | readonly Content[]

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Returns the text with the five characters escaped that mean something in HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (found) => replacements[found] ?? found)

/** Marks text as markup. Only for constants and for files of our own: never for anything that a person typed. */
export const trusted = (text: string): Html => ({ [markup]: text })

const isHtml = (content: object): content is Html => markup in content

/** Returns the markup of any content as a string. */
export const render = (content: Content): string => {
  if (content === null || content === undefined || content === false) return ''
  if (typeof content === 'string') return escaped(content)
  if (typeof content === 'number') return String(content)
  if (isHtml(content)) return content[markup]
  return content.map(render).join('')
}

/** The template tag: see the head of this file. */
export const html = (strings: TemplateStringsArray, ...values: readonly Content[]): Html => {
  let text = strings[0] ?? ''
  for (let index = 0; index < values.length; index += 1)
    text += render(values[index]) + (strings[index + 1] ?? '')
  return trusted(text)
}
