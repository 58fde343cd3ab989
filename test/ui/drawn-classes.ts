import { parseHTML } from 'linkedom'
import { catalogue } from '../../src/ui/catalogue.ts'
import { html, render } from '../../src/ui/html.ts'
import { page } from '../../src/ui/layout.ts'
import { samplePage } from './sample-page.ts'

/** Every class that the sample page and the examples of the catalogue carry. */
export const drawnClasses = (): readonly string[] => {
  const content = html`${catalogue.map((example) => example.render())}`
  const { document } = parseHTML(render(page({ ...samplePage, content })))
  const elements = [...document.querySelectorAll('[class]')]
  return [...new Set(elements.flatMap((element) => (element.getAttribute('class') ?? '').split(/\s+/)))]
}
