/** Turns the options of an upstream fixture, which are JSON, into options of our components. */
import { trusted } from '../../src/ui/html.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const markupKeys = new Set(['html', 'titleHtml', 'summaryHtml', 'descriptionHtml'])
const slotKeys = new Set(['start', 'end', 'navigationStart', 'navigationEnd'])

const isMarkup = (key: string, parent: string) =>
  markupKeys.has(key) || (parent === 'slots' && slotKeys.has(key))

/** Strings that stand for markup become `Html`; empty ones are left out, as the macros do. */
export const fixtureOptions = (given: Json, parent = ''): unknown => {
  if (Array.isArray(given)) return given.map((item: Json) => fixtureOptions(item))
  if (given === null || typeof given !== 'object') return given
  const entries = Object.entries(given).flatMap(([key, value]): readonly [string, unknown][] => {
    if (!isMarkup(key, parent) || typeof value === 'object') return [[key, fixtureOptions(value, key)]]
    return value ? [[key, trusted(String(value))]] : []
  })
  return Object.fromEntries(entries)
}
