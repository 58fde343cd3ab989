import type { Clock } from '../clock.ts'
import type { Say } from '../jobs/jobs.ts'
import { masked } from './masked.ts'

/** How the log is written: a JSON object a line for machines, or sentences for whoever watches a demonstration. */
export type LogFormat = 'json' | 'text'

/** One answered request: nothing of what was asked, typed or shown, and nobody's name. */
export type RequestLine = {
  /** The number that the answer has in `X-Request-Id`, and the trail with each event. */
  readonly request: string
  readonly method: string
  /** The pattern of the route, such as `/services/:service`; null where no route has the address. */
  readonly route: string | null
  readonly status: number
  readonly milliseconds: number
  /** The roles that let the person do this; null where nobody is signed in. */
  readonly actsAs: string | null
}

/** Where the server writes what happens to it. */
export type Log = { readonly say: Say; readonly request: (line: RequestLine) => void }

/** Returns a log that writes its lines by `write`. As text it tells no requests: they would bury what is said. */
export const openLog = (format: LogFormat, write: Say, clock: Clock): Log => {
  if (format === 'text') return { say: (text) => write(masked(text)), request: () => {} }
  const line = (kind: 'request' | 'said', rest: object) =>
    write(JSON.stringify({ time: clock(), kind, ...rest }))
  return {
    say: (text) => line('said', { text: masked(text) }),
    request: (given) => line('request', given),
  }
}
