import { basename } from 'node:path'
import { fault } from '../../../../core/kit/problems.ts'
import { rowBuilder } from './row-builder.ts'
import { mostRepeats, type SheetRow, type WantedSheet, widest } from './sheet-row.ts'
import type { Attributes, XmlHandlers } from './tags.ts'
import { parsed } from './xml.ts'
import { openZip } from './zip.ts'

const countIn = (attributes: Attributes, name: string): number => {
  const given = Number(attributes(name) ?? 1)
  return Number.isInteger(given) && given > 0 ? given : 1
}

/** The value that a cell has besides what it shows: a number as shown may be rounded, a day in any order. */
const typedValue = (attributes: Attributes): string | null => {
  const number = attributes('office:value')
  if (number !== undefined) return String(Number(number))
  return attributes('office:date-value') ?? attributes('office:string-value') ?? null
}

const isCell = (name: string): boolean => name === 'table-cell' || name === 'covered-table-cell'

const odsHandlers = (file: string, wanted: WantedSheet, give: (row: SheetRow) => void): XmlHandlers => {
  const cells = rowBuilder(file)
  let sheet: string | null = null
  let row = 0
  let rowCount = 1
  let repeats = 0
  let cellCount = 1
  let typed: string | null = null
  let paragraphs = 0
  let inParagraph = false
  let inNote = false

  const endRow = (name: string): void => {
    const taken = cells.take()
    if (taken.length > 0) {
      repeats += rowCount - 1
      if (repeats > mostRepeats)
        throw fault('file-broken', { file, why: `it repeats its rows more than ${mostRepeats} times` })
      for (let at = 1; at <= rowCount; at += 1) give({ sheet: name, row: row + at, cells: taken })
    }
    row += rowCount
  }
  const openText = (name: string, attributes: Attributes): void => {
    if (name === 'p') {
      if (paragraphs > 0) cells.addText('\n')
      paragraphs += 1
      inParagraph = true
    } else if (name === 's') cells.addText(' '.repeat(Math.min(countIn(attributes, 'text:c'), widest)))
    else if (name === 'tab' || name === 'line-break') cells.addText('\n')
  }
  return {
    open: (name, attributes) => {
      if (name === 'table') {
        const called = attributes('table:name') ?? ''
        sheet = wanted(called) ? called : null
        row = 0
      } else if (sheet === null || inNote) return
      else if (name === 'table-row') rowCount = countIn(attributes, 'table:number-rows-repeated')
      else if (isCell(name)) {
        cellCount = countIn(attributes, 'table:number-columns-repeated')
        typed = typedValue(attributes)
        paragraphs = 0
        cells.beginCell()
      } else if (name === 'annotation') inNote = true
      else openText(name, attributes)
    },
    close: (name) => {
      if (sheet === null) return
      if (name === 'annotation') inNote = false
      else if (inNote) return
      else if (name === 'p') inParagraph = false
      else if (isCell(name)) cells.endCell(cellCount, typed ?? cells.text())
      else if (name === 'table-row') endRow(sheet)
      else if (name === 'table') sheet = null
    },
    text: (given) => {
      // Blanks between tags are the layout of the XML; a note hangs on a cell and is not its text.
      if (inParagraph && !inNote && sheet !== null) cells.addText(given)
    },
  }
}

/** Streams the rows of the wanted sheets of an OpenDocument spreadsheet, but for the blank ones. */
export async function* odsRows(path: string, wanted: WantedSheet): AsyncGenerator<SheetRow> {
  const file = basename(path)
  await using archive = await openZip(path)
  yield* parsed<SheetRow>(archive.part('content.xml'), file, (give) => odsHandlers(file, wanted, give))
}
