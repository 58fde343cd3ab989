/** How often one thing is asked for before we give up on it. */
export const tries = 6

/** The longest that we wait when CQC names a time: a used-up quota is for the next scheduled sync. */
export const longestWait = 10 * 60 * 1000

const first = 1000
const longestOwn = 60 * 1000

/**
 * Returns how long to wait before the next try, in milliseconds: a chance part of a span that doubles with each try
 * (full jitter), so that many clients that were stopped together do not come back together.
 */
export const backOff = (tried: number, random: () => number): number =>
  Math.round(random() * Math.min(longestOwn, first * 2 ** tried))

/**
 * Returns how long the answer asks us to wait, in milliseconds, or null where it does not say. A date is compared
 * with the date of the answer: both are of CQC's clock, so ours may be wrong.
 */
export const retryAfter = (headers: Headers): number | null => {
  const given = headers.get('retry-after')?.trim()
  if (!given) return null
  if (/^\d+$/.test(given)) return Number(given) * 1000
  const until = Date.parse(given) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(until) ? null : Math.max(0, until)
}
