/** The files that the rules read. A rule takes them as data, so that it can be tried on bad ones of three lines. */
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file: its path from the root of the project, and what it says. */
export type Source = { readonly path: string; readonly text: string }

/** The folder of the project, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

const byPath = (one: Source, other: Source): number => (one.path < other.path ? -1 : 1)

const read = (paths: readonly string[]): readonly Source[] =>
  paths
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(`${root}${path}`, 'utf8') }))
    .sort(byPath)

/** Returns the files whose path matches one of the patterns, by path. */
export const sources = (...patterns: readonly string[]): readonly Source[] =>
  read(globSync(patterns, { cwd: root }))

/** Returns one file. */
export const source = (path: string): Source => ({ path, text: readFileSync(`${root}${path}`, 'utf8') })

const binary = /\.(?:png|jpe?g|gif|ico|woff2?|otf|ttf|pdf|zip|gz|ods|xlsx)$/

const git = (...words: readonly string[]): readonly string[] =>
  execFileSync('git', ['ls-files', '-z', ...words], { cwd: root, encoding: 'utf8' }).split('\0')

/** Returns every text that git keeps, or would with the next commit; in a copy without git, what stands in our folders. */
export const trackedFiles = (): readonly Source[] => {
  const gone = existsSync(`${root}.git`) ? git('--deleted') : []
  const paths = existsSync(`${root}.git`)
    ? git('--cached', '--others', '--exclude-standard', '--deduplicate')
    : globSync(['{bench,docs,migrations,packs,public,scripts,src,test}/**/*.*', '*.*'], { cwd: root })
  return read(paths.filter((path) => path !== '' && !binary.test(path) && !gone.includes(path)))
}
