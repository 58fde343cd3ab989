import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { type Day, dayOf } from '../../../core/kit/days.ts'
import { statedDays } from '../../../core/register/stated-days.ts'
import { producedOnInName } from '../../../core/register/tables/cqc-day.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import type { Format } from '../files/formats.ts'
import type { Origin } from './origin.ts'

const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/**
 * Returns the latest day that the records of a file name, or '': the file was made on that day or later. A day that
 * is still to come is a slip of somebody's, and would let the file pass for newer than everything for years.
 */
const latestDayIn = async (path: string, format: Format): Promise<Day | ''> => {
  const today = dayOf(now())
  let latest: Day | '' = ''
  for await (const row of format.read(path)) {
    const record = 'location' in row ? row.location : 'provider' in row ? row.provider : null
    for (const day of record ? statedDays(record) : []) if (day > latest && day <= today) latest = day
  }
  return latest
}

/**
 * Returns where a file comes from. Records of the API do not say when they were fetched: of a file of them, its name
 * tells, or the latest day that it knows of.
 */
export const originOf = async (path: string, format: Format): Promise<Origin> => ({
  file: await digestOf(path),
  undated: format.name.startsWith('cqc-api')
    ? (producedOnInName(basename(path)) ?? (await latestDayIn(path, format)))
    : '',
})
