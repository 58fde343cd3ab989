import type { Context } from 'hono'
import { isFault, type Problem, problem } from '../../../core/kit/problems.ts'
import type { Say } from '../jobs/jobs.ts'

/**
 * Whether a row could not be added because another has its number: one that the person who asks may not even see, or the
 * form would have been known as sent before. They are told no more than that.
 */
const isNumberTaken = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'constraint' in error &&
  String(error.constraint).endsWith('_pkey')

/** Returns what to tell whoever asked about an error: its own words if it has some, else the request's number in the log. */
export const problemOf = (error: unknown, context: Context, say: Say): Problem => {
  if (isFault(error)) return error.problem
  if (error instanceof Error && 'status' in error && error.status === 403) return problem('cross-origin')
  if (isNumberTaken(error)) return problem('form-number-taken')
  const reference = context.get('requestNumber').slice(0, 8)
  say(`Unexpected (${reference}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return problem('unexpected', { reference })
}
