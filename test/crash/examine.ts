/** Examines a database after a crash. */
import pg from 'pg'
import { digestOf } from '../../src/server/platform/events/emit.ts'
import { always, inTheEnd } from './questions.ts'

/** The ids of concerns: those that the server said were saved, and all that were ever sent. */
export type Expected = { readonly acknowledged: readonly string[]; readonly sent: readonly string[] }

type Event = { readonly id: number; readonly digest: Buffer; readonly salt: Buffer; readonly payload: string }

const forged = async (client: pg.Client): Promise<readonly number[]> =>
  (
    await client.query<Event>(
      'select id, digest, salt, payload from event join event_payload on event_id = id',
    )
  ).rows.flatMap(({ id, digest, salt, payload }) => (digestOf(salt, payload).equals(digest) ? [] : [id]))

/** Returns everything that is wrong in a database, in words; empty where all is well. One snapshot of a server that works on. */
export const examine = async (
  database: string,
  { acknowledged, sent }: Expected,
  when: 'at once' | 'in the end',
): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    const found: string[] = []
    for (const [wrong, question] of Object.entries({
      ...always,
      ...(when === 'in the end' ? inTheEnd : {}),
    })) {
      const { rows } = await client.query(
        `with acknowledged (id) as (select unnest($1::uuid[])), sent (id) as (select unnest($2::uuid[])) ${question}`,
        [acknowledged, sent],
      )
      if (rows.length > 0) found.push(`${wrong}: ${rows.length}, such as ${JSON.stringify(rows[0])}`)
    }
    const events = await forged(client)
    return events.length === 0
      ? found
      : [...found, `a payload does not fit the digest of its event: ${events}`]
  } finally {
    await client.end()
  }
}
