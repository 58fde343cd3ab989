/** Returns the list of what Plumbline runs on, with licences: `npm run licences` writes it to docs/dependencies.md. */
import { readFile } from 'node:fs/promises'

export const licencesFile = 'docs/dependencies.md'

type Locked = { readonly version?: string; readonly license?: string; readonly dev?: boolean }

/** A package that stands in an installation without its development packages. */
export type Dependency = { readonly name: string; readonly version: string; readonly licence: string }

// Older packages list their licences, and the lock file then has none.
const statedIn = async (path: string): Promise<string> => {
  const { licenses } = JSON.parse(await readFile(`${path}/package.json`, 'utf8')) as {
    licenses?: readonly { readonly type: string }[]
  }
  return licenses?.map(({ type }) => type).join(' or ') ?? 'none stated'
}

/** Returns every package that Plumbline needs to run, by name. Those of other machines are in it too. */
export const dependencies = async (): Promise<readonly Dependency[]> => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Readonly<Record<string, Locked>>
  }
  const found: Dependency[] = []
  for (const [path, { version = '', license, dev }] of Object.entries(packages)) {
    if (path === '' || dev === true) continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    found.push({ name, version, licence: license ?? (await statedIn(path)) })
  }
  return found.toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

/** Returns the text of the list. */
export const licencesText = async (): Promise<string> => `# What Plumbline runs on

Every package of an installation, with its licence. Written by \`npm run licences\`; a test compares. For known weaknesses of them, run \`npm audit\`.

| package | version | licence |
| --- | --- | --- |
${(await dependencies()).map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}
`
