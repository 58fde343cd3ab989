/** What a database consists of, asked of PostgreSQL itself, so that a new table is never forgotten. */
import type { Client } from 'pg'

export type BackedTable = {
  readonly name: string
  readonly columns: readonly string[]
  /** The columns of its key: rows are written in their order, so that two backups of the same records are the same. */
  readonly key: readonly string[]
  /** Which rows, where not all. */
  readonly where: string | null
}

type Column = { name: string; column: string; key: number | null }

const columnsOf = `
  select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as name,
    a.attname as column, array_position(i.indkey::int2[], a.attnum) as key
  from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
  where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and (n.nspname = 'public' and c.relname <> 'migration' or n.nspname = 'pgboss' and c.relname = 'job')
  order by 1, a.attnum`

/** Jobs that are still to be done are promises of a commit. Those that were done are not. */
const jobsToDo = `state in ('created', 'retry', 'active')`

/** Returns every table of ours with its columns, and the jobs that are still to be done. */
export const backedTables = async (client: Client): Promise<readonly BackedTable[]> => {
  const { rows } = await client.query<Column>(columnsOf)
  return [...Map.groupBy(rows, ({ name }) => name)].map(([name, columns]) => ({
    name,
    columns: columns.map(({ column }) => column),
    key: columns
      .filter(({ key }) => key !== null)
      .toSorted((one, other) => Number(one.key) - Number(other.key))
      .map(({ column }) => column),
    where: name === 'pgboss.job' ? jobsToDo : null,
  }))
}

/** Returns a name as it stands in a statement. */
export const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')

export type Sequence = { readonly table: string; readonly column: string; readonly last: number }

/** Returns the columns of running numbers, each with the last number that it gave; those that gave none are left out. */
export const sequences = async (client: Client): Promise<readonly Sequence[]> => {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select c.relname as table, a.attname as column,
      pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' order by 1, 2`)
  const found: Sequence[] = []
  for (const { table, column, sequence } of rows) {
    const last = await client.query<{ last: string | null }>(
      'select pg_sequence_last_value($1::regclass)::text as last',
      [sequence],
    )
    const value = last.rows[0]?.last ?? null
    if (value !== null) found.push({ table, column, last: Number(value) })
  }
  return found
}

export type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string }

/** Returns every foreign key of ours, as the statement that makes it anew. */
export const foreignKeys = async (client: Client): Promise<readonly ForeignKey[]> =>
  (
    await client.query<ForeignKey>(`
      select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`)
  ).rows

/** Returns the migrations that a database has seen; null where it is no database of Plumbline's. */
export const migrationsSeen = async (client: Client): Promise<readonly string[] | null> => {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.migration') is not null as there`,
  )
  if (!rows[0]?.there) return null
  return (await client.query<{ name: string }>('select name from migration order by name')).rows.map(
    ({ name }) => name,
  )
}
