import { basename } from 'node:path'
import { rowBuilder } from './row-builder.ts'
import type { SheetRow, WantedSheet } from './sheet-row.ts'
import type { XmlHandlers } from './tags.ts'
import { sheetParts } from './xlsx-parts.ts'
import { type SharedStrings, sharedStrings } from './xlsx-strings.ts'
import { parsed } from './xml.ts'
import { openZip } from './zip.ts'

const letters = 26
const beforeA = 64

/** The column of a reference such as `BC7`, from 0. */
const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '')
    column = column * letters + letter.charCodeAt(0) - beforeA
  return column - 1
}

/** A number may stand there as `53.512065000000001` or `4.22E11`; an error such as `#N/A` says nothing. */
const cellValue = (type: string, text: string, texts: SharedStrings): string => {
  if (type === 's') return texts(Number(text))
  if (type === 'e') return ''
  return type === 'n' && text !== '' ? String(Number(text)) : text
}

const xlsxHandlers = (
  file: string,
  sheet: string,
  texts: SharedStrings,
  give: (row: SheetRow) => void,
): XmlHandlers => {
  const cells = rowBuilder(file)
  let row = 0
  let type = 'n'
  let inValue = false
  return {
    open: (name, attributes) => {
      if (name === 'row') row = Number.parseInt(attributes('r') ?? '', 10) || row + 1
      else if (name === 'c') {
        type = attributes('t') ?? 'n'
        const reference = attributes('r')
        if (reference) cells.moveTo(columnOf(reference))
        cells.beginCell()
      } else if (name === 'v' || name === 't') inValue = true
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'c') cells.endCell(1, cellValue(type, cells.text(), texts))
      else if (name === 'row') {
        const taken = cells.take()
        if (taken.length > 0) give({ sheet, row, cells: taken })
      }
    },
    text: (given) => {
      if (inValue) cells.addText(given)
    },
  }
}

/** Streams the rows of the wanted sheets of an Excel workbook, but for the blank ones. */
export async function* xlsxRows(path: string, wanted: WantedSheet): AsyncGenerator<SheetRow> {
  const file = basename(path)
  await using archive = await openZip(path)
  const sheets = (await sheetParts(archive, file)).filter(({ name }) => wanted(name))
  if (sheets.length === 0) return
  const texts = await sharedStrings(archive, file)
  for (const { name, part } of sheets)
    yield* parsed<SheetRow>(archive.part(part), file, (give) => xlsxHandlers(file, name, texts, give))
}
