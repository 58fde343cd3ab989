import { type Day, laterOf } from '../kit/days.ts'
import { isGrade } from '../register/rating.ts'
import type { Visible } from '../sharing/visible.ts'
import { isInForce, type Span } from '../suspensions/suspension.ts'

/** What the database's view gives out of a service, before the table of fields has let it pass. */
export type PublicRow = {
  readonly id: string
  readonly name: string
  readonly service_type: string
  readonly place: string | null
  readonly postcode: string | null
  readonly provider_name: string | null
  readonly registered_provider: string | null
  readonly commissioned: boolean
  readonly invented: boolean
  readonly location_id: string | null
  readonly ended_on: Day | null
  readonly rating_overall: string | null
  readonly rating_published: Day | null
  readonly registered_from: Day | null
  readonly registered_to: Day | null
}

/** A suspension as anyone may read of it. */
export type PublicSuspension = Span & { readonly service: string; readonly kind: string }

/** What CQC says of a service that it regulates. */
export type PublicRating = {
  /** CQC's id of the location; null for an invented one, which CQC does not know. */
  readonly location: string | null
  /** One of CQC's four grades; null where it has given none. */
  readonly rating: string | null
  readonly published: Day | null
  readonly registeredFrom: Day | null
}

/** A service as anyone may read of it (W1.3, W1.4). Our own rating is not among it, whatever happens. */
export type PublicService = {
  readonly id: string
  readonly name: string
  readonly type: { readonly id: string; readonly name: string }
  readonly place: string | null
  readonly postcode: string | null
  readonly provider: string | null
  readonly commissioned: boolean
  readonly invented: boolean
  /** Null where CQC does not regulate it. */
  readonly cqc: PublicRating | null
  /** Since when nobody new is placed, and what of it; null where new people are. */
  readonly suspended: { readonly since: Day; readonly what: string } | null
  /** The last day, where it is over: such a service is not listed any more. */
  readonly closedOn: Day | null
}

/** What a council publishes: its words for types, and the kinds of suspension that its policy makes public. */
export type Publishing = {
  readonly nameOfType: (type: string) => string
  readonly kinds: ReadonlyMap<string, string>
  readonly today: Day
}

const suspendedOf = (
  suspensions: readonly PublicSuspension[],
  { kinds, today }: Publishing,
): PublicService['suspended'] => {
  const holding = suspensions
    .filter((suspension) => isInForce(suspension, today))
    .flatMap(({ kind, starts }) => {
      const what = kinds.get(kind)
      return what === undefined ? [] : [{ since: starts, what }]
    })
    .toSorted((one, other) => (one.since < other.since ? -1 : 1))
  return holding[0] ?? null
}

const closedOf = ({ ended_on, registered_to }: Visible<'service', PublicRow>, today: Day): Day | null => {
  const over = [ended_on, registered_to].filter((day): day is Day => day !== null && day <= today)
  return over.length === 0 ? null : over.reduce(laterOf)
}

const cqcOf = (row: Visible<'service', PublicRow>): PublicRating | null => {
  if (row.location_id === null) return null
  const rated = row.rating_overall !== null && isGrade(row.rating_overall)
  return {
    location: row.invented ? null : row.location_id,
    rating: rated ? row.rating_overall : null,
    published: rated ? row.rating_published : null,
    registeredFrom: row.registered_from,
  }
}

/** Returns what anyone may read of a service. It takes only what the table of fields opens to everyone. */
export const publicService = (
  row: Visible<'service', PublicRow>,
  suspensions: readonly PublicSuspension[],
  publishing: Publishing,
): PublicService => ({
  id: row.id,
  name: row.name,
  type: { id: row.service_type, name: publishing.nameOfType(row.service_type) },
  place: row.place,
  postcode: row.postcode,
  provider: row.provider_name ?? row.registered_provider,
  commissioned: row.commissioned,
  invented: row.invented,
  cqc: cqcOf(row),
  suspended: suspendedOf(suspensions, publishing),
  closedOn: closedOf(row, publishing.today),
})
