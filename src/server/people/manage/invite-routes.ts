import { type InviteTyped, readInvite } from '../../../core/people/invite-form.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { errorOf, type FieldError } from '../../../ui/field-errors.ts'
import { html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { signedOf } from '../account/session-routes.ts'
import { invite } from '../commands/invite.ts'
import { peopleOf } from '../queries/people.ts'
import { servicesToName } from '../queries/services.ts'
import { rolesFields } from './roles-fields.ts'

const blank: InviteTyped = { name: '', email: '', roles: [], services: '' }

const show = (asked: Asked, typed: InviteTyped, errors: readonly FieldError[]): Response =>
  framed(asked, {
    title: 'Invite a person',
    section: 'People',
    width: 'two-thirds',
    errors,
    breadcrumbs: [{ text: 'People', href: '/people' }],
    content: html`${pageHeading({ text: 'Invite a person' })}
<p class="govuk-body">They get a link by email, and choose their own password. It works once and ends after some days.</p>
<form method="post" action="/people/invite" novalidate>
${input({ name: 'name', label: { text: 'Name', classes: 'govuk-label--m' }, autocomplete: 'off', value: typed.name, errorMessage: errorOf(errors, 'name') })}
${input({ name: 'email', type: 'email', label: { text: 'Email address', classes: 'govuk-label--m' }, hint: { text: 'Their own at work, not one that several people read.' }, autocomplete: 'off', spellcheck: false, value: typed.email, errorMessage: errorOf(errors, 'email') })}
${rolesFields(typed, errors)}
${button({ text: 'Send the invitation', preventDoubleClick: true })}
</form>`,
  })

const send = async (asked: Asked): Promise<Response> => {
  const { authority } = signedOf(asked)
  const form = await asked.form()
  const typed: InviteTyped = {
    name: form.one('name'),
    email: form.one('email'),
    roles: form.all('role'),
    services: form.one('services'),
  }
  const read = readInvite(typed, await servicesToName(authority.id))
  if ('errors' in read) return show(asked, typed, read.errors)
  const wanted = read.invited.email.toLowerCase()
  const there = (await peopleOf(authority.id)).find(({ email }) => email?.toLowerCase() === wanted)
  if (there)
    return show(asked, typed, [
      { field: 'email', text: `${there.name} has this email address already. Open their page under People` },
    ])
  const { person } = await invite(authority, read.invited)
  return seeOther(`/people/${person}?done=person-invited`)
}

/** Inviting a person. */
export const inviteRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/people/invite',
    permission: 'people.manage',
    sample: () => '/people/invite',
    handle: async (asked) => show(asked, blank, []),
  },
  {
    method: 'POST',
    path: '/people/invite',
    permission: 'people.manage',
    audit: 'account.invited',
    handle: send,
  },
]
