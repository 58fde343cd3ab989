import type { WatchedCouncil, WatchedPublication } from '../../../core/alerts/watched.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { kindNames } from '../../register/words.ts'

const watchedPublication = async (authority: string): Promise<WatchedPublication> => {
  const row = await db()
    .selectFrom('publication_review_now')
    .where('authority_id', '=', authority)
    .select(['last_reviewed as lastReviewed', 'due'])
    .executeTakeFirst()
  return row ?? { lastReviewed: null, due: null }
}

/** Returns what the rules read of a council as a whole. */
export const watchedCouncil = async (authority: string): Promise<WatchedCouncil> => {
  const feeds = await db()
    .selectFrom('intelligence_feed_now')
    .where('authority_id', '=', authority)
    .select(['kind', 'collected_from'])
    .orderBy('kind')
    .execute()
  const arrived = await db()
    .selectFrom('intelligence_now')
    .where('authority_id', '=', authority)
    .groupBy('kind')
    .select((select) => ['kind', select.fn.max('recorded_at').as('at')])
    .execute()
  const last = new Map(arrived.map(({ kind, at }) => [kind, at]))
  return {
    feeds: feeds.map(({ kind, collected_from }) => ({
      kind,
      name: kindNames[kind as keyof typeof kindNames] ?? kind,
      from: collected_from,
      lastArrived: last.get(kind) ?? null,
    })),
    publication: await watchedPublication(authority),
  }
}
