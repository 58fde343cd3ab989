import type { Mapping } from '../../../core/intelligence/import/columns.ts'
import { openTable } from '../import/file-table.ts'
import { judgeTable, type Progress } from '../import/judge-table.ts'
import { gather, type Report } from '../import/report.ts'
import { importIntelligence } from './import-intelligence.ts'

/** Which rows are taken in: the good ones, or none unless all are good. */
export type Keep = 'good' | 'all'

/** A file of a source, with its columns as somebody mapped them. */
export type TableOf = { readonly authority: string; readonly source: string; readonly mapping: Mapping }

/** Judges a file, and takes nothing in. Returns its headings too. */
export const previewTable = async (
  of: TableOf,
  path: string,
  progress?: Progress,
): Promise<{ readonly heading: readonly string[]; readonly report: Report }> => {
  const table = await openTable(path)
  const { add, report } = gather()
  for await (const batch of judgeTable(of, table, progress)) for (const judged of batch) add(judged)
  return { heading: table.heading, report: report(null) }
}

/**
 * Takes a file in, under one event: its good rows, or all of it or nothing. In one unit of work: broken off, it leaves
 * nothing.
 */
export const takeTable = async (
  of: TableOf & { readonly keep: Keep },
  path: string,
  progress?: Progress,
): Promise<{ readonly heading: readonly string[]; readonly report: Report }> => {
  const table = await openTable(path)
  const { add, report, items } = gather()
  for await (const batch of judgeTable(of, table, progress)) for (const judged of batch) add(judged)
  const taken = of.keep === 'good' || report(null).counts.wrong === 0
  if (taken) await importIntelligence(of.authority, of.source, items)
  return { heading: table.heading, report: report(taken) }
}
