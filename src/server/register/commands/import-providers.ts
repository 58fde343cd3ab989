import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from '../../../core/register/merge/canonical.ts'
import type { ProviderRecord } from '../../../core/register/provider.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** What a file says of a provider: a whole record, or the name that a row gives beside its location. */
export type ToldProvider = {
  readonly id: string
  readonly name: string
  /** When it was said: a day, a moment, or ''. */
  readonly produced: string
  readonly record: ProviderRecord | null
}

/** Files that were put together from other files say so where a name was not in them. */
const isName = (name: string): boolean => !name.endsWith('(name not in source)')

const digestOf = (detail: object): string => createHash('sha256').update(canonical(detail)).digest('hex')

const rowOf = ({ id, name, produced, record }: ToldProvider) => {
  const { id: _, name: __, ...detail } = record ?? { id, name }
  return {
    id,
    name: isName(name) ? name : id,
    // Of one day a record's name stands before a row's; of two, the greater, so that it never matters which came first.
    name_from: isName(name) ? `${produced} ${record ? 'record' : 'a row'} ${name}` : '',
    detail,
    detail_from: record ? `${produced} ${digestOf(detail)}` : '',
  }
}
type Row = ReturnType<typeof rowOf>

const newer = (one: Row, other: Row): Row => ({
  id: one.id,
  ...(one.name_from >= other.name_from
    ? { name: one.name, name_from: one.name_from }
    : { name: other.name, name_from: other.name_from }),
  ...(one.detail_from >= other.detail_from
    ? { detail: one.detail, detail_from: one.detail_from }
    : { detail: other.detail, detail_from: other.detail_from }),
})

/** What sets a column, and what it stands on, to the newer of what is there and what was to be inserted. */
const newerOf = (column: 'name' | 'detail') => {
  const [given, held] = [sql.ref(`excluded.${column}`), sql.ref(`cqc_provider.${column}`)]
  const [givenFrom, heldFrom] = [sql.ref(`excluded.${column}_from`), sql.ref(`cqc_provider.${column}_from`)]
  return [
    [column, sql`case when ${givenFrom} > ${heldFrom} then ${given} else ${held} end`],
    [`${column}_from`, sql`greatest(${givenFrom}, ${heldFrom})`],
  ] as const
}

/** Takes a batch of providers into the register, in the unit of work that it is called in: name and rest by the newest. */
export const importProviders = async (providers: readonly ToldProvider[]): Promise<void> => {
  const rows = new Map<string, Row>()
  for (const row of providers.map(rowOf)) {
    const other = rows.get(row.id)
    rows.set(row.id, other ? newer(row, other) : row)
  }
  await db()
    .insertInto('cqc_provider')
    .columns(['id', 'name', 'name_from', 'detail', 'detail_from', 'recorded_at'])
    .expression(
      sql`select id, name, name_from, detail, detail_from, ${now()}
        from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as given
          (id text, name text, name_from text, detail jsonb, detail_from text)`,
    )
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({
          ...(Object.fromEntries([...newerOf('name'), ...newerOf('detail')]) as object),
          recorded_at: sql`excluded.recorded_at`,
        })
        .where(
          sql<boolean>`excluded.name_from > cqc_provider.name_from or excluded.detail_from > cqc_provider.detail_from`,
        ),
    )
    .execute()
}
