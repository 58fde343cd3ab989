import { type Content, writeZip } from './write-zip.ts'

/** Writes workbooks for tests. A sheet is its name and rows of texts; a day as YYYY-MM-DD becomes a typed cell. */
export type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)

const shown = (day: string): string => day.split('-').reverse().join('/')

/** One cell of an ODS, as LibreOffice writes it. */
export const odsCell = (text: string): string => {
  if (text === '') return '<table:table-cell/>'
  return isDay(text)
    ? `<table:table-cell office:value-type="date" office:date-value="${text}"><text:p>${shown(text)}</text:p></table:table-cell>`
    : `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`
}

/** One row of an ODS. */
export const odsRow = (cells: readonly string[]): string =>
  `<table:table-row>${cells.map(odsCell).join('')}</table:table-row>`

/** The whole of an ODS from the XML of its tables. */
export const writeOds = (path: string, tables: Content): Promise<void> => {
  const spaces = ['office', 'table', 'text'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ')
  const pieces = function* (): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:body><office:spreadsheet>`
    yield* typeof tables === 'string' ? [tables] : tables
    yield '</office:spreadsheet></office:body></office:document-content>'
  }
  return writeZip(path, {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': pieces(),
  })
}

/** The XML of one table of an ODS. */
export const odsTable = (name: string, rows: string): string =>
  `<table:table table:name="${name}">${rows}</table:table>`

/** Writes an ODS with these sheets. */
export const writeOdsSheets = (path: string, sheets: Sheets): Promise<void> =>
  writeOds(
    path,
    Object.entries(sheets)
      .map(([name, rows]) => odsTable(name, rows.map(odsRow).join('')))
      .join(''),
  )

const letters = 26
const columnName = (index: number): string =>
  (index >= letters ? columnName(Math.floor(index / letters) - 1) : '') +
  String.fromCharCode('A'.charCodeAt(0) + (index % letters))

const daysFrom1900 = (day: string): number => (Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000

/** Writes an Excel workbook with these sheets: texts are shared, days are numbers, as Excel writes them. */
export const writeXlsxSheets = (path: string, sheets: Sheets): Promise<void> => {
  const texts = new Map<string, number>()
  const shared = (text: string): number => {
    const index = texts.get(text) ?? texts.size
    texts.set(text, index)
    return index
  }
  const cell = (text: string, reference: string): string => {
    if (text === '') return ''
    return isDay(text)
      ? `<c r="${reference}" s="1"><v>${daysFrom1900(text)}</v></c>`
      : `<c r="${reference}" t="s"><v>${shared(text)}</v></c>`
  }
  const row = (cells: readonly string[], number: number): string =>
    `<row r="${number}">${cells.map((text, at) => cell(text, `${columnName(at)}${number}`)).join('')}</row>`
  const entries = Object.entries(sheets)
  const parts = entries.map(
    ([, rows]) =>
      `<worksheet><sheetData>${rows.map((cells, at) => row(cells, at + 1)).join('')}</sheetData></worksheet>`,
  )
  const listed = entries.map(
    ([name], at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const related = entries.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return writeZip(path, {
    'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
    ...Object.fromEntries(parts.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
    'xl/sharedStrings.xml': `<sst>${[...texts.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  })
}
