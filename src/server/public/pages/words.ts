import { dayInWords } from '../../../core/kit/words.ts'
import type { PublicService } from '../../../core/publication/public-service.ts'
import { type Html, html } from '../../../ui/html.ts'
import { statusTag } from '../../../ui/status-tag.ts'

/** CQC's rating in words: of a service that CQC does not regulate, that. */
export const ratingInWords = ({ cqc }: PublicService): string =>
  cqc === null ? 'Not regulated by CQC' : (cqc.rating ?? 'No overall rating')

/** That a service is made up for a demonstration. */
export const inventedTag = ({ invented }: PublicService): Html | false =>
  invented && html` ${statusTag({ text: 'Invented', colour: 'grey', outlined: true })}`

/** That the council places nobody new. */
export const suspendedWords = ({ suspended }: PublicService): Html | false =>
  suspended !== null &&
  html`${statusTag({ text: 'New placements suspended', colour: 'red' })} since ${dayInWords(suspended.since)}`
