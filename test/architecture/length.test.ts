/** One idea a file: most have 20 to 80 lines, and a few long ones are tables. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Exceptions, except, type Finding, finds, hold } from './rules.ts'
import { type Source, sources } from './sources.ts'

const longest = 200
const linesOf = ({ text }: Source): number => text.trimEnd().split('\n').length

const tooLong = (source: Source): Finding[] =>
  linesOf(source) > longest ? [{ path: source.path, line: longest, what: `${linesOf(source)} lines` }] : []

const longTables: Exceptions = {
  'src/core/kit/problems.ts': 'the table of everything that can go wrong',
  'src/core/people/roles.ts': 'the table of roles, with what each may do',
  'src/server/platform/events/event.ts': 'the table of everything that can happen',
  'src/server/audit/sentences.ts': 'the table of what each event says',
  'src/server/platform/database/schema.ts': 'written from the migrations',
  'src/server/demo/eastmarch.ts': 'the table of the invented council',
}

test('a file is short, unless it is a table', () => {
  hold(
    {
      says: `A file has at most ${longest} lines.`,
      instead: 'make it a folder with one file per use case; a long table is listed here.',
    },
    except(sources('src/**/*.ts').flatMap(tooLong), longTables),
  )
  finds(tooLong({ path: 'src/bad.ts', text: 'a\n'.repeat(201) }), ['200 201 lines'])
})

test('most files are short, and none is a crumb', () => {
  const lengths = sources('src/**/*.ts')
    .map(linesOf)
    .toSorted((one, other) => one - other)
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0
  assert.ok(median >= 15 && median <= 90, `The median file has ${median} lines, and should have 15 to 90.`)
})
