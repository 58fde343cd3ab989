import { type Expression, type SqlBool, sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import {
  decisions,
  isCommissioned,
  proposals,
  ratingsThen,
  suspendedServices,
  wasThere,
} from './known-then.ts'
import { type SortKey, sortColumn } from './sort-services.ts'

/** What a person asked the list for; all of it stands in the address, so that it can be shared. */
export type ServiceSearch = {
  readonly words: string | null
  readonly type: string | null
  readonly proposed: string | null
  readonly decided: string | null
  /** The council's own services, those of the area that it does not commission, or both. */
  readonly which: 'commissioned' | 'area' | 'all'
  /** Only those where nobody new can be placed. */
  readonly suspended: boolean
  /** The past day at whose end the list is shown as it was known; null for now. */
  readonly asAt: Day | null
  /** Null for the order by what matters: what is most like the words, what the council buys, then by name. */
  readonly sort: SortKey | null
  readonly down: boolean
  readonly page: number
}

export type ListedService = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly place: string | null
  readonly postcode: string | null
  readonly commissioned: boolean
  readonly invented: boolean
  readonly registeredTo: Day | null
  /** Since when nobody new can be placed; null where new people can. */
  readonly suspendedSince: Day | null
  readonly cqc: string | null
  readonly lead: string | null
  /** Null where nobody has decided. */
  readonly decided: string | null
  /** Null where the engine has proposed nothing, or not a band. */
  readonly proposed: string | null
}

export const perPage = 50

/** Below this likeness a service is not what was meant: found by trying misspelt names on the real register. */
const leastLikeness = 0.45

/**
 * How alike the searched words are to a service's line, 0 to 1: the average over the words. A word that stands there
 * counts whole; else it counts by its groups of three letters or by the letters to change, whichever is kinder, so
 * that a slip of the finger still finds it.
 */
const likeness = (words: readonly string[]) =>
  sql<number>`(select avg(case when position(word in search) > 0 then 1 else greatest(
      word_similarity(word, search),
      (select max(1 - levenshtein(word, there)::real / greatest(length(word), length(there)))
        from unnest(string_to_array(search, ' ')) there where length(there) between 1 and 60)) end)
    from unnest(${words}::text[]) word)`

/** Whether a service is at a location of that CQC id, or was before it was registered anew. */
const wasAt = (words: readonly string[]) =>
  sql<boolean>`service.id in (select led.service_id from service_location_now led
    where led.location_id = any(${words.map((word) => word.toUpperCase())}::text[]))`

const whichOf: Readonly<Record<ServiceSearch['which'], readonly boolean[]>> = {
  commissioned: [true],
  area: [false],
  all: [true, false],
}

/** What the list is searched for, without where it is looked at. */
export type ServiceFilter = Omit<ServiceSearch, 'sort' | 'down' | 'page'>

const wordsOf = ({ words }: ServiceFilter): readonly string[] =>
  words?.toLowerCase().split(/\s+/).filter(Boolean) ?? []

/** Returns the services that match, before their columns and their order are chosen. */
export const matchingServices = (search: ServiceFilter, today: Day) => {
  const words = wordsOf(search)
  const { asAt } = search
  const commissioned = isCommissioned(asAt)
  return db()
    .selectFrom('service_now as service')
    .leftJoin('cqc_location_now as location', 'location.id', 'service.location_id')
    .leftJoin(proposals(asAt), (join) => join.onRef('proposal.service_id', '=', 'service.id'))
    .leftJoin(decisions(asAt), (join) => join.onRef('decision.service_id', '=', 'service.id'))
    .leftJoin(suspendedServices(today, asAt), (join) => join.onRef('suspended.service_id', '=', 'service.id'))
    .leftJoin('person as lead', 'lead.id', 'service.contract_lead_id')
    .where(wasThere(asAt))
    .$if(search.suspended, (query) => query.where('suspended.since', 'is not', null))
    .where(commissioned, 'in', [...whichOf[search.which]])
    .$if(words.length > 0, (query) =>
      query.where((where) =>
        where.or([sql<boolean>`${likeness(words)} >= ${leastLikeness}` as Expression<SqlBool>, wasAt(words)]),
      ),
    )
    .$if(search.type !== null, (query) => query.where('service.service_type', '=', search.type ?? ''))
    .$if(search.proposed === 'none', (query) => query.where('proposal.band', 'is', null))
    .$if(search.proposed !== null && search.proposed !== 'none', (query) =>
      query.where('proposal.band', '=', search.proposed),
    )
    .$if(search.decided === 'none', (query) => query.where('decision.band', 'is', null))
    .$if(search.decided !== null && search.decided !== 'none', (query) =>
      query.where('decision.band', '=', search.decided),
    )
}

const listedColumns = [
  'service.id',
  'service.name',
  'service.service_type as type',
  'service.place',
  'service.postcode',
  'service.invented',
  'location.registered_to as registeredTo',
  'suspended.since as suspendedSince',
  'location.rating_overall as cqc',
  'lead.name as lead',
  'proposal.band as proposed',
  'decision.band as decided',
] as const

/** What a list is cut and sorted by: the rows of a page or all, and the ids of the policy's bands, worst first. */
export type Listing = {
  readonly rows: { readonly limit: number; readonly offset: number } | null
  readonly bands: readonly string[]
}

/** Returns the rows of a page. */
export const pageRows = ({ page }: ServiceSearch): Listing['rows'] => ({
  limit: perPage,
  offset: (page - 1) * perPage,
})

/** Returns services, and how many match in all. */
export const listServices = async (
  search: ServiceSearch,
  today: Day,
  { rows, bands }: Listing = { rows: pageRows(search), bands: [] },
): Promise<{ services: ListedService[]; count: number }> => {
  const words = wordsOf(search)
  const score = likeness(words)
  const { asAt } = search
  const commissioned = isCommissioned(asAt)
  const { count } = await matchingServices(search, today)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const services = await matchingServices(search, today)
    .select(listedColumns)
    .select(commissioned.as('commissioned'))
    .$if(search.sort !== null, (query) =>
      query.orderBy(sortColumn(search.sort ?? 'name', bands), (order) =>
        (search.down ? order.desc() : order.asc()).nullsLast(),
      ),
    )
    .$if(words.length > 0, (query) => query.orderBy(wasAt(words), 'desc').orderBy(score, 'desc'))
    .orderBy(commissioned, 'desc')
    .orderBy('service.name')
    .orderBy('service.id')
    .$if(rows !== null, (query) => query.limit(rows?.limit ?? 0).offset(rows?.offset ?? 0))
    .execute()
  if (asAt === null) return { services, count: Number(count) }
  const ratings = await ratingsThen(
    services.map(({ id }) => id),
    asAt,
  )
  return {
    count: Number(count),
    services: services.map((service) => ({
      ...service,
      cqc: ratings.get(service.id) ?? null,
      // When a registration ended is told as it is now, and so not here.
      registeredTo: null,
    })),
  }
}
