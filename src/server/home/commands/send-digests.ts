import { isDigestDay } from '../../../core/alerts/notices.ts'
import { whoseFor } from '../../../core/alerts/whose.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { allows } from '../../../core/people/roles.ts'
import { mailAddresses } from '../../people/queries/mail-addresses.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { alertDigest } from '../../platform/mail/letters.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { listAlerts } from '../queries/list-alerts.ts'
import { everyoneTold, type Told } from '../queries/notice-choices.ts'
import { alertLines, mailLinks } from './mail-lines.ts'

/** How many lines a mail has; the rest is a number. */
const mostLines = 30

const mine = { whose: 'mine', rule: null, lead: null, words: null, which: 'open', page: 1 } as const

/**
 * Takes the digest of a person and day, or finds it taken: two workers who come at once write one mail. Whoever comes
 * second waits here for the first, and finds the row.
 */
const isFirst = async (authority: string, person: string, alerts: number): Promise<boolean> => {
  const row = await db()
    .insertInto('notice_digest')
    .values({ authority_id: authority, person_id: person, day: dayOf(now()), alerts, recorded_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

const send = async (
  council: { id: string; name: string },
  { id, name, roles }: Told,
  to: string,
): Promise<void> => {
  const at = { now: now(), today: dayOf(now()) }
  const found = await listAlerts(mine, { person: id, authority: council.id, whose: whoseFor(roles), ...at })
  if (!(await isFirst(council.id, id, found.count)) || found.count === 0) return
  const lines = alertLines(found.alerts.slice(0, mostLines), at.now)
  const letter = alertDigest({ name, council: council.name, lines, count: found.count, ...mailLinks() })
  await queueMail({ authority: council.id, to, letter })
}

/**
 * Writes the digests of a day to those who chose one, once each: what is on their own list, most urgent first. Who has
 * nothing to do gets no mail. Nothing of a person stands in it but names of services and of rules.
 */
export const sendDigests = async (authority: string): Promise<void> => {
  const today = dayOf(now())
  const told = (await everyoneTold(authority)).filter(
    ({ choice, roles }) => isDigestDay(choice, today) && allows(roles, 'work.see'),
  )
  if (told.length === 0) return
  const council = await db()
    .selectFrom('authority')
    .where('id', '=', authority)
    .select(['id', 'name'])
    .executeTakeFirstOrThrow()
  const addresses = await mailAddresses(told.map(({ id }) => id))
  for (const person of told) {
    const to = addresses.get(person.id)
    if (to !== undefined) await send(council, person, to)
  }
}
