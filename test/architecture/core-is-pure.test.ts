/** Core is pure: days and ids are arguments, so that the server, a device and the command line get the same answer. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { bare } from './code.ts'
import { finds, hold, matches } from './rules.ts'
import { root, type Source, sources } from './sources.ts'

const compile = (configuration: string) =>
  spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', configuration], {
    cwd: root,
    encoding: 'utf8',
  })

test('core compiles where Node, the browser and the console do not exist', () => {
  const { status, stdout } = compile('tsconfig.core.json')
  assert.equal(
    status,
    0,
    `Core knows nothing but its arguments.\n${stdout}Instead: pass it in, or move it to a slice.`,
  )
})

/** Each is a type error in core, on its own line. */
const forbidden = [
  "export { readFileSync } from 'node:fs'",
  'export const a = process.env',
  "export const b = fetch('/')",
  'export const c = document.title',
  "export const d = () => console.log('')",
  'export const e = () => setTimeout(() => {}, 0)',
  'export const f = () => crypto.randomUUID()',
  'export const g = () => Buffer.alloc(0)',
  'export const h = () => performance.now()',
]

test('that configuration can fail: each thing of the outside world is a type error under it', () => {
  const cache = `${root}node_modules/.cache/`
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(`${cache}core-is-pure-`)
  try {
    const [bad, good, configuration] = ['bad.ts', 'good.ts', 'tsconfig.json'].map(
      (name) => `${folder}/${name}`,
    )
    writeFileSync(`${bad}`, forbidden.join('\n'))
    writeFileSync(`${good}`, "export const today = Temporal.PlainDate.from('2026-11-21').toString()\n")
    const files = ['bad.ts', 'good.ts']
    writeFileSync(
      `${configuration}`,
      JSON.stringify({ extends: `${root}tsconfig.core.json`, include: [], files }),
    )
    const { stdout } = compile(`${configuration}`)
    const lines = [...stdout.matchAll(/(\w+)\.ts\((\d+),/g)].map(([, file, line]) => `${file} ${line}`)
    assert.deepEqual(
      [...new Set(lines)],
      forbidden.map((_, at) => `bad ${at + 1}`),
      stdout,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const chance =
  /\bnew Date\b|\bDate\s*\(|\bDate\.now\b|\bTemporal\.Now\b|\bMath\.random\b|\.localeCompare\(|\.toLocale\w*\(\)/g

const asksClockOrChance = (source: Source) => matches(source, chance, bare)

test('core asks neither clock, chance nor the language of the machine', () => {
  hold(
    {
      says: 'Core is the same on every day and every machine: no clock, no chance, no local collation.',
      instead: 'take the day, instant or id as an argument; compare texts with < and >.',
    },
    sources('src/core/**/*.ts').flatMap(asksClockOrChance),
  )
  const text =
    "a = new Date()\nb = Date.now()\n// Math.random()\nc = Math.random()\nd = Temporal.Now.instant()\n'Date('"
  finds(asksClockOrChance({ path: 'src/core/bad.ts', text }), [
    '1 new Date',
    '2 Date.now',
    '4 Math.random',
    '5 Temporal.Now',
  ])
})

const usesTemporal = (source: Source) => matches(source, /\bTemporal\b/g, bare)

test('Temporal stays in core/kit', () => {
  hold(
    {
      says: 'A day is an ISO text everywhere; Temporal is used in src/core/kit, and by the platform’s clock.',
      instead: 'use or add a function of src/core/kit/days.ts.',
    },
    sources('src/**/*.ts')
      .filter(({ path }) => !path.startsWith('src/core/kit/') && path !== 'src/server/platform/clock.ts')
      .flatMap(usesTemporal),
  )
  finds(usesTemporal({ path: 'src/core/bad.ts', text: '// Temporal\nlet a: Temporal.PlainDate' }), [
    '2 Temporal',
  ])
})
