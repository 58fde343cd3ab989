import { db, now } from '../platform/database/unit-of-work.ts'
import { emit } from '../platform/events/emit.ts'

/** A council that uses Plumbline. `areas` are the names of its local authorities in CQC's register. */
export type NewAuthority = {
  readonly id: string
  readonly name: string
  readonly areas: readonly string[]
  readonly invented: boolean
}

/** Adds an authority, which works by the pack of that name. */
export const addAuthority = async ({ areas, ...authority }: NewAuthority, pack: string): Promise<void> => {
  await db()
    .insertInto('authority')
    .values({ ...authority, areas: [...areas], recorded_at: now() })
    .execute()
  await emit({
    kind: 'authority.set-up',
    authority: authority.id,
    subject: { kind: 'authority', id: authority.id },
    payload: { pack },
  })
}
