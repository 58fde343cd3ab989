import { fault } from '../../core/kit/problems.ts'
import type { FieldError } from '../../core/people/hand-over-form.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { actFor } from '../platform/http/session.ts'
import { sidePage } from './pages/side-page.ts'
import { outside, sidesOf } from './queries/sides.ts'

const signedOf = (asked: Asked) => {
  if (asked.signed === null) throw fault('not-signed-in')
  return asked.signed
}

const show = async (asked: Asked, errors: readonly FieldError[]): Promise<Response> => {
  const { person, side, authority } = signedOf(asked)
  return framed(asked, {
    title: 'For whom do you act?',
    width: 'two-thirds',
    errors,
    content: sidePage({
      choices: await sidesOf(person.id),
      now: side === 'council' ? authority.id : outside,
      errors,
    }),
  })
}

const choose = async (asked: Asked): Promise<Response> => {
  const side = (await asked.form()).one('side')
  const choices = await sidesOf(signedOf(asked).person.id)
  if (!choices.some(({ value }) => value === side))
    return show(asked, [{ field: 'side', text: 'Select for whom you act' }])
  await actFor(asked.context, side === outside ? null : side)
  return seeOther(side === outside ? '/our-services?done=side-chosen' : '/?done=side-chosen')
}

/** Where a person with roles in several places says for which of them they act. */
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
    audit: { none: 'a session is not a case row, and nobody gains a role by it' },
    handle: choose,
  },
]
