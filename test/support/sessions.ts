/** Steps of people who decide ratings, as their browsers would take them. */
import { randomUUID } from 'node:crypto'
import { idOf } from '../../src/server/demo/ids.ts'
import type { Person } from './app.ts'

/** The session of Eastmarch that the demonstration leaves open. */
export const openSession = `/decisions/${idOf('session eastmarch open')}`

/** Returns the text of an answer. */
export const textOf = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text()

const seenIn = (page: string, service: string): string =>
  new RegExp(`name="seen-${service}" value="([^"]+)"`).exec(page)?.[1] ?? 'not there'

/** Returns the form of a session as somebody fills it in for one service, after looking at the page. */
export const filledIn = async (
  person: Person,
  service: string,
  band: string,
  note = '',
  session = openSession,
): Promise<Record<string, string>> => ({
  form: randomUUID(),
  do: 'save',
  row: service,
  [`seen-${service}`]: seenIn(await textOf(person.get(session)), service),
  [`band-${service}`]: band,
  [`note-${service}`]: note,
})

/** Somebody chooses a band for a service. */
export const chooses = async (person: Person, service: string, band: string, note = ''): Promise<Response> =>
  person.post(`${openSession}/choices`, await filledIn(person, service, band, note))
