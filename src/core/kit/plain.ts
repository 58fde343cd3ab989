/** Any value of a file as a person would read it out, without brackets. */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns a value as it can be quoted in one short line. */
export const quoted = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

/** Returns a value in words: texts in quotes, the items of a list one after another, `none` for an empty list. */
export const inPlainWords = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inPlainWords).join(', ')
  if (isObject(value))
    return Object.entries(value)
      .map(([key, each]) => `${key} ${inPlainWords(each)}`)
      .join(', ')
  return value === null || value === undefined ? 'nothing' : String(value)
}

/** Returns what a value is, where it cannot be quoted in a line: `A list`, `A set of keys (id, name)`; else null. */
export const shapeOf = (value: unknown): string | null => {
  if (Array.isArray(value)) return 'A list'
  return isObject(value) ? `A set of keys (${Object.keys(value).join(', ')})` : null
}

/** Returns the first text in a set of keys: most often what was meant where a text alone belongs. */
export const textIn = (value: unknown): string | null => {
  const text = isObject(value) ? Object.values(value).find((each) => typeof each === 'string') : undefined
  return typeof text === 'string' ? text : null
}
