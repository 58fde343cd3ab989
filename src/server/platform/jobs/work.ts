import type { JobResult, PgBoss } from 'pg-boss'
import { councilZone } from '../../../core/kit/days.ts'
import { type Actor, system } from '../actor.ts'
import { systemForAll } from '../all-authorities.ts'
import { db, type Ground, unitOfWork } from '../database/unit-of-work.ts'
import { loadEvent } from '../events/load.ts'
import { giveUp, type Reaction, react } from '../events/reaction.ts'
import type { JobData, Say } from './jobs.ts'
import type { Scheduled } from './schedule.ts'

const actorOf = async (on: Ground, { name }: Reaction, { authority }: JobData): Promise<Actor> =>
  authority === null ? systemForAll(on, name) : system(name, [authority])

/** Runs one later reaction in one unit of work, once per event however often the job is delivered. */
const runReaction = async (on: Ground, reaction: Reaction, data: JobData): Promise<void> => {
  await unitOfWork(on, await actorOf(on, reaction, data), 'write', async () => {
    const first = await db()
      .insertInto('reaction_done')
      .values({ event_id: data.event, reaction: reaction.name, done_at: on.clock() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('event_id')
      .executeTakeFirst()
    if (first) await react(reaction, await loadEvent(data.event))
  })
}

/** After the last try: what the reaction has to say for good. */
const giveUpReaction = async (on: Ground, reaction: Reaction, data: JobData): Promise<void> => {
  if (reaction.givenUp === undefined) return
  const actor = await actorOf(on, reaction, data)
  await unitOfWork(on, actor, 'write', async () => giveUp(reaction, await loadEvent(data.event)))
}

// Woken by NOTIFY at the commit; polling is the fallback. A full batch asks again at once: one wake-up may stand for
// many jobs, and the rest would wait for the next poll. Each job succeeds or fails for itself.
const fetching = {
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 10,
  batchSize: 10,
  burstWhenBatchFull: true,
  perJobResults: true,
  includeMetadata: true,
} as const

/** Runs one job; what it threw is logged, and kept with the job, which is tried again. */
const carryOut = async (
  name: string,
  job: string,
  say: Say,
  run: () => Promise<void>,
  last: (() => Promise<void>) | null,
): Promise<JobResult> => {
  try {
    await run()
    return { id: job, status: 'completed' }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    say(`Job ${name} failed and will ${last === null ? '' : 'not '}be tried again: ${message}`)
    await last?.().catch((why: unknown) => say(`Job ${name}: ${String(why)}`))
    return { id: job, status: 'failed', output: { message } }
  }
}

const runScheduled = async (on: Ground, job: Scheduled, say: Say): Promise<void> => {
  const actor = await systemForAll(on, job.name)
  if ('run' in job) await unitOfWork(on, actor, 'write', job.run)
  else await job.runInUnits({ on, actor, say })
}

/** Starts the workers: one for each later reaction, one for each scheduled job. */
export const startWorkers = async (
  boss: PgBoss,
  on: Ground,
  scheduled: readonly Scheduled[],
  say: Say,
): Promise<void> => {
  const work = <Data>(
    name: string,
    run: (data: Data) => Promise<void>,
    last: (data: Data) => Promise<void> = async () => {},
  ) =>
    boss.work<Data, unknown, typeof fetching>(name, fetching, async (jobs) => {
      const results: JobResult[] = []
      for (const { id, data, retryCount, retryLimit } of jobs) {
        const isLast = retryCount >= retryLimit
        results.push(await carryOut(name, id, say, () => run(data), isLast ? () => last(data) : null))
      }
      return results
    })
  for (const reaction of on.reactions.filter(({ when }) => when === 'later'))
    await work<JobData>(
      reaction.name,
      (data) => runReaction(on, reaction, data),
      (data) => giveUpReaction(on, reaction, data),
    )
  for (const job of scheduled) {
    await boss.schedule(job.name, job.cron, null, { tz: councilZone, missed: 'once' })
    await work<null>(job.name, () => runScheduled(on, job, say))
  }
}
