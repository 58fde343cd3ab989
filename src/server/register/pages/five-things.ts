/** The five things that a contract lead watches (W2.2), each with its one figure, what it is of, and where it comes from. */
import type { Day } from '../../../core/kit/days.ts'
import { counted, dayInWords } from '../../../core/kit/words.ts'
import { type CardOptions, cardGrid } from '../../../ui/card.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Experience } from '../../intelligence/queries/experience.ts'
import type { PlanInBrief } from '../../monitoring/queries/plan-in-brief.ts'
import { awayInWords } from '../../monitoring/words.ts'
import type { Proposal } from '../../ratings/queries.ts'
import { rateInWords } from '../../trends/words.ts'
import type { PastRating } from '../queries/rating-history.ts'
import { unratedCard } from './rating-history.ts'

/** What the cards are made of. Null: the reader may not see it, or there is none. */
export type FiveThings = {
  readonly service: string
  readonly location: string | null
  readonly history: readonly PastRating[]
  readonly proposal: Proposal | null
  readonly compliance: CardOptions | null
  readonly plan: { readonly all: PlanInBrief; readonly fromProvider: PlanInBrief } | null
  readonly experience: (Experience & { readonly collectedSince: Day | null; readonly after: Day }) | null
  readonly people: number | null
  /** The level of confidence of intervals, by the policy. */
  readonly level: number | null
  /** The decided and the proposed band. */
  readonly tags: Html
  readonly seesRatings: boolean
  readonly alerts: number
  readonly on: Day
  readonly asAt: Day | null
}

const link = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`

const links = (...all: readonly (Html | false)[]): Html =>
  html`${all.filter((each) => each !== false).map((each, place) => html`${place > 0 && html`<br>`}${each}`)}`

const pastDay = (asAt: Day | null): string => (asAt === null ? '' : `?as-at=${asAt}`)

const planLink = ({ service, asAt }: FiveThings): Html | false =>
  asAt === null && link(`/services/${service}/plan`, 'Monitoring plan')

const firstInWords = ({ first }: PlanInBrief, on: Day): string =>
  first === null ? '' : ` First: ${first.name}, ${dayInWords(first.due)} (${awayInWords(first.due, on)}).`

/** *2 of 6 activities with a date are overdue. First: ...* */
const standsInWords = (plan: PlanInBrief, on: Day, [one, many]: readonly [string, string]): string =>
  `${plan.overdue} of ${counted(plan.open, one, many)} ${plan.overdue === 1 ? 'is' : 'are'} overdue.${firstInWords(plan, on)}`

const performance = (given: FiveThings): CardOptions | false => {
  const due = given.plan?.fromProvider
  return (
    due !== undefined && {
      title: 'Performance',
      figure: 'No returns yet',
      text:
        due.open === 0
          ? 'Monthly figures come with returns. The plan asks the provider for nothing with a date.'
          : `Monthly figures come with returns. Of what the provider is to give, ${standsInWords(due, given.on, ['thing', 'things'])}`,
      foot: links(planLink(given)),
    }
  )
}

/** CQC's rating as it was taken into the proposal; where none is proposed, as its register has it. */
const cqcOf = ({ proposal, history, location }: FiveThings): Pick<CardOptions, 'figure' | 'text'> => {
  const evidence = proposal?.rating.criteria.find(({ id }) => id === 'cqc-rating')?.evidence
  if (evidence?.kind === 'rating' && evidence.grading !== null)
    return {
      figure: evidence.grading.grade ?? 'Not rated',
      text: `CQC, ${dayInWords(evidence.grading.published)}`,
    }
  const latest = history.find(
    ({ location_id, service, published }) =>
      location_id === location && service === null && published !== null,
  )
  if (!latest?.published) return unratedCard(history, location)
  return { figure: latest.overall, text: `CQC, ${dayInWords(latest.published)}` }
}

const quality = (given: FiveThings): CardOptions => ({
  title: 'Quality',
  ...cqcOf(given),
  foot: links(
    given.history.length > 0 && link('#cqc-ratings', 'CQC’s ratings over time'),
    given.seesRatings &&
      link(`/services/${given.service}/why${pastDay(given.asAt)}`, 'What it does to our rating'),
  ),
})

const compliance = (given: FiveThings): CardOptions | false => {
  const { compliance: card, plan, on } = given
  if (card === null) return false
  if (plan === null) return card
  const stands =
    plan.all.open === 0
      ? 'The plan has nothing with a date.'
      : `Of the plan, ${standsInWords(plan.all, on, ['activity', 'activities'])}`
  return {
    ...card,
    text: html`${card.text}${card.text !== undefined && html`<br>`}${stands}`,
    foot: links(card.foot !== undefined && html`${card.foot}`, planLink(given)),
  }
}

const experience = (given: FiveThings): CardOptions | false => {
  const { experience: said, service, asAt, on, level, people } = given
  if (said === null) return false
  const foot = links(
    asAt === null && link(`/services/${service}/intelligence`, 'All intelligence'),
    link(`/services/${service}/trends${pastDay(asAt)}`, 'Trends'),
  )
  const title = 'People’s experience'
  const { complaints, substantiated, open, compliments, collectedSince, after } = said
  if (collectedSince === null && complaints + compliments === 0)
    return { title, figure: 'Not known', text: 'Complaints are not collected. Silence is not nought.', foot }
  const since =
    collectedSince !== null && collectedSince > after
      ? ` Collected since ${dayInWords(collectedSince)} only.`
      : ''
  return {
    title,
    figure: counted(complaints, 'complaint', 'complaints'),
    text: `In the year to ${dayInWords(on)}: ${rateInWords(complaints, people === null ? null : { people }, level)}. ${substantiated} of ${complaints} substantiated, ${open} not concluded. ${counted(compliments, 'compliment', 'compliments')}.${since}`,
    foot,
  }
}

const risk = (given: FiveThings): CardOptions | false => {
  if (!given.seesRatings) return false
  const overall = given.proposal?.rating.overall
  const [decisive] = overall?.decidedBy ?? []
  const criterion = given.proposal?.rating.criteria.find(({ id }) => id === decisive)
  return {
    title: 'Risk',
    figure: given.tags,
    text: criterion?.because ?? overall?.because ?? 'Nothing is known yet.',
    foot: links(
      link(`/services/${given.service}/why${pastDay(given.asAt)}`, 'Why this rating'),
      given.alerts > 0 && link('#alerts', `${counted(given.alerts, 'thing', 'things')} to do`),
    ),
  }
}

/** The five things as cards: those that the reader may see. */
export const fiveThings = (given: FiveThings): Html =>
  cardGrid(
    [performance(given), quality(given), compliance(given), experience(given), risk(given)].filter(
      (card) => card !== false,
    ),
  )
