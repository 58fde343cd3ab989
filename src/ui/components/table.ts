import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type Optional, type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** One cell. `format: 'numeric'` aligns numbers. */
export type TableCell = TextOrHtml &
  ElementOptions & {
    readonly format?: 'numeric' | undefined
    readonly colspan?: number | undefined
    readonly rowspan?: number | undefined
  }

/** Options of a table. */
export type TableOptions = ElementOptions & {
  readonly rows: readonly Optional<readonly TableCell[]>[]
  readonly head?: readonly TableCell[] | undefined
  readonly caption?: string | undefined
  readonly captionClasses?: string | undefined
  readonly firstCellIsHeader?: boolean | undefined
}

const spans = (cell: TableCell) => ({
  colspan: cell.colspan || undefined,
  rowspan: cell.rowspan || undefined,
  ...cell.attributes,
})

const columnHeader = (cell: TableCell): Html =>
  html`<th${attributes({
    scope: 'col',
    class: classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes),
    ...spans(cell),
  })}>${textOrHtml(cell)}</th>`

const rowHeader = (cell: TableCell): Html =>
  html`<th${attributes({
    scope: 'row',
    class: classes('govuk-table__header', cell.classes),
    ...spans(cell),
  })}>${textOrHtml(cell)}</th>`

const plainCell = (cell: TableCell): Html =>
  html`<td${attributes({
    class: classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes),
    ...spans(cell),
  })}>${textOrHtml(cell)}</td>`

const row = (
  cells: readonly TableCell[],
  firstIsHeader: boolean | undefined,
): Html => html`<tr class="govuk-table__row">
${cells.map((cell, index) => (index === 0 && firstIsHeader ? rowHeader(cell) : plainCell(cell)))}
</tr>
`

/** Compares facts in rows and columns. Put a wide one into a `scrollRegion`. */
export const table = (options: TableOptions): Html => html`<table${attributes({
  class: classes('govuk-table', options.classes),
  ...options.attributes,
})}>
${
  options.caption &&
  html`<caption class="${classes('govuk-table__caption', options.captionClasses)}">${options.caption}</caption>`
}
${
  options.head &&
  html`<thead class="govuk-table__head"><tr class="govuk-table__row">${options.head.map(columnHeader)}</tr></thead>`
}
<tbody class="govuk-table__body">
${options.rows.map((cells) => cells && row(cells, options.firstCellIsHeader))}
</tbody>
</table>`
