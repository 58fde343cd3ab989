/**
 * The quick check while working, under half a minute: `npm run check`. Types, formatting and lint, then the tests of
 * core and architecture. With `--static` only the first three, as a part of `npm test`.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const configurations = ['core', 'server', 'device', 'page', 'journeys'] as const

const modules = (path: string) => `${root}node_modules/${path}`

const steps: readonly (readonly [name: string, file: string, words: readonly string[]])[] = [
  ...configurations.map(
    (name) =>
      [
        `types: ${name}`,
        modules('typescript/bin/tsc'),
        ['-p', `${root}tsconfig${name === 'server' ? '' : `.${name}`}.json`],
      ] as const,
  ),
  ['format and lint', modules('@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', root]],
]

let passed = true
const run = (name: string, words: readonly string[]): void => {
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit', cwd: root })
  process.stdout.write(`${status === 0 ? 'ok' : 'FAILED'}  ${name}\n`)
  passed &&= status === 0
}

for (const [name, file, words] of steps) run(name, [file, ...words])
if (!process.argv.includes('--static'))
  run('core and architecture', [
    '--test',
    '--test-reporter=dot',
    `${root}test/core/**/*.test.ts`,
    `${root}test/architecture/**/*.test.ts`,
  ])
process.exitCode = passed ? 0 : 1
