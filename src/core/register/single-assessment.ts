import { z } from 'zod'
import { dayField, list, neededText, text } from './fields.ts'
import { inOrder, notRated, type Rating } from './rating.ts'

/** Ratings of the single assessment framework: one for each service group that CQC assessed, in `assessment`. */

const groupRating = z.object({
  name: neededText,
  rating: text,
  keyQuestionRatings: list(z.object({ name: neededText, rating: text })),
})

const assessment = z.object({
  assessmentPlanPublishedDateTime: dayField,
  ratings: z.object({ asgRatings: list(groupRating) }).nullish(),
})

const serviceGroup = z.object({ assessmentServiceName: text, status: text })

/** Where a record holds the ratings by the single assessment framework. */
export const singleAssessmentFields = {
  assessment: list(assessment),
  assessmentServiceGroup: list(serviceGroup),
}

type Given = z.infer<z.ZodObject<typeof singleAssessmentFields>>

/** How many service groups a location has, assessed or still to be: a group without a rating counts too. */
const groupCount = (given: Given): number => {
  const listed = given.assessmentServiceGroup
    .filter((group) => group.status?.toLowerCase() !== 'inactive')
    .flatMap((group) => group.assessmentServiceName ?? [])
  const assessed = given.assessment.flatMap((one) => one.ratings?.asgRatings.map((group) => group.name) ?? [])
  return new Set([...listed, ...assessed].map((name) => name.toLowerCase())).size
}

/**
 * Returns what CQC rated under the single assessment framework, in no order. The rating of a location's only service
 * group is the location's own; of several groups each stands for its service alone, and the location has none.
 */
export const singleAssessmentRatings = (given: Given): Rating[] => {
  const only = groupCount(given) === 1
  return given.assessment.flatMap((one) =>
    (one.ratings?.asgRatings ?? []).map(
      (group): Rating => ({
        // Dentists are assessed without a rating, and come with ''.
        overall: group.rating ?? notRated,
        published: one.assessmentPlanPublishedDateTime,
        keyQuestions: inOrder(
          group.keyQuestionRatings.map(({ name, rating }) => ({ name, rating: rating ?? notRated })),
        ),
        service: only ? null : group.name,
        scheme: 'single-assessment-framework',
        inherited: false,
        report: null,
      }),
    ),
  )
}
