import type { Content, Html } from './html.ts'

/** Words of a component: `text` is escaped, `html` is markup of our own and wins where both are given. */
export type TextOrHtml = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
}

/** Returns whichever of the two was given. */
export const textOrHtml = (given: TextOrHtml | undefined): Content => given?.html ?? given?.text

/** An entry of a list that may be left out: `isManager && { text: 'Decide' }`. */
export type Optional<Item> = Item | '' | false | null | undefined
