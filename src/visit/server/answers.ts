import type { Instant } from '../../core/kit/days.ts'
import { db, now } from '../../server/platform/database/unit-of-work.ts'
import { type Answer, isGrade } from '../visit.ts'

/** Returns every answer of a visit in the order of arrival: a device's clock may be wrong. */
export const loadAnswers = async (visit: string): Promise<readonly Answer[]> => {
  const columns = ['id', 'question_id', 'grade', 'note', 'recorded_at'] as const
  const query = db()
    .selectFrom('visit_answer')
    .select(columns)
    .where('visit_id', '=', visit)
    .orderBy('arrival')
  return (await query.execute()).map((row) => {
    if (!isGrade(row.grade)) throw new Error(`Answer ${row.id} has the grade ${row.grade}, which is none`)
    return {
      id: row.id,
      questionId: row.question_id,
      grade: row.grade,
      note: row.note,
      recordedAt: row.recorded_at as Instant,
    }
  })
}

type Owner = { readonly id: string; readonly authority: string }

/** Adds answers in their order. One that is already there stays as it is: it was sent twice. Returns how many are new. */
export const addAnswers = async (visit: Owner, answers: readonly Answer[]): Promise<number> => {
  const rows = answers.map((answer) => ({
    id: answer.id,
    visit_id: visit.id,
    authority_id: visit.authority,
    question_id: answer.questionId,
    grade: answer.grade,
    note: answer.note,
    recorded_at: answer.recordedAt,
    received_at: now(),
  }))
  // One by one: `arrival` must follow the order, and a statement of many rows does not promise it.
  let added = 0
  for (const row of rows) {
    const insert = db().insertInto('visit_answer').values(row)
    const done = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
    added += Number(done.numInsertedOrUpdatedRows ?? 0)
  }
  return added
}
