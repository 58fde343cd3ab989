/** Lines of a pack as `./plumbline pack show` prints them: each with where it comes from. */
import { type AssumedReason, assumedReasons } from '../../core/policy/assumed.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { basisOf } from '../../core/policy/resolve-criterion.ts'
import type { Said } from '../../server/policy/in-words/saying.ts'

type Based = { readonly source?: string | undefined; readonly assumption?: string | undefined }

/** Returns a text with the paragraph of a value, or the number of its assumption, behind it. */
export type Lined = (text: string, value?: object) => string

const isBased = (value: object): value is Based => 'source' in value || 'assumption' in value

/** Returns what writes the lines of one policy. */
export const linedOf = (documents: Policy['documents']): Lined => {
  const numbers = new Map(assumedReasons(documents).map(({ why, number }) => [why, number]))
  return (text, value) => {
    if (value === undefined || !isBased(value)) return text
    const basis = basisOf(value)
    return 'source' in basis
      ? `${text} [${basis.source}]`
      : `${text} [assumption ${numbers.get(basis.assumption)}]`
  }
}

/** Returns a section: its title, and its lines below it, each a step further in. None where there is no line. */
export const sectionOf = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title.toUpperCase(), ...lines.map((line) => `  ${line}`)]

/** Returns what is said of something: in its line where it is one thing, else below it. */
export const saidLines = (about: string, said: readonly Said[], lined: Lined): readonly string[] => {
  const [only, ...more] = said.map(({ text, value }) => lined(text, value))
  if (only === undefined || more.length === 0) return [`${about}: ${only ?? 'none'}`]
  return [`${about}:`, ...[only, ...more].map((line) => `  ${line}`)]
}

/** Returns the policy's words, and behind them what they are taken to mean where that is not the same. */
export const withMeaning = (text: string, meaning: string): string =>
  text.toLowerCase() === meaning.toLowerCase() ? text : `${text} (${meaning})`

/** Returns a reason with its number, and what rests on it. */
export const reasonLines = ({ number, why, values }: AssumedReason): readonly string[] => [
  `${number}. ${why}`,
  `   On: ${values.map(({ about }) => about).join('; ')}`,
]
