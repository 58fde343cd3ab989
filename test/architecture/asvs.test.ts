/** The checklist of ASVS says each requirement once, and names only what is there. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const isThere = (path: string): boolean => existsSync(new URL(`../../${path}`, import.meta.url))

type Line = {
  readonly number: string
  readonly level: string
  readonly state: string
  readonly where: string
}

const linesOf = (text: string): readonly Line[] =>
  [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, number = '', level = '', state = '', where = '']) => ({ number, level, state, where }),
  )

const path = 'docs/security/asvs.md'
const checklist = read(path)
const lines = linesOf(checklist)
const levels: Readonly<Record<string, readonly string[]>> = JSON.parse(
  read('test/fixtures/asvs-5-numbers.json'),
)

/** What a line names that should be a file or a folder of ours. */
const named = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`\s]+\/[^`\s]+)`/g)]
    .map(([, what = '']) => what)
    .filter((what) => /^\w+\//.test(what))

for (const level of ['1', '2'])
  test(`every requirement of level ${level} stands in the checklist once`, () => {
    const stand = lines.filter((line) => line.level === level).map(({ number }) => number)
    assert.deepEqual(stand.toSorted(), levels[level]?.toSorted())
    assert.equal(new Set(stand).size, stand.length)
  })

test('a line is met, not applicable or open, and what is met names where', () => {
  const wrong = lines.filter(
    ({ state, where }) =>
      !['met', 'not applicable', 'open'].includes(state) || (state === 'met' && !/`[^`]+`/.test(where)),
  )
  assert.deepEqual(wrong, [])
})

test('every path that the checklist names is there', () => {
  assert.deepEqual(
    named(checklist).filter((what) => !isThere(what)),
    [],
    `${path} names what is not there. Look what holds the requirement now, or say that it is open.`,
  )
  assert.deepEqual(named('`src/nowhere.ts`, `Secure`, `/health`, `test/b`'), ['src/nowhere.ts', 'test/b'])
})

test('the counts and the list at the end are those of the tables', () => {
  const count = (state: string) => lines.filter((line) => line.state === state).length
  assert.ok(
    checklist.includes(
      `of ${lines.length} requirements, ${count('met')} are met, ${count('not applicable')} are not applicable, and ${count('open')} are open`,
    ),
  )
  const listed = [...checklist.matchAll(/^- (\d+\.\d+\.\d+) \(level/gm)].map(([, number]) => number)
  assert.deepEqual(
    listed,
    lines.filter(({ state }) => state === 'open').map(({ number }) => number),
  )
})
