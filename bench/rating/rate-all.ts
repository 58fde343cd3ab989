import type pg from 'pg'
import type { IntelligenceItem } from '../../src/core/intelligence/item.ts'
import { day } from '../../src/core/kit/days.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { raterOf } from '../../src/core/ratings/rate.ts'
import type { Rating } from '../../src/core/ratings/rating.ts'
import { type Counter, tally } from '../../src/core/ratings/tally.ts'
import { itemOf } from '../../src/server/ratings/facts.ts'
import { copyRows } from './copy.ts'
import { type Fields, fieldReader } from './fields.ts'
import { asAt } from './history.ts'
import { readServices } from './services.ts'

// The id of a row is not sent: the table's key says that no item comes twice.
const everyRow = (where: string): string =>
  `select service_id, kind, occurred, recorded_at, concluded, progressed, outcome
  from intelligence_now ${where} order by service_id`

const quoted = (kinds: Iterable<string>): string => [...kinds].map((kind) => `'${kind}'`).join(', ')

/** Rows of kinds that are counted, and not over before every window began: the rest counts nowhere. */
const withinReach = (counters: readonly Counter[]): string => {
  const kinds = new Set(counters.flatMap((counter) => counter.kinds))
  const after = counters.reduce<string>(
    (first, { window }) => (window.after < first ? window.after : first),
    asAt,
  )
  return everyRow(`where kind in (${quoted(kinds)}) and coalesce(concluded, occurred) > date '${after}'`)
}

/** Which rows are read: every one, or those that some criterion can count. */
export type Reading = 'every-row' | 'within-reach'

const today = day(asAt)

const readItem = (fields: Fields, id: string): IntelligenceItem =>
  itemOf({
    id,
    kind: fields.word() ?? '',
    occurred: fields.day() ?? today,
    recorded: fields.dayKnown() ?? today,
    concluded: fields.day(),
    progressed: fields.flag(),
    outcome: fields.word(),
  })

/** Rates every service from its rows, which arrive service by service, and hands over each rating once. */
export const rateAll = async (
  client: pg.Client,
  policy: Policy,
  reading: Reading,
  onRating: (rating: Rating) => void,
): Promise<number> => {
  const { counters, judge } = raterOf(policy, today)
  const services = await readServices(client)
  const fields = fieldReader()
  let at = 0
  let items: IntelligenceItem[] = []
  const rateNext = () => {
    const service = services[at]
    if (service !== undefined)
      onRating(
        judge(
          service,
          tally(counters, items).map((count) => ({ count, items: [] })),
        ),
      )
    at += 1
    items = []
  }
  const query = reading === 'every-row' ? everyRow('') : withinReach(counters)
  const read = await copyRows(client, query, (bytes, start) => {
    fields.begin(bytes, start)
    if (!fields.isSameId()) {
      const service = fields.id()
      // A service without any row is rated too, when the row after it comes.
      while ((services[at]?.id ?? service) < service) rateNext()
    }
    items.push(readItem(fields, String(items.length)))
  })
  while (at < services.length) rateNext()
  return read
}
