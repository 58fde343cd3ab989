import { fromKysely, PgBoss } from 'pg-boss'
import { db } from '../database/unit-of-work.ts'

/** What a job carries: the event to react to, or nothing for a scheduled job. */
export type JobData = { readonly event: number; readonly authority: string | null }

/** Sends jobs within the unit of work: a job exists if and only if its transaction was committed. */
export type Jobs = { readonly send: (queue: string, data: JobData) => Promise<void> }

/** One log line for the person who runs the server. */
export type Say = (text: string) => void

/**
 * Returns pg-boss on the owner's connection: it keeps its own tables tidy, which the application's role
 * may not. It never changes its schema here: that is the migrations' part.
 */
export const openBoss = (url: string, say: Say): PgBoss => {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'plumbline-jobs',
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    monitorVacuum: false,
    // How often jobs without a heartbeat are looked for.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', (error) => say(`Jobs: ${error.message}`))
  return boss
}

/**
 * How long a job may take, from its being taken with others to its end: ten imports of an hour each, the longest that a
 * unit of work may take, and a night's sync. By default it is 15 minutes, after which the job is given to another while
 * the first goes on. Whether a process is alive tells its heartbeat, not this.
 */
const longestHours = 12

/**
 * How a queue retries: for about an hour, ever more slowly; then the job stays as failed, to be seen.
 *
 * A job whose process was killed stays `active`, and nobody takes it until that process is taken for dead: after 15
 * minutes by default, and with a heartbeat within half a minute. Nothing is released when a process starts, because
 * others may be at work on the same database. One that only hung for ten seconds finds its job taken by another;
 * `reaction_done` lets only one of the two count.
 */
export const queueOptions = {
  notify: true,
  retryLimit: 11,
  retryDelay: 1,
  retryBackoff: true,
  heartbeatSeconds: 10,
  expireInSeconds: longestHours * 60 * 60,
  // A job that waits is a promise: one that was made before a fortnight's outage is kept as well.
  retentionSeconds: 365 * 24 * 60 * 60,
} as const

/** Returns the sender over a started pg-boss. */
export const jobsOf = (boss: PgBoss): Jobs => ({
  send: async (queue, data) => {
    const id = await boss.send(queue, data, { db: fromKysely(db()) })
    if (id === null) throw new Error(`The job queue ${queue} took no job. Is it declared in a slice?`)
  },
})
