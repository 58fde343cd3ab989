/** What a council may see is enforced by PostgreSQL: read off the migrations. */
import { test } from 'node:test'
import {
  allStatements,
  atStatement,
  badStatements,
  policyOn,
  type Statement,
  secures,
  tablesOf,
} from './migrations.ts'
import { type Exceptions, except, type Finding, finds, hold } from './rules.ts'

/** Tables without security, by name: either a row without an authority, or one that is read before anyone is known. */
const unsecured = (statements: readonly Statement[]): Finding[] => {
  const secured = new Set(statements.map(secures))
  const ruled = new Set(statements.map(policyOn))
  return [...tablesOf(statements)]
    .filter(([table]) => !secured.has(table) || !ruled.has(table))
    .map(([table, statement]) => atStatement(statement, table))
}

const open: Exceptions = {
  'migrations/0001-foundations.sql authority': 'the list of councils itself, read to know whose a row is',
  'migrations/0001-foundations.sql person': 'a name; which councils a person belongs to is in membership',
  'migrations/0001-foundations.sql policy_version':
    'packs are public documents, stored once for all councils',
  'migrations/0001-foundations.sql authority_policy':
    'which pack a council follows is public, and asked by all jobs',
  'migrations/0001-foundations.sql session': 'looked up before anyone is known, by the digest of a secret',
  'migrations/0017-pace-of-writes.sql write_count':
    'counts by digest, made before anyone is known; no row says whose it is',
  'migrations/0021-suspensions-and-publication.sql public_change':
    'numbers of changes and nothing else: the version of what anyone may read',
  'migrations/0002-register.sql cqc_provider': 'CQC’s public register, shared by all councils',
  'migrations/0002-register.sql cqc_location': 'CQC’s public register, shared by all councils',
  'migrations/0002-register.sql cqc_rating': 'CQC’s public register, shared by all councils',
  'migrations/0002-register.sql cqc_location_version': 'CQC’s public register, shared by all councils',
  'migrations/0002-register.sql cqc_location_link': 'CQC’s public register, shared by all councils',
  'migrations/0002-register.sql cqc_knowledge': 'CQC’s public register, shared by all councils',
  'migrations/0002-register.sql cqc_unidentified': 'CQC’s public register, shared by all councils',
  'migrations/0002-register.sql cqc_sync': 'how far the shared register is in step with CQC',
}

test('every table has row-level security and a policy, or a reason why not', () => {
  hold(
    {
      says: 'A row of a case belongs to an authority, and PostgreSQL shows it to that authority only.',
      instead: 'enable row level security and create a policy in the migration that makes the table.',
    },
    except(unsecured(allStatements()), open),
  )
  const bad = `create table a (authority_id text);\n-- alter table a enable row level security;
create table b (id text);\nalter table b enable row level security;
create table c (id text);\nalter table c enable row level security;\ncreate policy own on c using (true);`
  finds(unsecured(badStatements(bad)), ['1 a', '3 b'])
})

const perRow = (statements: readonly Statement[]): Finding[] =>
  statements
    .filter((statement) => policyOn(statement) !== null)
    .flatMap((statement) =>
      [...statement.text.matchAll(/(\(\s*select\s+)?\b(?:my_authorities|my_services)\s*\(\)/gi)]
        .filter(([, select]) => select === undefined)
        .map(([call]) => atStatement(statement, call)),
    )

test('a policy asks who is asking once a query, not once a row', () => {
  hold(
    {
      says: 'A policy calls my_authorities() and my_services() in a sub-select: per row, 1.3 s became 22.8 s.',
      instead: 'write authority_id = any ((select my_authorities())::text[]).',
    },
    perRow(allStatements()),
  )
  const bad =
    'create policy a on b using (c = any (my_authorities()));\ncreate policy d on e using ((select my_services()) is null);'
  finds(perRow(badStatements(bad)), ['1 my_authorities()'])
})

/** Policies of tables with an authority_id that do not compare it, in what is read or in what is written. */
const unbound = (statements: readonly Statement[]): Finding[] => {
  const ofAuthority = new Set(
    [...tablesOf(statements)].filter(([, { text }]) => /\bauthority_id\b/.test(text)).map(([table]) => table),
  )
  const bound = /authority_id\s*=\s*any\s*\(\(select\s+my_authorities\(\)\)/gi
  return statements.flatMap((statement) => {
    const table = policyOn(statement)
    if (table === null || !ofAuthority.has(table)) return []
    const clauses = statement.text.match(/\b(?:using|with\s+check)\s*\(/gi)?.length ?? 0
    return (statement.text.match(bound)?.length ?? 0) < clauses ? [atStatement(statement, table)] : []
  })
}

test('a policy of a table with an authority compares it, for reading and for writing', () => {
  hold(
    {
      says: 'A policy compares authority_id in "using" and in "with check".',
      instead: 'write authority_id = any ((select my_authorities())::text[]) in both.',
    },
    unbound(allStatements()),
  )
  const bad = `create table a (authority_id text);
create policy p on a using (authority_id = any ((select my_authorities())::text[])) with check (true);`
  finds(unbound(badStatements(bad)), ['2 a'])
})
