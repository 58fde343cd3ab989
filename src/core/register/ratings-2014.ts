import { z } from 'zod'
import { dayField, list, neededText, text } from './fields.ts'
import { inOrder, notRated, type Rating } from './rating.ts'

/** Ratings of the inspections since 2014: `currentRatings`, and every earlier one in `historicRatings`. */

const keyQuestion = z.object({ name: neededText, rating: text, reportDate: dayField, organisationId: text })

const graded = z.object({
  name: text,
  rating: text,
  reportDate: dayField,
  reportLinkId: text,
  organisationId: text,
  keyQuestionRatings: list(keyQuestion),
})
type Graded = z.infer<typeof graded>

const report = z.object({
  reportDate: dayField,
  reportLinkId: text,
  organisationId: text,
  overall: graded.nullish(),
  serviceRatings: list(graded),
})

/** Where a record holds the ratings by inspections since 2014. */
export const ratings2014Fields = { currentRatings: report.nullish(), historicRatings: list(report) }

type Report = z.infer<typeof report>
type Origin = Pick<Report, 'reportDate' | 'reportLinkId' | 'organisationId'>

const ratingOf = (of: Graded, service: string | null, origin: Origin): Rating => ({
  overall: of.rating ?? notRated,
  published: of.reportDate ?? origin.reportDate,
  keyQuestions: inOrder(
    of.keyQuestionRatings.map(({ name, rating }) => ({ name, rating: rating ?? notRated })),
  ),
  service,
  scheme: 'ratings-2014',
  // CQC names the organisation on what came from a predecessor, and nothing on a location's own.
  inherited: [origin, of, ...of.keyQuestionRatings].some((part) => part.organisationId !== null),
  report: of.reportLinkId ?? origin.reportLinkId,
})

const ratingsOf = (given: Report, origin: Origin): Rating[] => [
  ...(given.overall ? [ratingOf(given.overall, null, origin)] : []),
  ...given.serviceRatings.map((one) => ratingOf(one, one.name, origin)),
]

// In `currentRatings` the day at the top is that of the newest part: it may be years after the overall rating's own
// day, so it must not stand in for it. In `historicRatings` it is the only day there is.
const undated: Origin = { reportDate: null, reportLinkId: null, organisationId: null }

type Given = z.infer<z.ZodObject<typeof ratings2014Fields>>

/**
 * Completes an earlier report. CQC leaves out of `historicRatings` the key questions that are still current, and
 * lists them under `currentRatings` alone, with the earlier report's day.
 */
const completed = (past: Report, current: Given['currentRatings']): Report => {
  if (!past.overall) return past
  const listed = past.overall.keyQuestionRatings
  const still = (current?.overall?.keyQuestionRatings ?? []).filter(
    (one) => one.reportDate === past.reportDate && !listed.some((other) => other.name === one.name),
  )
  return { ...past, overall: { ...past.overall, keyQuestionRatings: [...listed, ...still] } }
}

/** Returns what CQC rated under the 2014 scheme, current and past, in no order. */
export const ratings2014 = (given: Given): Rating[] => [
  ...(given.currentRatings ? ratingsOf(given.currentRatings, undated) : []),
  ...given.historicRatings
    .map((past) => completed(past, given.currentRatings))
    .flatMap((past) => ratingsOf(past, past)),
]
