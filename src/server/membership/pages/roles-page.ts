import { listed } from '../../../core/kit/words.ts'
import { allPermissions, doesOf, permissions } from '../../../core/people/permissions.ts'
import { allows, allRoles, type Role, roles, rolesOfSide, type Side } from '../../../core/people/roles.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'

const sides: Readonly<Record<Side, string>> = {
  council: 'People of the council',
  provider: 'People of a provider',
  partner: 'People of partner agencies',
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const holders = (held: readonly Role[]): string =>
  held.length === allRoles.length ? 'Everyone who is signed in' : listed(held.map((role) => roles[role].name))

/** Two columns, so that it reads on a phone: what can be done, and who may. */
const areaTable = (area: string): Html =>
  table({
    caption: area,
    captionClasses: 'govuk-table__caption--m',
    head: [{ text: 'What', classes: 'govuk-!-width-one-half' }, { text: 'Who may' }],
    rows: allPermissions
      .filter((permission) => permissions[permission].area === area)
      .map((permission) => [
        { text: capital(doesOf(permission)) },
        { text: holders(allRoles.filter((role) => allows([role], permission))) },
      ]),
    firstCellIsHeader: true,
  })

const sideOf = (side: Side): Html => html`<h2 class="govuk-heading-m">${sides[side]}</h2>
${summaryList({
  rows: rolesOfSide(side).map((role) => ({
    key: { text: roles[role].name },
    value: {
      html: html`${roles[role].does}<br><span class="govuk-hint govuk-!-margin-0">From ${roles[role].source}</span>`,
    },
  })),
})}`

/** Who may do what: the table that every page and form asks before it answers. */
export const rolesPage = (): Html => html`${pageHeading({ text: 'Roles: who may do what' })}
<p class="govuk-body-l">Plumbline asks this table before it answers. What no role may do here, nobody may do.</p>
<p class="govuk-body">People of a provider see only the services that their provider runs now, and nothing else of the council’s. People of partner agencies see only what is shared with them. Anyone who is not signed in sees only what is public.</p>
${(Object.keys(sides) as Side[]).map(sideOf)}
<h2 class="govuk-heading-l">By area</h2>
${[...new Set(allPermissions.map((permission) => permissions[permission].area))].map(areaTable)}`
