import type { Day } from '../kit/days.ts'
import { dayInWords } from '../kit/words.ts'
import { type IntelligenceLists, nameIn } from './lists.ts'
import { differing, type IntelligenceSaid, type SaidField, saidFields } from './said.ts'

const nothing = 'Nothing'

/** Returns what a field of an item says, in the words of the council’s policy; empty where it says nothing. */
export const fieldInWords = (
  field: SaidField,
  said: Partial<IntelligenceSaid>,
  lists: IntelligenceLists,
): string => {
  const value = said[field]
  if (value === null || value === undefined) return ''
  if (field === 'occurred' || field === 'concluded') return dayInWords(value as Day)
  if (field === 'progressed') return value === true ? 'Yes' : 'No'
  const choices = {
    kind: lists.kinds,
    category: lists.categories,
    source: lists.sources,
    route: lists.routes,
    outcome: lists.outcomes,
  } as const
  return field === 'reference' || field === 'summary'
    ? String(value)
    : nameIn(choices[field as keyof typeof choices], String(value))
}

/** Returns what changed from one version to the next, a sentence a field. */
export const changesInWords = (
  before: IntelligenceSaid,
  after: IntelligenceSaid,
  lists: IntelligenceLists,
): readonly string[] =>
  differing(before, after).map((field) => {
    const [was, is] = [fieldInWords(field, before, lists), fieldInWords(field, after, lists)]
    return `${saidFields[field]}: from ${was || nothing.toLowerCase()} to ${is || nothing.toLowerCase()}`
  })
