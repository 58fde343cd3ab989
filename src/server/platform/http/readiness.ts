import { sql } from 'kysely'
import type { Ground } from '../database/unit-of-work.ts'

const noStore = { 'cache-control': 'no-store' }

/** Whether the database answers: a pool that is exhausted or gone must not keep a probe waiting. */
const answers = async ({ kysely }: Ground): Promise<boolean> => {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), 2000)
  const asked = sql`select 1`.execute(kysely).then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Answers whether requests should be sent here: 200, or 503 with what is in the way. `/health` says only that the
 * process is alive: one that waits for its database should not be killed for it.
 */
export const readiness = async (on: Ground, isStopping: boolean): Promise<Response> => {
  if (isStopping)
    return Response.json({ ready: false, because: 'stopping' }, { status: 503, headers: noStore })
  if (await answers(on)) return Response.json({ ready: true }, { headers: noStore })
  return Response.json({ ready: false, because: 'database' }, { status: 503, headers: noStore })
}
