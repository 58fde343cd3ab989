/**
 * Everything that a change must pass: `npm test`. One file alone: `npm test -- test/server/some.test.ts`.
 * Each suite has a time budget; a suite that outgrows it fails, before the whole becomes too slow to run.
 */
import { spawn } from 'node:child_process'
import { startCluster } from '../test/support/cluster.ts'

type Suite = { readonly name: string; readonly files: readonly string[]; readonly budgetSeconds: number }

const pure: readonly Suite[] = [
  {
    name: 'core, packs, pages and architecture',
    files: [
      'test/core/**/*.test.ts',
      'test/packs/**/*.test.ts',
      'test/register/**/*.test.ts',
      'test/ui/**/*.test.ts',
      'test/architecture/**/*.test.ts',
    ],
    budgetSeconds: 300,
  },
  { name: 'crash drill', files: ['test/crash/**/*.test.ts'], budgetSeconds: 600 },
]

const served: readonly Suite[] = [
  {
    name: 'slices over PostgreSQL',
    files: [
      'test/platform/**/*.test.ts',
      'test/server/!(every-role|isolation|nothing-foreign|written-by-strangers).test.ts',
      'test/audit/**/*.test.ts',
      'test/retention/**/*.test.ts',
      'test/visit/**/*.test.ts',
    ],
    budgetSeconds: 900,
  },
  {
    name: 'walks over every route, role and id',
    files: ['test/server/@(every-role|isolation|nothing-foreign|written-by-strangers).test.ts'],
    budgetSeconds: 900,
  },
  { name: 'HTTP API', files: ['test/api/**/*.test.ts'], budgetSeconds: 600 },
  { name: 'commands', files: ['test/cli/**/*.test.ts'], budgetSeconds: 600 },
  {
    name: 'journeys in a browser',
    files: ['test/browser/**/*.test.ts', 'test/journeys/**/*.test.ts'],
    budgetSeconds: 900,
  },
]

const say = (text: string) => void process.stdout.write(`${text}\n`)

const run = (words: readonly string[], environment: Readonly<Record<string, string>>, seconds: number) =>
  new Promise<boolean>((done) => {
    const child = spawn(process.execPath, words, {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    const overBudget = setTimeout(() => {
      say(`Over its budget of ${seconds} seconds: stopped.`)
      child.kill('SIGKILL')
    }, seconds * 1000)
    child.on('exit', (code) => {
      clearTimeout(overBudget)
      done(code === 0)
    })
  })

const runSuite = async ({ name, files, budgetSeconds }: Suite, environment = {}): Promise<boolean> => {
  const start = performance.now()
  say(`\n== ${name}`)
  const passed = await run(['--test', '--test-concurrency=2', ...files], environment, budgetSeconds)
  say(
    `== ${name}: ${passed ? 'passed' : 'FAILED'} in ${((performance.now() - start) / 1000).toFixed(0)} s of ${budgetSeconds} s`,
  )
  return passed
}

const withCluster = async (suites: readonly Suite[]): Promise<boolean> => {
  const cluster = await startCluster(say)
  let passed = true
  try {
    for (const suite of suites)
      passed = (await runSuite(suite, { PLUMBLINE_TEST_DATABASE: cluster.address })) && passed
  } finally {
    await cluster.stop()
  }
  return passed
}

const everything = async (): Promise<boolean> => {
  let passed = await run([new URL('./check.ts', import.meta.url).pathname, '--static'], {}, 120)
  for (const suite of pure) passed = (await runSuite(suite)) && passed
  return (await withCluster(served)) && passed
}

const named = process.argv.slice(2)
const passed = await (named.length === 0
  ? everything()
  : withCluster([{ name: named.join(' '), files: named, budgetSeconds: 600 }]))
say(passed ? '\nAll passed.' : '\nSomething failed: see above.')
process.exitCode = passed ? 0 : 1
