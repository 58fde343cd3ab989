import { readdirSync, readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { catalogue } from '../../src/ui/catalogue.ts'
import { html, render } from '../../src/ui/html.ts'
import { page } from '../../src/ui/layout.ts'
import { samplePage } from './sample-page.ts'

/** Every class that the sample page and the examples of the catalogue carry. */
const inCatalogue = (): readonly string[] => {
  const content = html`${catalogue.map((example) => example.render())}`
  const { document } = parseHTML(render(page({ ...samplePage, content })))
  const elements = [...document.querySelectorAll('[class]')]
  return elements.flatMap((element) => (element.getAttribute('class') ?? '').split(/\s+/))
}

/** Every class of our own that a page of a term carries, as its source says: pages of terms are not in the catalogue. */
const inPages = (): readonly string[] =>
  ['server', 'visit']
    .map((name) => new URL(`../../src/${name}/`, import.meta.url).pathname)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => folder + path),
    )
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [
      ...readFileSync(path, 'utf8').matchAll(/(?:class=|class(?:es|Name):? =? ?)["'`]([^"'`]+)/g),
    ])
    .flatMap(([, names]) => (names ?? '').split(/\s+/))

/** Every class that is drawn somewhere. */
export const drawnClasses = (): readonly string[] => [...new Set([...inCatalogue(), ...inPages()])]
