import { type RolesTyped, readRoles } from '../../../core/people/invite-form.ts'
import { button } from '../../../ui/components/button.ts'
import type { FieldError } from '../../../ui/field-errors.ts'
import { html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { signedOf } from '../account/session-routes.ts'
import { changeRoles } from '../commands/roles.ts'
import type { PersonShown } from '../queries/people.ts'
import { servicesToName } from '../queries/services.ts'
import { personAsked, refuseLastAdministrator } from './deeds.ts'
import { rolesFields } from './roles-fields.ts'

const showForm = (
  asked: Asked,
  person: PersonShown,
  typed: RolesTyped,
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
<p class="govuk-body">The person’s sessions with this council end, and they sign in again.</p>
<form method="post" action="/people/${person.id}/roles" novalidate>
${rolesFields(typed, errors)}
${button({ text: 'Save the roles', preventDoubleClick: true })}
</form>`,
  })

const show = async (asked: Asked): Promise<Response> => {
  const person = await personAsked(asked)
  const services = await servicesToName(signedOf(asked).authority.id)
  const named = services.filter(({ id }) => person.services?.includes(id)).map(({ name }) => name)
  return showForm(asked, person, { roles: person.roles, services: named.join('\n') }, [])
}

const save = async (asked: Asked): Promise<Response> => {
  const person = await personAsked(asked)
  const { authority } = signedOf(asked)
  const form = await asked.form()
  const typed = { roles: form.all('role'), services: form.one('services') }
  const read = readRoles(typed, await servicesToName(authority.id))
  if ('errors' in read) return showForm(asked, person, typed, read.errors)
  if (!read.roles.includes('administrator')) await refuseLastAdministrator(asked, person)
  const changed = await changeRoles(person.id, authority.id, read.roles, read.services)
  return seeOther(`/people/${person.id}?done=${changed ? 'roles-changed' : 'roles-unchanged'}`)
}

/** Changing what a person does. */
export const rolesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/people/:person/roles',
    permission: 'people.manage',
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
