import type { TableCell } from './components/table.ts'
import { type Html, html } from './html.ts'

/** Options of a column's head that sorts. `direction` is how the list is sorted by it now, if it is. */
export type SortHeaderOptions = {
  readonly text: string
  readonly href: string
  readonly direction?: 'ascending' | 'descending' | undefined
  readonly format?: 'numeric' | undefined
}

const arrow = (direction: 'ascending' | 'descending'): Html =>
  html`<span class="plumbline-table__sort-arrow" aria-hidden="true">${direction === 'ascending' ? '▲' : '▼'}</span>`

/** A cell for the head of a table: a link to the same list sorted by this column. */
export const sortHeader = ({ text, href, direction, format }: SortHeaderOptions): TableCell => ({
  html: html`<a class="plumbline-table__sort" href="${href}">${text}${direction && arrow(direction)}</a>`,
  attributes: { 'aria-sort': direction },
  format,
})
