import { type RawBuilder, sql } from 'kysely'

/** Returns what sets columns to what was to be inserted, where the row is there already. */
export const excluded = <Column extends string>(
  columns: readonly Column[],
): Record<Column, RawBuilder<never>> =>
  Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)])) as Record<
    Column,
    RawBuilder<never>
  >
