/** Care concerns sent to a server over HTTP by many people at once, and which of them it said were saved. */
import { randomUUID } from 'node:crypto'
import { type Day, plusDays } from '../../src/core/kit/days.ts'
import { people } from '../../src/server/demo/eastmarch.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { systemClock, today } from '../../src/server/platform/clock.ts'

/** A concern as the form sends it: its id is made with the form, so that a second press sends the same. */
export type Concern = {
  readonly id: string
  readonly service: string
  readonly occurred: Day
  readonly risk: 'yes' | 'no'
}

/** A signed-in browser at one address of the server. */
export type Browser = { readonly address: string; readonly cookie: string }

const post = (
  { address, cookie }: Browser,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> =>
  fetch(`${address}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: address, cookie },
    redirect: 'manual',
  })

/** Signs in as an invented person who may record concerns. */
export const signIn = async (address: string): Promise<Browser> => {
  const person = people.find(({ role }) => role === 'quality-assessor')
  const answer = await post({ address, cookie: '' }, '/sign-in', {
    person: idOf(person?.key ?? ''),
    'return-to': '/',
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`Nobody was signed in: ${answer.status}`)
  return { address, cookie }
}

// Two services get most of the load, so that writers of one service meet; days reach beyond the windows.
const services = ['maple-tree', 'maple-tree', 'brightwater-home-care', 'kestrel-way', 'willow-end'].map(idOf)

/** Makes the concern with a number: services, days and risks take turns. */
export const makeConcern = (number: number): Concern => ({
  id: randomUUID(),
  service: services[number % services.length] ?? '',
  occurred: plusDays(today(systemClock), -((number * 7) % 120)),
  risk: number % 3 === 0 ? 'yes' : 'no',
})

/** Sends a concern. Returns when the server has said that it is saved; throws where it says anything else, or nothing. */
export const record = async (browser: Browser, concern: Concern): Promise<void> => {
  const [year = '', month = '', day = ''] = concern.occurred.split('-')
  const { status, headers } = await post(browser, `/services/${concern.service}/intelligence/new`, {
    id: concern.id,
    'occurred-day': day,
    'occurred-month': month,
    'occurred-year': year,
    risk: concern.risk,
  })
  if (status !== 303 || !headers.get('location')?.endsWith('done=concern-recorded'))
    throw new Error(`A concern was answered with ${status}, to ${headers.get('location')}`)
}
