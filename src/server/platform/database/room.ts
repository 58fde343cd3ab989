import { sql } from 'kysely'
import { db } from './unit-of-work.ts'

/** Rooms of the database that show their rows only while they are open: see `my_room()` in the migrations. */
export type Room = 'accounts' | 'mail' | 'tokens' | 'concerns'

const enter = async (room: string): Promise<string> => {
  const { rows } = await sql<{ before: string }>`
    with before as materialized (select my_room() as room)
    select before.room as before from before, lateral (select set_config('plumbline.room', ${room}, true)) as entered
  `.execute(db())
  return rows[0]?.before ?? ''
}

/** Opens a room for the work, and closes it after: queries of everyone else, in the same transaction too, see nothing. */
export const inRoom = async <Result>(room: Room, work: () => Promise<Result>): Promise<Result> => {
  const before = await enter(room)
  const result = await work()
  // Where the work threw, the transaction is undone and the room with it.
  if (before !== room) await enter(before)
  return result
}
