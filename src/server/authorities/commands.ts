import { db, now } from '../platform/database/unit-of-work.ts'

/** A council that uses Plumbline. `areas` are the names of its local authorities in CQC's register. */
export type NewAuthority = {
  readonly id: string
  readonly name: string
  readonly areas: readonly string[]
  readonly invented: boolean
}

/** Adds an authority. */
export const addAuthority = async ({ areas, ...authority }: NewAuthority): Promise<void> =>
  void (await db()
    .insertInto('authority')
    .values({ ...authority, areas: [...areas], recorded_at: now() })
    .execute())
