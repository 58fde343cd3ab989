import { fitsHeading, type Mapping } from '../../../core/intelligence/import/columns.ts'
import { fault } from '../../../core/kit/problems.ts'
import { attempt } from '../../platform/database/attempt.ts'
import { allowLongWork } from '../../platform/database/long-work.ts'
import { actor, db, ground, now, unitOfWork } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { dropFiles, keptFile } from '../../platform/files.ts'
import { sourceKey } from '../id-of-reference.ts'
import type { Progress } from '../import/judge-table.ts'
import { fileById, mappingFor, type SentIntelligence } from '../queries/files.ts'
import { type Keep, previewTable, takeTable } from './take-table.ts'

/** The folder of a file that was sent. */
export const fileKey = (id: string): string => `intelligence/${id}`

/** A file as it was sent. */
export type NewFile = {
  readonly id: string
  readonly authority: string
  readonly person: string
  readonly source: string
  readonly file: string
  readonly stored: string
  readonly heading: readonly string[]
}

const toBeJudged = (id: string, authority: string, source: string, file: string) =>
  emit({
    kind: 'intelligence.file-sent',
    authority,
    subject: { kind: 'file', id },
    payload: { source, file },
  })

/**
 * Keeps a file. Where the source’s columns are known and all there, it is judged at once; else somebody says first which
 * column holds what. Nothing of it is taken in yet.
 */
export const sendFile = async (sent: NewFile): Promise<void> => {
  const { id, authority, source, file, stored, heading } = sent
  const known = await mappingFor(authority, source)
  const mapping = known !== null && fitsHeading(known, heading) ? known : null
  await db()
    .insertInto('intelligence_upload')
    .values({
      id,
      authority_id: authority,
      person_id: sent.person,
      source,
      file,
      stored,
      heading: JSON.stringify(heading),
      mapping: mapping === null ? null : JSON.stringify(mapping),
      stage: mapping === null ? 'columns' : 'judging',
      recorded_at: now(),
    })
    .execute()
  if (mapping !== null) await toBeJudged(id, authority, source, file)
}

/** Keeps the columns of a source for its next files: what somebody mapped once is not asked again. */
export const saveMapping = async (authority: string, source: string, mapping: Mapping): Promise<void> => {
  await emit(
    {
      kind: 'intelligence.source-mapped',
      authority,
      subject: { kind: 'source', id: sourceKey(source) },
      payload: { source },
    },
    ({ id }) => {
      const row = {
        name: source,
        mapping: JSON.stringify(mapping),
        recorded_at: now(),
        event_id: id,
      }
      return db()
        .insertInto('intelligence_source')
        .values({ authority_id: authority, key: sourceKey(source), ...row })
        .onConflict((conflict) => conflict.columns(['authority_id', 'key']).doUpdateSet(row))
        .execute()
    },
  )
}

/** Says which column holds what, for this file and the next of its source; then it is judged. */
export const mapFile = async (id: string, mapping: Mapping): Promise<void> => {
  const { authority, source, file, stage } = await fileById(id, true)
  if (stage !== 'columns' && stage !== 'judged') throw fault('file-taken-in', { file })
  await saveMapping(authority, source, mapping)
  await db()
    .updateTable('intelligence_upload')
    .set({ mapping: JSON.stringify(mapping), stage: 'judging', report: null, progress: null })
    .where('id', '=', id)
    .execute()
  await toBeJudged(id, authority, source, file)
}

/** Has a file taken in, by a job. Said twice it is taken in once. */
export const acceptFile = async (id: string, keep: Keep): Promise<void> => {
  const { authority, source, file, stage } = await fileById(id, true)
  if (stage === 'taking') return
  if (stage !== 'judged') throw fault('file-taken-in', { file })
  await emit(
    {
      kind: 'intelligence.file-accepted',
      authority,
      subject: { kind: 'file', id },
      payload: { source, file, keep },
    },
    () =>
      db()
        .updateTable('intelligence_upload')
        .set({ stage: 'taking', keep, progress: null })
        .where('id', '=', id)
        .execute(),
  )
}

/** Tells how far a file is, in a transaction of its own, so that a page can show it. */
const telling =
  (id: string): Progress =>
  (rows) =>
    unitOfWork(ground(), actor(), 'write', async () => {
      await db().updateTable('intelligence_upload').set({ progress: rows }).where('id', '=', id).execute()
    })

const finish = async (
  { id, stored }: SentIntelligence,
  stage: 'judged' | 'done',
  work: (path: string) => ReturnType<typeof previewTable>,
): Promise<void> => {
  await allowLongWork()
  const came = await attempt(() => work(keptFile(stored ?? '')))
  const over = stage === 'done' || 'problem' in came
  await db()
    .updateTable('intelligence_upload')
    .set({
      stage: over ? 'done' : stage,
      progress: null,
      ...('result' in came
        ? { report: JSON.stringify(came.result.report) }
        : { problem: JSON.stringify(came.problem) }),
      ...(over ? { done_at: now() } : {}),
    })
    .where('id', '=', id)
    .execute()
}

/** Judges a file that was sent, in a job’s unit of work. */
export const judgeFile = async (id: string): Promise<void> => {
  const file = await fileById(id)
  const { authority, source, mapping } = file
  if (file.stage !== 'judging' || mapping === null) return
  await finish(file, 'judged', (path) => previewTable({ authority, source, mapping }, path, telling(id)))
}

/** Takes a file in that somebody accepted, in a job’s unit of work: broken off, it leaves nothing and is begun again. */
export const takeFile = async (id: string): Promise<void> => {
  const file = await fileById(id)
  const { authority, source, mapping, keep } = file
  if (file.stage !== 'taking' || mapping === null || keep === null) return
  await dropFormer(authority)
  await finish(file, 'done', (path) => takeTable({ authority, source, mapping, keep }, path, telling(id)))
}

/** Files are kept until the import after: a job that is broken off at its very end still finds them. */
const dropFormer = async (authority: string): Promise<void> => {
  const former = await db()
    .selectFrom('intelligence_upload')
    .where('authority_id', '=', authority)
    .where('stage', '=', 'done')
    .where('stored', 'is not', null)
    .select('id')
    .execute()
  if (former.length === 0) return
  for (const { id } of former) await dropFiles(fileKey(id))
  await db()
    .updateTable('intelligence_upload')
    .set({ stored: null })
    .where(
      'id',
      'in',
      former.map(({ id }) => id),
    )
    .execute()
}
