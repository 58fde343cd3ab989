/**
 * Writes src/server/platform/database/schema.ts from a migrated database.
 * Run by `npm run database-types`; a test compares the file with what this returns.
 */
import pg from 'pg'

/** The file that is written. */
export const typesFile = new URL('../src/server/platform/database/schema.ts', import.meta.url)

type Column = {
  table: string
  column: string
  type: string
  nullable: boolean
  written: 'always' | 'never' | 'optional'
  kind: 'table' | 'view'
}

const question = `
  select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as "type",
    not a.attnotnull as nullable,
    case when a.attidentity = 'a' or a.attgenerated <> '' then 'never' when a.atthasdef then 'optional' else 'always' end as written,
    case c.relkind when 'v' then 'view' else 'table' end as kind
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`

const scalar: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  date: 'Day',
  'timestamp with time zone': 'Instant',
  boolean: 'boolean',
  integer: 'number',
  bigint: 'number',
  smallint: 'number',
  jsonb: 'Json',
  bytea: 'Uint8Array',
}

const typeOf = (type: string): string => {
  const element = type.endsWith('[]') ? type.slice(0, -2) : type
  const found = scalar[element]
  if (!found)
    throw new Error(
      `No TypeScript type is chosen for the column type ${type}: add it to scripts/database-types.ts`,
    )
  return type.endsWith('[]') ? `${found}[]` : found
}

// jsonb is written as text, so that an array is never taken for a PostgreSQL array.
const lineOf = (column: Column): string => {
  const read = typeOf(column.type) + (column.nullable || column.kind === 'view' ? ' | null' : '')
  const write = column.type === 'jsonb' ? read.replace('Json', 'string') : read
  if (column.kind === 'view') return `${column.column}: ${nullableInView(column)}`
  if (column.written === 'never') return `${column.column}: ColumnType<${read}, never, never>`
  if (column.written === 'optional')
    return `${column.column}: ColumnType<${read}, ${write} | undefined, ${write}>`
  if (write !== read) return `${column.column}: ColumnType<${read}, ${write}, ${write}>`
  return `${column.column}: ${read}`
}

// PostgreSQL does not know which columns of a view may be null: a view named x_now has those of x.
let nullability: ReadonlyMap<string, boolean> = new Map()
const nullableInView = (column: Column): string => {
  const nullable = nullability.get(`${column.table.replace(/_now$/, '')}.${column.column}`) ?? true
  return typeOf(column.type) + (nullable ? ' | null' : '')
}

/** Returns the text of schema.ts for the database at an address. */
export const databaseTypes = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Column>(question)
  await client.end()
  nullability = new Map(
    rows.filter((row) => row.kind === 'table').map((row) => [`${row.table}.${row.column}`, row.nullable]),
  )
  const tables = Map.groupBy(rows, (row) => row.table)
  const body = [...tables].map(
    ([table, columns]) =>
      `  ${table}: {\n${columns.map((column) => `    ${lineOf(column)}\n`).join('')}  }\n`,
  )
  return `// Written by scripts/database-types.ts from the migrations. Do not edit: run \`npm run database-types\`.
import type { ColumnType } from 'kysely'
import type { Day, Instant } from '../../../core/kit/days.ts'

/** What jsonb gives back: parse it before you trust it. */
export type Json = unknown

export type Database = {
${body.join('')}}
`
}
