/** The project runs anywhere: no file of it names the machine that somebody wrote it on, or where its packages came from. */
import { test } from 'node:test'
import { type Finding, finds, hold, matches } from './rules.ts'
import { type Source, source, trackedFiles } from './sources.ts'

const asIs = (text: string): string => text

// A fixed list, the same on every machine: a test that looked at where it runs would fail on somebody else's.
const places = new RegExp(
  `(?<![\\w.}-])/(?:${['home', 'Users', 'farm', 'root'].join('|')})/[\\w.-]+|\\b[A-Z]:\\\\Users\\\\`,
  'g',
)
const named = (file: Source): Finding[] => matches(file, places, asIs)

test('no file names a place on somebody’s machine', () => {
  hold(
    {
      says: 'A path in a file starts at the root of the project.',
      instead: 'write it from the root, or work it out with import.meta.url.',
    },
    trackedFiles().flatMap(named),
  )
  // In pieces, so that this file does not find itself.
  const bad = ['', 'home', 'ann', 'x'].join('/')
  finds(named({ path: 'docs/bad.md', text: `a\ncd ${bad}\n/homely/hearth` }), [`2 ${bad.slice(0, -2)}`])
})

const hosts = /\bregistry[.](?:npm|yarn)\w*/g
const fromRegistry = (file: Source): Finding[] => [
  ...matches(file, hosts, asIs),
  ...(file.path.endsWith('package-lock.json')
    ? matches(file, /"resolved":\s*"(?!node_modules)[^"]*"/g, asIs)
    : []),
]

test('no file names a registry of packages, and the lockfile holds no addresses', () => {
  hold(
    {
      says: 'Every machine asks its own registry.',
      instead: 'keep omit-lockfile-registry-resolved=true in .npmrc, and run npm install again.',
    },
    trackedFiles().flatMap(fromRegistry),
  )
  // In two halves, so that this file does not find itself.
  const address = ['registry', 'npmjs'].join('.')
  const text = `{\n"a": { "resolved": "https://b/c.tgz" },\n"d": "${address}" }`
  finds(fromRegistry({ path: 'package-lock.json', text }), [
    `3 ${address}`,
    '2 "resolved": "https://b/c.tgz"',
  ])
})

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const
type Manifest = { readonly [kind in (typeof kinds)[number]]?: Readonly<Record<string, string>> }

const loose = (file: Source): Finding[] => {
  const manifest = JSON.parse(file.text) as Manifest
  return kinds
    .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({ path: file.path, line: 0, what: `${name} ${version}` }))
}

test('every package has one exact version', () => {
  hold(
    { says: 'What was tested is what runs.', instead: 'write the version without ^, ~ or a range.' },
    loose(source('package.json')),
  )
  const text = '{"dependencies":{"a":"^1.0.0","b":"1.2.3-beta.4"},"optionalDependencies":{"c":"latest"}}'
  finds(loose({ path: 'package.json', text }), ['0 a ^1.0.0', '0 c latest'])
})
