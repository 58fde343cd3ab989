import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { LocationKnowledge } from '../../../src/core/register/knowledge.ts'
import { rowsOf } from '../oldham.ts'

/** Small invented tables in CQC's layouts, and the files that tests write. */

const folder = await mkdtemp(join(tmpdir(), 'cqc-tables-'))
after(() => rm(folder, { recursive: true }))

/** Where a test may write a file of that name. */
export const pathOf = (name: string): string => join(folder, name)

/** Writes a file, and returns where it is. */
export const written = async (name: string, content: string | Buffer): Promise<string> => {
  await writeFile(pathOf(name), content)
  return pathOf(name)
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The text of a CSV. */
export const csv = (rows: readonly (readonly string[])[], end = '\r\n'): string =>
  rows.map((row) => row.map(quoted).join(',') + end).join('')

/** What a file says of its locations. */
export const knowledgeIn = async (path: string): Promise<LocationKnowledge[]> =>
  (await rowsOf(path)).flatMap((row) => ('knowledge' in row ? [row.knowledge] : []))

/** The rows of a file that were refused, in one line each. */
export const rejectedIn = async (path: string): Promise<string[]> =>
  (await rowsOf(path)).flatMap((row) => ('rejected' in row ? [`${row.row} ${row.rejected}`] : []))

export const directoryHeading = [
  ...['Name', 'Also known as', 'Address', 'Postcode', 'Phone number', "Service's website (if available)"],
  ...['Service types', 'Date of latest check', 'Specialisms/services', 'Provider name', 'Local authority'],
  ...['Region', 'Location URL', 'CQC Location ID (for office use only)'],
  'CQC Provider ID (for office use only)',
]

export const directoryRow = (id: string, checked = '09/Jan/2018 - 00:00', name = 'Elm Court'): string[] => [
  ...[name, '', '1 Elm Street,Sometown', 'ZZ1 1ZZ', '01610000000', '', 'Nursing homes|Doctors/GPs', checked],
  ...['Dementia|Sensory impairments', 'Elm Care Limited', 'Eastmarch', 'North West'],
  ...[`https://www.cqc.org.uk/location/${id}`, id, '1-9000000000'],
]

export const ratingsHeading = [
  ...['Location ID', 'Location Name', 'Care Home?', 'Location Post Code', 'Service / Population Group'],
  ...['Domain', 'Latest Rating', 'Publication Date', 'Inherited Rating (Y/N)', 'URL', 'Provider ID'],
  'Provider Name',
]

export const ratingsRow = (
  id: string,
  service: string,
  domain: string,
  rating: string,
  published: string,
): string[] => [
  ...[id, 'Elm Court', 'Y', 'ZZ1 1ZZ', service, domain, rating, published, 'N'],
  ...[`https://www.cqc.org.uk/location/${id}`, '1-9000000000', 'Elm Care Limited'],
]

export const activeHeading = [
  ...['Location ID', 'Location HSCA start date', 'Dormant (Y/N)', 'Care home?', 'Location Name'],
  ...['Registered manager', 'Care homes beds', 'Location Latest Overall Rating', 'Publication Date'],
  ...['Location Local Authority', 'Location Street Address', 'Location Postal Code', 'Provider ID'],
  ...['Provider Name', 'Provider Nominated Individual Name', 'Provider Main Partner Name'],
  ...['Service type - Care home service with nursing', 'Service type - Shared Lives'],
  'Service user band - Whole Population',
]

export const activeRow = (id: string): string[] => [
  ...[id, '2014-08-15', 'N', 'Y', 'Elm Court', 'Family-0a, Given-0a', '34', 'Good', '2022-06-09'],
  ...['Eastmarch', '1 Elm Street', 'ZZ1 1ZZ', '1-9000000000', 'Elm Care Limited', 'Given-0b Family-0b'],
  ...['Given-0c Family-0c', 'Y', '', 'Y'],
]
