import { fault } from '../../../../core/kit/problems.ts'
import type { XmlHandlers } from './tags.ts'
import { parsed } from './xml.ts'
import type { Archive } from './zip.ts'

/** A sheet of a workbook: its name, and the part of the archive that holds its rows. */
export type SheetPart = { readonly name: string; readonly part: string }

const nothing = (): void => {}

/** The part that each relation of the workbook leads to, by the relation's id. */
const relatedParts = async (archive: Archive, file: string): Promise<ReadonlyMap<string, string>> => {
  const handlers = (give: (relation: readonly [id: string, part: string]) => void): XmlHandlers => ({
    open: (name, attributes) => {
      const target = attributes('Target') ?? ''
      if (name === 'Relationship')
        give([attributes('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`])
    },
    close: nothing,
    text: nothing,
  })
  const parts = new Map<string, string>()
  for await (const [id, part] of parsed(archive.part('xl/_rels/workbook.xml.rels'), file, handlers))
    parts.set(id, part)
  return parts
}

/** Returns the sheets of a workbook in their order. */
export const sheetParts = async (archive: Archive, file: string): Promise<readonly SheetPart[]> => {
  const parts = await relatedParts(archive, file)
  const handlers = (give: (sheet: SheetPart) => void): XmlHandlers => ({
    open: (name, attributes) => {
      if (name === 'sheet')
        give({ name: attributes('name') ?? '', part: parts.get(attributes('r:id') ?? '') ?? '' })
      // Old ones of the Mac count days from 1904. CQC has none, and four years' difference would pass unseen.
      if (name === 'workbookPr' && ['1', 'true'].includes(attributes('date1904') ?? ''))
        throw fault('file-broken', { file, why: 'its dates count from 1904, which no file of CQC does' })
    },
    close: nothing,
    text: nothing,
  })
  const sheets: SheetPart[] = []
  for await (const sheet of parsed(archive.part('xl/workbook.xml'), file, handlers)) sheets.push(sheet)
  return sheets
}
