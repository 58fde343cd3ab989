import { fault } from '../../../core/kit/problems.ts'
import {
  knowledgeOf,
  type LocationKnowledge,
  type UnidentifiedKnowledge,
} from '../../../core/register/knowledge.ts'
import type { CqcRow } from '../files/rows.ts'
import type { ToldProvider } from './import-providers.ts'
import type { Origin } from './origin.ts'

/** A row that was not taken in, and why. */
export type RejectedRow = { readonly row: number; readonly reason: string }

/** Knowledge without an id, and the row that it stands on. */
export type Unidentified = { readonly row: number; readonly told: UnidentifiedKnowledge }

/** Rows of a file by what they tell. */
export type Batch = {
  readonly located: LocationKnowledge[]
  readonly unidentified: Unidentified[]
  readonly providers: ToldProvider[]
  readonly rejected: RejectedRow[]
  /** How many rows of the file these are. */
  rows: number
}

/** Large enough for few queries, small enough to be held in memory several times over. */
const batchSize = 250

/** More than any file of CQC has rows: a file with more bad ones is none of CQC's. */
const mostRejected = 256 * 1024

const empty = (): Batch => ({ located: [], unidentified: [], providers: [], rejected: [], rows: 0 })

const add = (batch: Batch, row: CqcRow, { undated }: Origin): void => {
  batch.rows += row.rows ?? 1
  if ('rejected' in row) batch.rejected.push({ row: row.row, reason: row.rejected })
  if ('location' in row) batch.located.push(knowledgeOf(row.location))
  if ('knowledge' in row) {
    const { provider, producedOn } = row.knowledge
    batch.located.push(row.knowledge)
    if (provider) batch.providers.push({ ...provider, produced: producedOn ?? undated, record: null })
  }
  if ('unidentified' in row) batch.unidentified.push({ row: row.row, told: row.unidentified })
  if ('provider' in row) {
    const { id, name } = row.provider
    batch.providers.push({ id, name, produced: undated, record: row.provider })
  }
  if ('providerKnowledge' in row)
    batch.providers.push({ ...row.providerKnowledge, produced: undated, record: null })
}

const isFull = ({ located, unidentified, providers, rejected }: Batch): boolean =>
  Math.max(located.length, unidentified.length, providers.length, rejected.length) >= batchSize

/** Gathers the rows of a file into batches. Throws `file-broken` where far too many of them cannot be used. */
export async function* batchesOf(
  rows: AsyncIterable<CqcRow>,
  origin: Origin,
  file: string,
): AsyncGenerator<Batch> {
  let batch = empty()
  let rejected = 0
  for await (const row of rows) {
    add(batch, row, origin)
    if ('rejected' in row) rejected += 1
    if (rejected > mostRejected)
      throw fault('file-broken', { file, why: `more than ${mostRejected} of its rows cannot be used` })
    if (!isFull(batch)) continue
    yield batch
    batch = empty()
  }
  yield batch
}
