import { sql } from 'kysely'
import type { Disposable } from '../disposable.ts'
import { byDay } from '../dispose-by-day.ts'

/** The log of accesses: erased by the day, but for what is about a service under a legal hold. */
export const disposables: readonly Disposable[] = [
  byDay({
    kind: 'access-log',
    table: 'access_log',
    closes: sql`recorded_at`,
    label: 'Accesses',
    free: (held) => sql`not (subject_kind = 'service' and subject_id = any(${held}::text[]))`,
  }),
]
