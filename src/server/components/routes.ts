import { fault } from '../../core/kit/problems.ts'
import { catalogue, type Example } from '../../ui/catalogue.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import { ground } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'

const exampleOf = ({ title, render }: Example): Html => html`<h3 class="govuk-heading-s">${title}</h3>
${render()}`

const sectionOf = ([name, examples]: readonly [string, readonly Example[]]): Html => html`<section>
<h2 class="govuk-heading-m" id="component-${name}">${name}</h2>
${examples.map(exampleOf)}
</section>`

/** Every component with its examples: the same list that the fixtures and the accessibility run read. Demonstration only. */
const show = async (asked: Asked): Promise<Response> => {
  if (ground().mode !== 'demo') throw fault('page-not-found')
  // The page has its own heading: a page has one h1.
  const examples = catalogue.filter(({ name }) => name !== 'page-heading')
  const byName = Map.groupBy(examples, ({ name }) => name)
  return framed(asked, {
    title: 'Components',
    content: html`${pageHeading({ text: 'Components' })}
<p class="govuk-body">What pages are built of, each with its examples. Everything in them is invented.</p>
<ul class="govuk-list">
${[...byName.keys()].map((name) => html`<li><a class="govuk-link" href="#component-${name}">${name}</a></li>`)}
</ul>
${[...byName].map(sectionOf)}`,
  })
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/components',
    permission: 'anyone',
    sample: {
      none: 'its examples hold landmarks of their own: test/ui/accessibility.test.ts draws each on a page',
    },
    handle: show,
  },
]
