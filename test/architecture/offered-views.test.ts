/** Other slices read a term through the views that it offers. */
import { test } from 'node:test'
import { type Finding, finds, hold } from './rules.ts'
import { type Source, sources } from './sources.ts'
import { readByAll, rooms } from './tables.ts'
import { reads } from './tables-named.ts'

const strangersReads = (source: Source): Finding[] =>
  reads(source).filter(
    ({ path, what }) => rooms[what] !== undefined && !(what in readByAll) && !path.startsWith(rooms[what]),
  )

test('other slices read a term through the views that it offers', () => {
  hold(
    {
      says: 'Another slice’s table is read through x_now or x_known(at), which know versions and what is superseded.',
      instead:
        'read the view; where there is none, let the owning slice offer one in a migration. What locks services is lockServices() of the register.',
    },
    sources('src/**/*.ts').flatMap(strangersReads),
  )
  const text = [
    "db().selectFrom('service as s').innerJoin('service_now', 'a', 'b')",
    "db().selectFrom(['alert', 'visit as v'])",
    "db().leftJoin('intelligence', (join) => join)",
    'sql`select 1 from visit_answer join rating_proposal_known(now) on true`',
    "html`from service`, 'from service'",
  ].join('\n')
  finds(strangersReads({ path: 'src/server/home/queries.ts', text }), [
    '1 service',
    '2 visit',
    '3 intelligence',
    '4 visit_answer',
  ])
})
