import { randomUUID } from 'node:crypto'
import { dayOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { policyToday } from '../policy/in-force.ts'
import { publicRegister } from '../public/queries.ts'
import { recordReview } from './commands.ts'
import { publicationPage } from './page.ts'
import { reviewState } from './queries.ts'

const found = async (asked: Asked) => {
  if (asked.signed === null) throw fault('not-signed-in')
  const { authority, person } = asked.signed
  const said = (await policyToday(authority.id))?.documents.publication
  return {
    authority: authority.id,
    person: person.id,
    register: await publicRegister(authority.id),
    everyMonths: said?.review.everyMonths ?? null,
  }
}

const show = async (asked: Asked): Promise<Response> => {
  const { authority, register, everyMonths } = await found(asked)
  return framed(asked, {
    title: 'Public register',
    section: 'Administration',
    width: 'two-thirds',
    breadcrumbs: [{ text: 'Administration', href: '/administration' }],
    content: publicationPage({
      register,
      everyMonths,
      review: await reviewState(authority),
      today: dayOf(now()),
      id: randomUUID(),
    }),
  })
}

const save = async (asked: Asked): Promise<Response> => {
  const id = (await asked.form()).one('id')
  const { authority, person, register, everyMonths } = await found(asked)
  if (register === null || everyMonths === null) throw fault('not-published')
  const listed = register.services.filter(({ closedOn }) => closedOn === null)
  await recordReview({
    id: isId(id) ? id : randomUUID(),
    authority,
    person,
    everyMonths,
    services: listed.length,
    suspended: listed.filter(({ suspended }) => suspended !== null).length,
  })
  return seeOther('/publication?done=publication-reviewed')
}

/** What the council publishes, for its staff: when it was reviewed, and that it was. */
export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/publication',
    permission: 'publication.review',
    sample: () => '/publication',
    handle: show,
  },
  {
    method: 'POST',
    path: '/publication',
    permission: 'publication.review',
    audit: 'publication.reviewed',
    handle: save,
  },
]
