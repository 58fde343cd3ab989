import { fault } from '../../../core/kit/problems.ts'
import type { Say } from '../../platform/jobs/jobs.ts'
import { backOff, longestWait, tries } from './back-off.ts'
import type { Answer, Exchange } from './exchange.ts'
import type { Turns, Wait } from './turns.ts'

export type Ask = (path: string) => Promise<Answer>

/** What asking again stands on. */
export type Asking = {
  readonly exchange: Exchange
  readonly turns: Turns
  readonly wait: Wait
  readonly random: () => number
  readonly say: Say
}

const seconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 1000)} s`

/**
 * Returns the function that asks for one path until there is an answer, with growing pauses between the tries.
 * Throws `cqc-unavailable` after the last, and `cqc-busy` where CQC has no time for us at all.
 */
export const askingAgain =
  ({ exchange, turns, wait, random, say }: Asking): Ask =>
  async (path) => {
    for (let tried = 1; ; tried += 1) {
      const found = await turns.take(() => exchange(path))
      if (found.kind === 'json' || found.kind === 'gone' || found.kind === 'refused') return found
      const after = found.kind === 'unreadable' ? null : found.after
      if (after !== null && after > longestWait)
        throw fault('cqc-busy', { why: `${found.why}, to come back in ${Math.ceil(after / 60_000)} minutes` })
      if (tried === tries) {
        if (found.kind === 'unreadable') return found
        if (found.kind === 'busy') throw fault('cqc-busy', { why: `${found.why}, ${tries} times` })
        throw fault('cqc-unavailable', { what: path, tries, why: found.why })
      }
      const pause = Math.max(after ?? 0, backOff(tried - 1, random))
      say(`CQC, ${path}: ${found.why}; trying again in ${seconds(pause)} (${tried} of ${tries})`)
      if (found.kind === 'busy') turns.pause(pause)
      else await wait(pause)
    }
  }
