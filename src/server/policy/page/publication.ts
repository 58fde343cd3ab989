import { counted } from '../../../core/kit/words.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Marks } from './marks.ts'
import { facts } from './section.ts'

/** Whether the register is published, and how often it is reviewed; null where the pack does not say. */
export const publicationInWords = ({ publication }: Policy['documents'], marks: Marks): Html | null =>
  publication === undefined
    ? null
    : facts([
        [
          'Published',
          html`${publication.register.publish ? 'Yes, every service of the area with CQC’s rating. Never our own.' : 'No'} ${marks.of(publication.register)}`,
        ],
        [
          'Reviewed by a person',
          html`Every ${counted(publication.review.everyMonths, 'month', 'months')} ${marks.of(publication.review)}`,
        ],
      ])
