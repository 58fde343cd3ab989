import { sql } from 'kysely'
import { db } from '../database/unit-of-work.ts'
import { byIndex } from './by-index.ts'

/** Returns the names of all chains. */
export const chainNames = async (): Promise<readonly string[]> => {
  // By way of the index: a distinct over millions of seals would read them all.
  const { rows } = await sql<{ chain: string }>`with recursive names as (
      (select chain from event_seal order by chain limit 1)
      union all
      select (select chain from event_seal where chain > names.chain order by chain limit 1) from names
      where names.chain is not null)
    select chain from names where chain is not null`.execute(db())
  return rows.map(({ chain }) => chain)
}

/** The last seal of a chain. */
export type Head = {
  readonly chain: string
  readonly position: number
  readonly event: number
  readonly link: string
}

/** Returns the heads of chains. Of a chain it reads one seal, however long it is. */
export const headsOf = async (chains: readonly string[]): Promise<readonly Head[]> => {
  await byIndex(true)
  const { rows } = await sql<Head>`
    select given.chain, head.position, head.event_id as event, encode(head.link, 'hex') as link
    from unnest(${chains}::text[]) as given(chain) cross join lateral (
      select position, event_id, link from event_seal
      where event_seal.chain = given.chain order by position desc limit 1) as head
    order by given.chain`.execute(db())
  await byIndex(false)
  return rows
}
