import { listed } from '../../../core/kit/words.ts'
import { roles } from '../../../core/people/roles.ts'
import { isStrongEnough, type Strength } from '../../../core/people/strength.ts'
import { radios } from '../../../ui/components/radios.ts'
import { errorOf, type FieldError } from '../../../ui/field-errors.ts'
import type { Asked } from '../../platform/http/asked.ts'
import type { Route } from '../../platform/http/route.ts'
import { sessionsOf } from '../../platform/http/sessions.ts'
import { enterAuthority } from '../commands/enter.ts'
import { membershipsOf } from '../queries/memberships.ts'
import { accountForm } from './form-page.ts'
import { signedOf } from './session-routes.ts'

const show = async (asked: Asked, errors: readonly FieldError[]): Promise<Response> => {
  const { person, authority } = signedOf(asked)
  const memberships = await membershipsOf(person.id)
  return accountForm(asked, {
    heading: 'Choose the council',
    intro: 'You see the work of one council at a time. You can change it here whenever you like.',
    action: '/account/council',
    fields: radios({
      name: 'council',
      idPrefix: 'council',
      fieldset: {
        legend: { text: 'Which council do you work for now?', classes: 'govuk-fieldset__legend--m' },
      },
      value: authority.id,
      items: memberships.map((one) => ({
        value: one.authority.id,
        text: one.authority.name,
        hint: { text: listed(one.roles.map((role) => roles[role].name)) },
      })),
      errorMessage: errorOf(errors, 'council'),
    }),
    button: 'Continue',
    errors,
  })
}

const choose = async (asked: Asked): Promise<Response> => {
  const { person } = signedOf(asked)
  const wanted = (await asked.form()).one('council')
  const membership = (await membershipsOf(person.id)).find(({ authority }) => authority.id === wanted)
  const own = (await sessionsOf(asked.context, person.id)).find(({ isThis }) => isThis)
  const wrong = (text: string) => show(asked, [{ field: 'council', text }])
  if (!membership || !own) return wrong('Select a council')
  if (!isStrongEnough(own.method, own.strength, membership.services === null))
    return wrong('This council needs your second step: set it up under Your account, then sign in again')
  const proven = { person: person.id, method: own.method, strength: own.strength as Strength }
  await enterAuthority(asked.context, proven, membership)
  return asked.context.redirect('/', 303)
}

/** Changing the council that a person works for, without signing in anew. */
export const councilRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/account/council',
    permission: 'signed-in',
    sample: () => '/account/council',
    handle: (asked) => show(asked, []),
  },
  {
    method: 'POST',
    path: '/account/council',
    permission: 'signed-in',
    audit: 'session.started',
    handle: choose,
  },
]
