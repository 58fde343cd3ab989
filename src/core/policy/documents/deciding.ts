import { z } from 'zod'
import { based, id } from './values.ts'

/** What a meeting may have to do with ratings. */
export const ratingParts = ['decides', 'decides-at-any-time', 'confirms'] as const

/**
 * The part of a meeting in ratings. `decides`: by the calendar; `decides-at-any-time`: when it is called; `confirms`:
 * what the others decided since.
 */
export const meetingRatings = based({
  part: z.enum(ratingParts),
  agreedBy: z
    .array(id)
    .min(1)
    .optional()
    .describe('Ids of roles of Plumbline that must all agree, each by another person; where it decides'),
}).refine(({ part, agreedBy }) => (part === 'confirms') === (agreedBy === undefined), {
  error: 'A meeting that decides needs agreedBy, and one that confirms has none.',
  params: { next: 'Name the roles that must agree under agreedBy, or take agreedBy away.' },
})

/** A team that gets the documents of these meetings, and which roles of Plumbline its people have. */
export const team = based({
  team: id.describe('Id of a role of the pack'),
  roles: z.array(id).min(1).describe('Ids of roles of Plumbline'),
})
