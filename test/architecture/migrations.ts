/** The migrations, read as far as the rules need: statements, tables, policies, views and grants. */
import { type Finding, findingAt } from './rules.ts'
import { type Source, sources } from './sources.ts'

/** A statement of a migration, and where it begins. */
export type Statement = { readonly source: Source; readonly start: number; readonly text: string }

/** Returns every migration, oldest first. */
export const migrations = (): readonly Source[] => sources('migrations/*.sql')

/** Returns the statements of a migration, without comments. What stands between two `$$` is part of its statement. */
export const statementsOf = (source: Source): readonly Statement[] => {
  const text = source.text.replace(/--[^\n]*/g, (comment) => ' '.repeat(comment.length))
  return [...text.matchAll(/\s*((?:\$\$[\s\S]*?\$\$|'[^']*'|[^;$'])+);/g)].map((match) => ({
    source,
    start: match.index + match[0].indexOf(match[1] ?? ''),
    text: match[1] ?? '',
  }))
}

/** What a statement is about, where it begins with some words: `named(statement, 'create table')`. */
export const named = ({ text }: Statement, words: string): string | null =>
  new RegExp(`^${words.replaceAll(' ', '\\s+')}\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?"?(\\w+)"?`, 'i').exec(
    text,
  )?.[1] ?? null

/** Returns the tables that some migrations leave behind, each with the statement that makes it. */
export const tablesOf = (statements: readonly Statement[]): ReadonlyMap<string, Statement> => {
  const tables = new Map<string, Statement>()
  for (const statement of statements) {
    const made = named(statement, 'create table')
    const dropped = named(statement, 'drop table')
    if (made) tables.set(made, statement)
    if (dropped) tables.delete(dropped)
  }
  return tables
}

/** Returns the table that a statement makes a policy for. */
export const policyOn = ({ text }: Statement): string | null =>
  /^create\s+policy\s+\w+\s+on\s+"?(\w+)/i.exec(text)?.[1] ?? null

/** Returns the table whose row-level security a statement enables. */
export const secures = (statement: Statement): string | null =>
  /\benable\s+row\s+level\s+security\b/i.test(statement.text) ? named(statement, 'alter table') : null

/** Returns the finding at a statement. */
export const atStatement = ({ source, start }: Statement, what: string): Finding =>
  findingAt(source, start, what)

/** Returns the statements of all migrations. */
export const allStatements = (): readonly Statement[] => migrations().flatMap(statementsOf)

/** Returns the statements of a bad example. */
export const badStatements = (text: string): readonly Statement[] =>
  statementsOf({ path: 'migrations/bad.sql', text })
