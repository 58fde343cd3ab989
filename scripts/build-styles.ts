/**
 * Builds what the browser loads into `public/`: the style sheet from our Sass, and from GOV.UK Frontend and the MOJ
 * pattern library the one script and the few icons that it needs. The results are committed; a test compares.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile, Logger } from 'sass'

const root = new URL('../', import.meta.url)
const path = (address: string): string => fileURLToPath(new URL(address, root))
const frontend = 'node_modules/govuk-frontend/dist/govuk'
const icons = 'node_modules/@ministryofjustice/frontend/moj/assets/images'

/** The style sheet as it is served. MOJ's Sass asks for GOV.UK Frontend by its path from the root. */
export const stylesheet = (): string =>
  compile(path('src/ui/styles/plumbline.scss'), {
    loadPaths: [path('.'), path('node_modules')],
    style: 'compressed',
    // MOJ's Sass warns of a mixin that GOV.UK Frontend has given up: nothing that we can mend.
    logger: Logger.silent,
  }).css

/** Files taken over unchanged, but for the hint where their source map lies: address in `public/`, then source. */
const copied: Readonly<Record<string, string>> = {
  'govuk-frontend.min.js': `${frontend}/govuk-frontend.min.js`,
  ...Object.fromEntries(
    ['close-cross-black', 'document', 'tag-remove-cross', 'tag-remove-cross-white', 'toggle-plus-minus'].map(
      (name) => [`images/icon-${name}.svg`, `${icons}/icon-${name}.svg`],
    ),
  ),
}

const withoutSourceMap = (text: string): string => text.replace(/\n?\/\/# sourceMappingURL=.*\n?$/, '\n')

/** Everything that is built, by its address in `public/`. */
export const builtAssets = async (): Promise<Readonly<Record<string, string>>> => {
  const copies = Object.entries(copied).map(
    async ([name, source]) => [name, withoutSourceMap(await readFile(path(source), 'utf8'))] as const,
  )
  return { 'plumbline.css': stylesheet(), ...Object.fromEntries(await Promise.all(copies)) }
}

if (import.meta.main) {
  for (const [name, content] of Object.entries(await builtAssets())) {
    const target = path(`public/${name}`)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
    console.log(`public/${name} ${content.length} characters`)
  }
}
