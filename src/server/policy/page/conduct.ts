import { counted } from '../../../core/kit/words.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Marks } from './marks.ts'
import { facts, points } from './section.ts'

type Documents = Policy['documents']
type Activity = Documents['monitoring']['activities'][number]
type Conduct = NonNullable<Activity['conduct']>
type Attends = Conduct['attends'][number]

const only = {
  'cqc-registered': ', where registered with CQC',
  'not-cqc-registered': ', where not registered with CQC',
} as const

const conductOf = (conduct: Conduct, { pack }: Documents, marks: Marks): Html => {
  const nameOf = (role: string): string => pack.roles.find(({ id }) => id === role)?.name ?? role
  const who = (each: Attends) =>
    html`${nameOf(each.role)}${each.only !== undefined && only[each.only]} ${marks.of(each)}`
  const named = (items: Conduct['agenda']) =>
    points(items.map((each) => html`${each.name} ${marks.of(each)}`))
  const { record } = conduct
  return facts([
    ['Attends', points(conduct.attends.map(who))],
    conduct.mayAttend.length > 0 && [
      'May attend',
      points(conduct.mayAttend.map((each) => html`${nameOf(each.role)} ${marks.of(each)}`)),
    ],
    ['Where, the first that is possible', named(conduct.places)],
    ['What about', named(conduct.agenda)],
    conduct.checks.length > 0 && [
      'Besides',
      points(conduct.checks.map((each) => html`${each.name}: ${each.does} ${marks.of(each)}`)),
    ],
    record !== undefined && [
      'Written record',
      html`${record.holds} Within ${counted(record.within.workingDays, 'working day', 'working days')}. ${marks.of(record)}`,
    ],
  ])
}

/** How activities are carried out, where the policy says so, and when there is one more. */
export const conductInWords = (documents: Documents, marks: Marks): Html => {
  const { activities, extraVisits } = documents.monitoring
  const said = activities.filter(({ conduct, contractMaySay }) => conduct ?? contractMaySay)
  return html`${said.map(
    ({ name, conduct, contractMaySay }) => html`<h3 class="govuk-heading-m">${name}</h3>
${contractMaySay !== undefined && html`<p class="govuk-body">The contract’s own frequency goes first. ${contractMaySay.text} ${marks.of(contractMaySay)}</p>`}
${conduct !== undefined && conductOf(conduct, documents, marks)}`,
  )}
${
  extraVisits !== undefined &&
  html`<h3 class="govuk-heading-m">Additional visits</h3>
<p class="govuk-body">${extraVisits.text} ${marks.of(extraVisits)}</p>`
}`
}
