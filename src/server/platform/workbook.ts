import writeWorkbook from 'write-excel-file/node'

/** Returns rows of texts as an Excel workbook of one sheet, the first row as its headings. A text is never a formula. */
export const workbookOf = async (rows: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> => {
  const cells = rows.map((row, index) =>
    row.map((value) => ({ value, type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) })),
  )
  return new Uint8Array(await writeWorkbook(cells, { stickyRowsCount: 1 }).toBuffer())
}
