/** What a rule is, and how it speaks when it is broken: where, what, and what to do instead. */
import assert from 'node:assert/strict'
import type { Source } from './sources.ts'

/** A rule of the house in one sentence, and what to do where it is in the way. */
export type Rule = { readonly says: string; readonly instead: string }

/** Where a rule is broken. `what` is short: with the path it names the finding in a list of exceptions. */
export type Finding = { readonly path: string; readonly line: number; readonly what: string }

/** What may break a rule, by `path what`, `path` or `folder/`, each with its reason. */
export type Exceptions = Readonly<Record<string, string>>

/** Returns the finding at a place of a file. */
export const findingAt = ({ path, text }: Source, index: number, what: string): Finding => ({
  path,
  line: text.slice(0, index).split('\n').length,
  what,
})

/** Returns every match of a pattern. `view` is what is looked at: code without its comments, say. */
export const matches = (source: Source, pattern: RegExp, view: (text: string) => string): Finding[] =>
  [...view(source.text).matchAll(pattern)].map((match) =>
    findingAt(source, match.index, match[0].trim().replace(/\s+/g, ' ')),
  )

const isFor = (key: string, { path, what }: Finding): boolean =>
  key === `${path} ${what}` || key === path || (key.endsWith('/') && path.startsWith(key))

/** Returns the findings that no exception allows, and the exceptions that allow nothing any more. */
export const except = (findings: readonly Finding[], exceptions: Exceptions): readonly Finding[] => {
  const keys = Object.keys(exceptions)
  const unused = keys.filter((key) => !findings.some((finding) => isFor(key, finding)))
  return [
    ...findings.filter((finding) => !keys.some((key) => isFor(key, finding))),
    ...unused.map((key) => ({
      path: key,
      line: 0,
      what: 'is listed as an exception and is none: remove it',
    })),
  ]
}

/** Fails where anything was found, and says what to do. */
export const hold = (rule: Rule, findings: readonly Finding[]): void => {
  const places = findings.map(({ path, line, what }) => `  ${path}:${line}  ${what}`)
  assert.ok(findings.length === 0, `${rule.says}\n${places.join('\n')}\nInstead: ${rule.instead}`)
}

/** Proves that a rule can fail: the scan finds in a bad file exactly these, as `line what`. */
export const finds = (found: readonly Finding[], expected: readonly string[]): void =>
  assert.deepEqual(
    found.map(({ line, what }) => `${line} ${what}`),
    expected,
  )
