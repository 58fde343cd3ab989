import { dayOf } from '../../core/kit/days.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { finishWork } from './commands.ts'
import { homePage } from './pages.ts'
import { openWork } from './queries.ts'

const firstPlace = (asked: Asked): string =>
  asked.may('own-services.see') ? '/our-services' : asked.may('services.see') ? '/services' : '/policy'

const home = async (asked: Asked): Promise<Response> => {
  const person = asked.signed?.person
  // People whose role has no work queue start at what they may see.
  if (!person || !asked.may('work.see')) return seeOther(firstPlace(asked))
  const work = await openWork(person.id)
  return framed(asked, {
    title: 'Your work',
    content: homePage({ name: person.name, ...work, today: dayOf(now()), mayDo: asked.may('work.do') }),
  })
}

const done = async (asked: Asked): Promise<Response> => {
  await finishWork(asked.id('work'))
  return seeOther('/?done=work-done')
}

export const routes: readonly Route[] = [
  { method: 'GET', path: '/', permission: 'signed-in', sample: () => '/', handle: home },
  { method: 'POST', path: '/tasks/:work/done', permission: 'work.do', audit: 'work.done', handle: done },
]
