import { counted, listed } from '../../../core/kit/words.ts'
import type { RatingDocument } from '../../../core/policy/documents/rating.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Marks } from './marks.ts'
import { facts, points } from './section.ts'

/** The spans of time that the rows look at. */
export const times = (
  { windows }: RatingDocument,
  marks: Marks,
): Html => html`<p class="govuk-body">Each time ends on the day of the rating, and holds that day.</p>
${points(windows.map((window) => html`The last ${counted(window.months, 'month', 'months')} ${marks.of(window)}`))}`

const schemeFacts = (
  scheme: RatingDocument['schemes'][number],
  marks: Marks,
): Html => html`<h3 class="govuk-heading-m">${scheme.name} ${marks.of(scheme)}</h3>
${facts([
  ['Grades, worst first', listed(scheme.grades)],
  scheme.aliases.length > 0 && [
    'Also called',
    scheme.aliases.map((alias) => html`${alias.name} is the same as ${alias.means} ${marks.of(alias)}`),
  ],
  [
    'Means no grade',
    html`${listed(scheme.notRated.grades.filter((grade) => grade !== ''))} ${marks.of(scheme.notRated)}`,
  ],
  [`Each ${scheme.part}`, scheme.parts.join('; ')],
])}`

/** The ratings of others that the rows read. */
export const grades = ({ schemes }: RatingDocument, marks: Marks): Html =>
  html`${schemes.map((scheme) => schemeFacts(scheme, marks))}`
