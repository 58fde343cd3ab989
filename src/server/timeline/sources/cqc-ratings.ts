import { ratingHistory } from '../../register/queries/rating-history.ts'
import type { Happening, Source } from '../source.ts'

/** What CQC published, over every registration that the service has had. */
export const cqcRatings: Source = {
  name: 'CQC’s ratings',
  permission: 'services.see',
  happened: async ({ service, through, asAt, limit }) => {
    if (service.location === null) return []
    const ratings = await ratingHistory(service.location, asAt)
    return ratings
      .flatMap((rating): readonly Happening[] =>
        rating.published === null || rating.published > through
          ? []
          : [
              {
                day: rating.published,
                title: `CQC’s rating${rating.service === null ? '' : ` of ${rating.service}`}: ${rating.overall}`,
                text: rating.key_questions.map((part) => `${part.name}: ${part.rating}`).join('; ') || null,
                href: null,
              },
            ],
      )
      .slice(0, limit)
  },
}
