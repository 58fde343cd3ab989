import type { Day, Instant } from '../core/kit/days.ts'

/** The grades an assessor may give. "Not assessed" is an answer: silence is not. */
export const grades = ['Excellent', 'Good', 'Requires improvement', 'Poor', 'Not assessed'] as const
export type Grade = (typeof grades)[number]

/** A question as it stood when the visit was planned. */
export type Question = {
  readonly id: string
  readonly text: string
  readonly guidance: readonly string[]
}

/** One answer to one question. It is never changed: another one is added. */
export type Answer = {
  /** Made where the answer is given, so that what is sent twice arrives once. */
  readonly id: string
  readonly questionId: string
  readonly grade: Grade
  readonly note: string
  /** By the clock of the side that recorded it; a device's clock may be wrong, so never order by it. */
  readonly recordedAt: Instant
}

/** Who took a visit along, on which device, since when. */
export type Packing = { readonly holder: string; readonly deviceId: string; readonly packedAt: Instant }

export type Visit = {
  readonly id: string
  readonly title: string
  readonly service: string
  readonly heldOn: Day
  readonly questions: readonly Question[]
  /** Every answer, in the order in which they came in: the last one of a question holds. */
  readonly answers: readonly Answer[]
  /** Set on the server while a device holds the visit: then it can be read there, but not changed. */
  readonly heldBy: Packing | null
}

/** Whether a text is one of the grades. */
export const isGrade = (text: unknown): text is Grade => grades.some((grade) => grade === text)

/** Returns every answer to a question, the latest first. */
export const answersTo = (visit: Visit, question: string): readonly Answer[] =>
  visit.answers.filter((answer) => answer.questionId === question).reverse()

/** Returns how many of the questions have an answer. Computed, never stored. */
export const answered = (visit: Visit): number =>
  visit.questions.filter((question) => answersTo(visit, question.id).length > 0).length
