import { dayInWords } from '../../core/kit/words.ts'
import { alert } from '../../ui/components/alert.ts'
import { type Html, html } from '../../ui/html.ts'
import type { SuspensionWords } from './policy-words.ts'
import type { BriefSuspension } from './queries.ts'

const titleOf = ({ standing, starts }: BriefSuspension): string =>
  standing === 'to-come'
    ? `New placements will be suspended from ${dayInWords(starts)}`
    : `New placements are suspended since ${dayInWords(starts)}`

const bannerOf = (suspension: BriefSuspension, service: string, words: SuspensionWords, linked: boolean) => {
  const { kind, reason, liftedOn } = suspension
  return alert({
    variant: 'error',
    title: titleOf(suspension),
    showTitleAsHeading: true,
    html: html`${words.kinds(kind)}.${reason !== undefined && ` ${words.reasons(reason)}.`}${
      liftedOn !== null && ` It will be lifted on ${dayInWords(liftedOn)}.`
    }${linked && html` <a class="govuk-link" href="/services/${service}/suspensions">See the suspension</a>`}`,
  })
}

/** In red and in words, on top of a service's page: nobody new can be placed there. Nothing where all can. */
export const suspensionBanners = (given: {
  readonly service: string
  readonly suspensions: readonly BriefSuspension[]
  readonly words: SuspensionWords
  readonly linked: boolean
}): Html =>
  html`${given.suspensions.map((suspension) => bannerOf(suspension, given.service, given.words, given.linked))}`
