import { type Day, plusDays } from '../kit/days.ts'

type Dated = { readonly day: Day }

/** A stretch of what happened, the latest first. `through` is the day on which the next one begins; null at the end. */
export type Stretch<Item extends Dated> = { readonly items: readonly Item[]; readonly through: Day | null }

/**
 * Puts the answers of several sources into one order, and cuts it after the day with which there are enough. An answer
 * of `limit` items may have left out others of its last day and before: from that day on the rest is left to the next
 * stretch, so that nothing is passed over.
 */
export const inOneOrder = <Item extends Dated>(
  answers: readonly (readonly Item[])[],
  { limit, enough }: { readonly limit: number; readonly enough: number },
): Stretch<Item> => {
  const all = answers
    .flat()
    .toSorted((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0))
  const cut = answers
    .flatMap((answer) => (answer.length < limit ? [] : (answer.at(-1)?.day ?? [])))
    .toSorted()
    .at(-1)
  const complete = cut === undefined ? all : all.filter(({ day }) => day > cut)
  // A day with more than a whole answer can only be shown as far as it goes.
  if (complete.length === 0 && cut !== undefined)
    return { items: all.filter(({ day }) => day === cut), through: plusDays(cut, -1) }
  const last = complete[enough - 1]?.day
  const items = last === undefined ? complete : complete.filter(({ day }) => day >= last)
  if (last !== undefined && items.length < all.length) return { items, through: plusDays(last, -1) }
  return { items, through: cut ?? null }
}
