import type { FileReport } from '../server/register/commands/import-file.ts'

/** A list page of the API names what there is, and no more: nothing of it can be taken in. */
const onlyNames = ({ rows, locations, providers, rejected }: FileReport): boolean =>
  rows > 0 && locations.added + locations.changed + locations.unchanged + providers + rejected.length === 0

/** How many rows of one reason are named; `--json` lists them all. */
const shown = 10

const rejectedInWords = ({ rejected }: FileReport): readonly string[] =>
  [...Map.groupBy(rejected, ({ reason }) => reason)].map(([reason, rows]) => {
    const numbers = rows.slice(0, shown).map(({ row }) => row)
    const more = rows.length > shown ? ` and ${rows.length - shown} more (--json lists all)` : ''
    return `  ${rows.length === 1 ? 'row' : 'rows'} ${numbers.join(', ')}${more}: ${reason}`
  })

/** Returns what an import did with one file, as lines for a person. */
export const reportInWords = (report: FileReport): string => {
  const { added, changed, unchanged } = report.locations
  if (onlyNames(report))
    return `${report.file} (${report.format}): ${report.rows} rows; it only lists names, so there is nothing to take in`
  const counts = `${report.file} (${report.format}): ${report.rows} rows; locations: ${added} added, ${changed} changed, ${unchanged} unchanged; providers: ${report.providers}; rejected: ${report.rejected.length}`
  return [counts, ...rejectedInWords(report)].join('\n')
}
