/**
 * Writes src/core/kit/bank-holidays.ts anew from a file of GOV.UK. Save https://www.gov.uk/bank-holidays.json, then run:
 * node scripts/refresh-bank-holidays.ts bank-holidays.json
 *
 * The file holds the years that GOV.UK knows now: days of before it that are known here stay known.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { bankHolidays } from '../src/core/kit/bank-holidays.ts'
import { bankHolidaysText } from './bank-holidays-text.ts'

const [path] = process.argv.slice(2)
if (path === undefined)
  throw new Error('Say which file: node scripts/refresh-bank-holidays.ts bank-holidays.json')
const text = bankHolidaysText(JSON.parse(await readFile(path, 'utf8')), bankHolidays)
await writeFile(new URL('../src/core/kit/bank-holidays.ts', import.meta.url), text)
