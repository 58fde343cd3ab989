import { odsCell, odsRow, writeOds } from '../test/register/write-sheets.ts'

/** The headings of CQC's latest ratings. */
const headings = [
  ...['Location ID', 'Location ODS Code', 'Location Name', 'Care Home?', 'Location Type'],
  ...['Location Primary Inspection Category', 'Location Street Address', 'Location Address Line 2'],
  ...['Location City', 'Location Post Code', 'Location Local Authority', 'Location Region'],
  ...['Location NHS Region', 'Location ONSPD CCG Code', 'Location ONSPD CCG'],
  ...['Location Commissioning CCG Code', 'Location Commissioning CCG Name', 'Service / Population Group'],
  ...['Domain', 'Latest Rating', 'Publication Date', 'Report Type', 'Inherited Rating (Y/N)', 'URL'],
  ...['Provider ID', 'Provider Name', 'Brand ID', 'Brand Name'],
]

const domains = ['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led', 'Overall']

/** An invented location's row for one domain. Cells name a style, as those of CQC's file do. */
const rowOf = (index: number): string => {
  const number = Math.floor(index / domains.length)
  const id = `1-${10_000_000_000 + number}`
  const cells = [
    ...[id, `VN${number}`, `Invented House ${number}`, 'Y', 'Social Care Org', 'Residential social care'],
    ...[
      `${number} Invented Street`,
      'Nowhere',
      'Sometown',
      'ZZ1 1ZZ',
      'Eastmarch',
      'North West',
      'North West',
    ],
    ...[
      'E38000000',
      'NHS Sometown CCG',
      '00X',
      'NHS Somewhere',
      'Overall',
      domains[index % domains.length] ?? '',
    ],
    ...['Good', '2022-06-09', 'Location', 'N', `https://www.cqc.org.uk/location/${id}`],
    ...[`1-${20_000_000_000 + (number % 30_000)}`, `Invented Care ${number % 30_000} Limited`, '-', '-'],
  ]
  const styled = cells
    .map(odsCell)
    .map((cell) => cell.replace('<table:table-cell', '<table:table-cell table:style-name="ce12"'))
  return `<table:table-row table:style-name="ro1">${styled.join('')}<table:table-cell table:number-columns-repeated="16356"/></table:table-row>`
}

/** Writes a file of latest ratings with so many rows, and returns how much XML that was, in bytes. */
export const writeLatestRatings = async (path: string, count: number): Promise<number> => {
  let bytes = 0
  const pieces = function* (): Generator<string> {
    yield `<table:table table:name="Locations">${odsRow(headings)}`
    for (let from = 0; from < count; from += 100) {
      const rows = Array.from({ length: Math.min(100, count - from) }, (_, at) => rowOf(from + at)).join('')
      bytes += rows.length
      yield rows
    }
    yield '<table:table-row table:number-rows-repeated="720000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
  }
  await writeOds(path, pieces())
  return bytes
}
