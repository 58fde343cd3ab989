import type { IntelligenceKind } from '../../../core/intelligence/kinds.ts'
import type { Day } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/**
 * Declares that every item of a kind is recorded here from a day on. Until then, no items of the kind means
 * unknown, never none (WA2).
 */
export const declareCollected = async (authority: string, kind: IntelligenceKind, from: Day): Promise<void> =>
  void (await db()
    .insertInto('intelligence_feed')
    .values({ authority_id: authority, kind, collected_from: from, recorded_at: now() })
    .execute())
