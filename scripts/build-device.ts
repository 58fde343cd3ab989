/**
 * Bundles what runs in the browser for visits into public/: the service worker, and the script of the pages on
 * which a visit is packed. The results are committed; a test compares them with what this returns.
 */
import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = new URL('..', import.meta.url)

const entries = {
  'visit-worker.js': 'src/visit/device/worker.ts',
  'visit-page.js': 'src/visit/page/main.ts',
} as const

/** Returns the bundles by their file name in public/. */
export const deviceBundles = async (): Promise<ReadonlyMap<string, string>> => {
  const bundle = async ([name, entry]: readonly [string, string]) => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      absWorkingDir: root.pathname,
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: ['chrome111', 'firefox121', 'safari16.4'],
      legalComments: 'eof',
      logLevel: 'silent', // a failure is thrown, with its words
    })
    return [name, outputFiles[0]?.text ?? ''] as const
  }
  return new Map(await Promise.all(Object.entries(entries).map(bundle)))
}

if (import.meta.main)
  for (const [name, text] of await deviceBundles()) {
    await writeFile(new URL(`public/${name}`, root), text)
    console.error(`public/${name}: ${text.length} bytes, ${gzipSync(text).length} compressed`)
  }
