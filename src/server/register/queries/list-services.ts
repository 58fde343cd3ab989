import { type Expression, type SqlBool, sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** What a person asked the list for; all of it stands in the address, so that it can be shared. */
export type ServiceSearch = {
  readonly words: string | null
  readonly type: string | null
  readonly proposed: string | null
  readonly decided: string | null
  /** The council's own services, those of the area that it does not commission, or both. */
  readonly which: 'commissioned' | 'area' | 'all'
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

/** Returns one page of services, and how many match in all. */
export const listServices = async (
  search: ServiceSearch,
): Promise<{ services: ListedService[]; count: number }> => {
  const words = search.words?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
  const score = likeness(words)
  const matching = db()
    .selectFrom('service_now as service')
    .leftJoin('cqc_location_now as location', 'location.id', 'service.location_id')
    .leftJoin('rating_proposal_now as proposal', 'proposal.service_id', 'service.id')
    .leftJoin('rating_decision_now as decision', (join) =>
      join
        .onRef('decision.authority_id', '=', 'service.authority_id')
        .onRef('decision.service_id', '=', 'service.id'),
    )
    .where('service.commissioned', 'in', [...whichOf[search.which]])
    .$if(words.length > 0, (query) =>
      query.where((where) =>
        where.or([sql<boolean>`${score} >= ${leastLikeness}` as Expression<SqlBool>, wasAt(words)]),
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
  const { count } = await matching
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const services = await matching
    .leftJoin('person as lead', 'lead.id', 'service.contract_lead_id')
    .select([
      'service.id',
      'service.name',
      'service.service_type as type',
      'service.place',
      'service.postcode',
      'service.commissioned',
      'service.invented',
      'location.registered_to as registeredTo',
      'location.rating_overall as cqc',
      'lead.name as lead',
      'proposal.band as proposed',
      'decision.band as decided',
    ])
    .$if(words.length > 0, (query) => query.orderBy(wasAt(words), 'desc').orderBy(score, 'desc'))
    .orderBy('service.commissioned', 'desc')
    .orderBy('service.name')
    .orderBy('service.id')
    .limit(perPage)
    .offset((search.page - 1) * perPage)
    .execute()
  return { services, count: Number(count) }
}
