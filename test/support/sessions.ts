/** Steps of people who decide ratings, as their browsers would take them. */
import { randomUUID } from 'node:crypto'
import { idOf } from '../../src/server/demo/ids.ts'
import type { Person } from './app.ts'

/** The session of Eastmarch that the demonstration leaves open. */
export const openSession = `/decisions/${idOf('session eastmarch open')}`

/** Returns the text of an answer. */
export const textOf = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text()

/** What the session shows of a service, on whichever of its pages. */
const seenAt = async (person: Person, service: string, session: string): Promise<string> => {
  for (let page = 1, more = true; more; page += 1) {
    const text = await textOf(person.get(`${session}?page=${page}`))
    const seen = new RegExp(`name="seen-${service}" value="([^"]+)"`).exec(text)?.[1]
    if (seen !== undefined) return seen
    more = text.includes(`page=${page + 1}`)
  }
  return 'not there'
}

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
  [`seen-${service}`]: await seenAt(person, service, session),
  [`band-${service}`]: band,
  [`note-${service}`]: note,
})

/** Somebody chooses a band for a service. */
export const chooses = async (person: Person, service: string, band: string, note = ''): Promise<Response> =>
  person.post(`${openSession}/choices`, await filledIn(person, service, band, note))
