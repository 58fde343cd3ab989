/** The tables that a file writes and reads, through Kysely's calls or in texts of SQL. */
import { withoutComments, wordsOf } from './code.ts'
import { type Finding, findingAt } from './rules.ts'
import type { Source } from './sources.ts'

const writeCall = /\b(insertInto|updateTable|deleteFrom|mergeInto)\(/g
const readCall = /\b(?:selectFrom|using|(?:inner|left|right|full|cross)Join(?:Lateral)?)\(/g
const given = /^\s*\[?((?:\s*'[^']*',?)+)/
const writeText = /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+"?(\w+)/gi
const readText = /\b(?:from|join)\s+"?(\w+)/gi

/** Returns the tables that a call names as texts: `selectFrom(['a', 'b as c'])`. A name that is worked out is `?`. */
const tablesNamed = (source: Source, call: RegExp): Finding[] => {
  const code = withoutComments(source.text)
  return [...code.matchAll(call)].flatMap((match) => {
    const names = given.exec(code.slice(match.index + match[0].length))?.[1]
    const tables = names ? [...names.matchAll(/'(\w+)/g)].map(([, table]) => table ?? '?') : ['?']
    return tables.map((table) => findingAt(source, match.index, table))
  })
}

const inSql = (source: Source, pattern: RegExp): Finding[] =>
  wordsOf(source.text)
    .filter(({ kind, tag }) => kind === 'template' && tag === 'sql')
    .flatMap(({ start, end }) =>
      [...source.text.slice(start, end).matchAll(pattern)].map((match) =>
        findingAt(source, start + match.index, match[1] ?? '?'),
      ),
    )

/** Returns the tables that a file writes. */
export const writes = (source: Source): Finding[] => [
  ...tablesNamed(source, writeCall),
  ...inSql(source, writeText),
]

/** Returns the tables and views that a file reads. */
export const reads = (source: Source): Finding[] =>
  [...tablesNamed(source, readCall), ...inSql(source, readText)].filter(({ what }) => what !== '?')
