import type { Day } from '../../core/kit/days.ts'
import type { Permission } from '../../core/people/permissions.ts'

/** One thing that happened to a service, on its day. */
export type Happening = {
  readonly day: Day
  readonly title: string
  readonly text: string | null
  /** Where it is shown whole; null where nowhere. */
  readonly href: string | null
}

/** What is asked of a source: the latest of one service up to a day, as they were known at the end of `asAt`. */
export type Wanted = {
  readonly service: { readonly id: string; readonly authority: string; readonly location: string | null }
  readonly through: Day
  readonly asAt: Day | null
  readonly limit: number
}

/** One kind of thing that happens, with the permission to see it. It answers with the latest first. */
export type Source = {
  /** In a sentence: "shows" CQC’s ratings. */
  readonly name: string
  readonly permission: Permission
  readonly happened: (wanted: Wanted) => Promise<readonly Happening[]>
}
