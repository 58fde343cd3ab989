/** What the application may touch is granted by name, and nothing leads around a policy. */
import { test } from 'node:test'
import {
  allStatements,
  atStatement,
  badStatements,
  named,
  type Statement,
  secures,
  tablesOf,
} from './migrations.ts'
import { type Exceptions, except, type Finding, finds, hold } from './rules.ts'

const offered = (statement: Statement): string | null =>
  named(statement, 'create table') ??
  named(statement, 'create view') ??
  named(statement, 'create or replace view')

const grantedTo = ({ text }: Statement): readonly string[] =>
  /^grant\s[\s\S]*?\bon\s+([\s\S]*?)\s+to\s+plumbline_app\b/i
    .exec(text)?.[1]
    ?.split(',')
    .map((name) => name.trim()) ?? []

const ungranted = (statements: readonly Statement[]): Finding[] => {
  const granted = new Set(statements.flatMap(grantedTo))
  const tables = tablesOf(statements)
  return statements.flatMap((statement) => {
    const name = offered(statement)
    const dropped = named(statement, 'create table') !== null && name !== null && !tables.has(name)
    return name !== null && !dropped && !granted.has(name) ? [atStatement(statement, name)] : []
  })
}

test('every table and view is granted to the application by name', () => {
  hold(
    {
      says: 'The application connects as plumbline_app, and may do what a migration grants it: default deny.',
      instead: 'add: grant select, insert ... on the_table to plumbline_app;',
    },
    ungranted(allStatements()),
  )
  finds(
    ungranted(
      badStatements(
        'create table a (b text);\ncreate view c as select 1;\ngrant select on c to plumbline_app;',
      ),
    ),
    ['1 a'],
  )
})

const viewOf = (statement: Statement): string | null =>
  named(statement, 'create view') ?? named(statement, 'create or replace view')

/** Views and functions that would show a row to someone whom its table's policy denies it. */
const leaks = (statements: readonly Statement[]): Finding[] => {
  const secured = new Set(statements.map(secures))
  // A view is what its last statement says: an earlier migration may have made it before its table had a policy.
  const last = new Map(statements.map((statement) => [viewOf(statement), statement]))
  return statements.flatMap((statement) => {
    const view = viewOf(statement)
    if (/\bsecurity\s+definer\b/i.test(statement.text)) return [atStatement(statement, 'security definer')]
    if (view === null || last.get(view) !== statement || /\bsecurity_invoker\b/i.test(statement.text))
      return []
    const from = [...statement.text.matchAll(/\b(?:from|join)\s+"?(\w+)/gi)].map(([, table]) => table ?? '')
    return from.some((table) => secured.has(table)) ? [atStatement(statement, view)] : []
  })
}

const forEveryone: Exceptions = {
  'migrations/0021-suspensions-and-publication.sql public_service_now':
    'public columns by name, for anyone: docs/decisions/0018-the-public-register.md',
  'migrations/0021-suspensions-and-publication.sql public_suspension_now':
    'public columns by name, for anyone: docs/decisions/0018-the-public-register.md',
  'migrations/0021-suspensions-and-publication.sql public_review_now':
    'public columns by name, for anyone: docs/decisions/0018-the-public-register.md',
}

test('no view and no function leads around a policy', () => {
  hold(
    {
      says: 'A view runs with its reader’s rights, and no function with its owner’s.',
      instead: 'create view x_now with (security_invoker) as ..., and leave out "security definer".',
    },
    except(leaks(allStatements()), forEveryone),
  )
  const bad = `alter table a enable row level security;
create view b as select * from a;
create view c with (security_invoker) as select * from a;
create function d() returns int language sql security definer as $$ select 1; $$;`
  finds(leaks(badStatements(bad)), ['2 b', '4 security definer'])
})
