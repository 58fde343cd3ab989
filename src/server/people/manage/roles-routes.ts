import type { FieldError } from '../../../core/kit/field-error.ts'
import { isRole, type Role, roles, rolesOfSide } from '../../../core/people/roles.ts'
import { button } from '../../../ui/components/button.ts'
import { html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { signedOf } from '../account/session-routes.ts'
import { changeRoles } from '../commands/roles.ts'
import type { PersonShown } from '../queries/people.ts'
import { personAsked, refuseLastAdministrator } from './deeds.ts'
import { rolesField } from './roles-fields.ts'

const showForm = (
  asked: Asked,
  person: PersonShown,
  typed: readonly string[],
  errors: readonly FieldError[],
): Response =>
  framed(asked, {
    title: 'Change roles',
    section: person.name,
    width: 'two-thirds',
    errors,
    breadcrumbs: [
      { text: 'People', href: '/people' },
      { text: person.name, href: `/people/${person.id}` },
    ],
    content: html`${pageHeading({ text: 'Change roles', caption: person.name })}
<p class="govuk-body">These are the roles as one of the council’s own people. The person’s sessions with this council end, and they sign in again.</p>
<form method="post" action="/people/${person.id}/roles" novalidate>
${rolesField(rolesOfSide('council'), typed, errors)}
${button({ text: 'Save the roles', preventDoubleClick: true })}
</form>`,
  })

const show = async (asked: Asked): Promise<Response> => {
  const person = await personAsked(asked)
  return showForm(asked, person, person.roles, [])
}

const isOfCouncil = (role: Role): boolean => roles[role].side === 'council'

const save = async (asked: Asked): Promise<Response> => {
  const person = await personAsked(asked)
  const { authority } = signedOf(asked)
  const typed = (await asked.form()).all('role')
  const wanted = typed.filter(isRole).filter(isOfCouncil)
  // Whoever works for a provider too may be left without a role of the council.
  if (wanted.length === 0 && (person.access.length === 0 || person.roles.length === 0))
    return showForm(asked, person, typed, [{ field: 'role', text: 'Select what the person does' }])
  if (!wanted.includes('administrator')) await refuseLastAdministrator(asked, person)
  const changed = await changeRoles(person.id, authority.id, wanted)
  return seeOther(`/people/${person.id}?done=${changed ? 'roles-changed' : 'roles-unchanged'}`)
}

/** Changing what a person does. */
export const rolesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/people/:person/roles',
    permission: 'people.manage',
    reads: 'people',
    sample: ({ person }) => `/people/${person}/roles`,
    handle: show,
  },
  {
    method: 'POST',
    path: '/people/:person/roles',
    permission: 'people.manage',
    audit: 'role.given',
    handle: save,
  },
]
