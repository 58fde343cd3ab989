import type { FieldError } from '../../../core/kit/field-error.ts'
import { listed } from '../../../core/kit/words.ts'
import { roles } from '../../../core/people/roles.ts'
import type { Strength } from '../../../core/people/strength.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { sessionsOf } from '../../platform/http/sessions.ts'
import { enterPlace, lacksOf } from '../commands/enter.ts'
import { outside, type Place, placesOf } from '../places.ts'
import { membershipsOf } from '../queries/memberships.ts'
import { elsewherePage } from '../sign-in/elsewhere-page.ts'
import { signedOf } from './session-routes.ts'
import { type SideChoice, sidePage } from './side-page.ts'

const choiceOf = ({ value, name, memberships }: Place): SideChoice => ({
  value,
  text: name,
  hint: listed([...new Set(memberships.flatMap(({ roles: held }) => held.map((role) => roles[role].name)))]),
})

const show = async (asked: Asked, errors: readonly FieldError[]): Promise<Response> => {
  const { person, side, authority } = signedOf(asked)
  const places = placesOf(await membershipsOf(person.id))
  return framed(asked, {
    title: 'For whom do you act?',
    section: 'Your account',
    width: 'two-thirds',
    errors,
    breadcrumbs: [{ text: 'Your account', href: '/account' }],
    content: sidePage({
      choices: places.map(choiceOf),
      now: side === 'council' ? authority.id : outside,
      errors,
    }),
  })
}

/** Where a person begins on each side. */
const firstPage = { council: '/', provider: '/our-services', partner: '/policy' } as const

const choose = async (asked: Asked): Promise<Response> => {
  const { person } = signedOf(asked)
  const wanted = (await asked.form()).one('side')
  const place = placesOf(await membershipsOf(person.id)).find(({ value }) => value === wanted)
  const own = (await sessionsOf(asked.context, person.id)).find(({ isThis }) => isThis)
  const wrong = (text: string) => show(asked, [{ field: 'side', text }])
  if (!place || !own) return wrong('Select for whom you act')
  const { method, provedFor } = own
  const proven = { person: person.id, method, strength: own.strength as Strength, provedFor }
  const lack = (await lacksOf(proven))(place)
  if (lack !== null) return elsewherePage(asked, lack, place.name)
  await enterPlace(asked.context, proven, place)
  return asked.context.redirect(`${firstPage[place.side]}?done=side-chosen`, 303)
}

/** Where a person with roles in several places says for which of them they act, without signing in anew. */
export const sideRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/acting-for',
    permission: 'side.choose',
    sample: () => '/acting-for',
    handle: (asked) => show(asked, []),
  },
  {
    method: 'POST',
    path: '/acting-for',
    permission: 'side.choose',
    audit: 'session.started',
    handle: choose,
  },
]
