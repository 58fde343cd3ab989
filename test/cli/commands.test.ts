/** The commands as a person types them: `./plumbline`, on a data folder of its own. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { commands } from '../../src/cli/commands.ts'
import { main } from '../../src/cli/main.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-cli-'))
})
after(() => rm(folder, { recursive: true, force: true }))

type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

const plumbline = (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((done) => {
    const child = spawn(join(root, 'plumbline'), words, {
      cwd: tmpdir(),
      env: { PATH: process.env.PATH, PLUMBLINE_DATA: join(folder, 'data'), ...environment },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (text) => {
      out += text
    })
    child.stderr.on('data', (text) => {
      err += text
    })
    child.on('close', (code) => done({ code, out, err }))
  })

test('help lists every command with an example, and each has its own', async () => {
  const { code, out } = await plumbline(['--help'])
  assert.equal(code, 0)
  for (const { name, summary, examples } of commands) {
    assert.ok(out.includes(`  ${name}`) && out.includes(summary), name)
    assert.ok(examples.length > 0, name)
  }
  for (const { name } of commands) {
    const said: string[] = []
    const to = { out: (text: string) => void said.push(text), say: (text: string) => assert.fail(text) }
    assert.equal(await main([...name.split(' '), '--help'], to), 0)
    assert.match(said.join('\n'), new RegExp(`Use: ./plumbline ${name}`))
    assert.match(said.join('\n'), /Exit codes:\n {2}0 {2}/)
  }
})

test('a word that is no command is said so, with the list', async () => {
  const { code, out, err } = await plumbline(['improt'])
  assert.equal(code, 2)
  assert.equal(out, '')
  assert.match(err, /There is no command "improt"[\s\S]*import cqc/)
})

test('a word that begins several commands shows those, and no other', async () => {
  const alone = await plumbline(['pack'])
  assert.equal(alone.code, 0)
  assert.match(alone.out, /pack check[\s\S]*pack show[\s\S]*pack diff/)
  assert.doesNotMatch(alone.out, /import cqc/)
  const wrong = await plumbline(['pack', 'chek'])
  assert.equal(wrong.code, 2)
  assert.match(wrong.err, /There is no command "pack chek"[\s\S]*pack check/)
})

test('who reads only the first line ends a command quietly', async () => {
  const show = `'${join(root, 'plumbline')}' pack show '${join(root, 'packs/bolton-2023')}' --json`
  const child = spawn('sh', ['-c', `{ ${show}; echo "exit $?" >&2; } | head -n 1`])
  let err = ''
  child.stderr.on('data', (text) => {
    err += text
  })
  child.stdout.resume()
  await new Promise((done) => child.on('close', done))
  assert.equal(err, 'exit 0\n')
})

test('files that cannot be taken in are named, change nothing and leave no stack trace', async () => {
  const notes = join(folder, 'notes.txt')
  await writeFile(notes, 'Minutes of the meeting\n')
  for (const [words, says] of [
    [['import', 'cqc'], /No file was named/],
    [['import', 'cqc', 'nowhere.ndjson'], /nowhere\.ndjson cannot be read: there is no such file/],
    [['import', 'cqc', notes], /notes\.txt was not recognised[\s\S]*What can be read here/],
    [['import', 'cqc', notes, '--jsn'], /--jsn/],
  ] as const) {
    const { code, out, err } = await plumbline(words)
    assert.equal(code, 2, err)
    assert.equal(out, '')
    assert.match(err, says)
    assert.doesNotMatch(err, /\n\s+at /)
  }
})

test('a file is taken in twice, the second time unchanged, each time by a server of its own', async () => {
  const file = join(root, 'data-sources/cqc/oldham_locations.ndjson.gz')
  const first = JSON.parse((await plumbline(['import', 'cqc', file, '--json'])).out)
  assert.deepEqual(first.files[0].locations, { added: 451, changed: 0, unchanged: 0 })
  assert.deepEqual(first.files[0].rejected, [])
  const second = JSON.parse((await plumbline(['import', 'cqc', file, '--json'])).out)
  assert.deepEqual(second.files[0].locations, { added: 0, changed: 0, unchanged: 451 })
})

test('a live installation refuses to start until it is set up, and is set up once', async () => {
  const live = { PLUMBLINE_MODE: 'live', PORT: '0' }
  const early = await plumbline(['serve'], live)
  assert.equal(early.code, 2)
  assert.match(early.err, /no council is set up/)
  const words = [
    ...['setup', '--authority', 'northfold', '--name', 'Northfold Council', '--area', 'Oldham'],
    ...['--pack', join(root, 'packs/wirral-2022'), '--administrator', 'Ada Birch'],
    ...['--email', 'ada@northfold.example'],
  ]
  const done = await plumbline(words, live)
  assert.equal(done.code, 0, done.err)
  assert.match(done.out, /338 services of its area/)
  assert.match(done.out, /http:\/\/127\.0\.0\.1:0\/invitation\/[\w-]{43}$/m)
  const people = await plumbline(['user', 'list'], live)
  assert.match(people.out, /northfold\tada@northfold\.example\tAda Birch\tadministrator\tinvited/)
  const again = await plumbline(words, live)
  assert.equal(again.code, 2)
  assert.match(again.err, /already set up/)
  const lacking = await plumbline(['setup', '--authority', 'northfold'], live)
  assert.equal(lacking.code, 2)
  assert.match(lacking.err, /--name: It is missing/)
})

test('settings that do not work are named', async () => {
  const { code, err } = await plumbline(['serve'], { PORT: 'eighty' })
  assert.equal(code, 2)
  assert.match(err, /The setting PORT is "eighty"[\s\S]*Set PORT to a whole number from 0 to 65535/)
})

test('an import prints its report as JSON and nothing else, and a refused file prints nothing', async () => {
  const good = join(root, 'test/fixtures/cqc/gm_care_homes_2019-08.csv')
  const taken = await plumbline(['import', 'cqc', good, '--json'])
  assert.equal(taken.code, 0, taken.err)
  assert.equal(JSON.parse(taken.out).files[0].rows, 559)
  const refused = await plumbline(['import', 'cqc', good, join(root, 'README.md'), '--json'])
  assert.equal(refused.code, 2)
  assert.equal(refused.out, '')
  assert.match(refused.err, /Nothing was taken in of any of the 2 files:\nREADME\.md was not recognised/)
})

test('npm start runs with the memory that the commands run with', async () => {
  const options = (text: string): string[] => text.match(/--[\w-]+=\d+/g) ?? []
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const launcher = await readFile(join(root, 'plumbline'), 'utf8')
  assert.ok(options(launcher).length > 0)
  assert.deepEqual(options(scripts.start), options(launcher))
})
