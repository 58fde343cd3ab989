import { basename } from 'node:path'
import { fileBytes } from './bytes.ts'
import { linesOf } from './lines.ts'
import { type CqcRow, entriesOf, readRecord } from './rows.ts'
import { valuesOf } from './values.ts'

type Parsed = { readonly ok: true; readonly json: unknown } | { readonly ok: false }

/** JSON.parse quotes the text in its errors, and with it names of people: what it says is dropped. */
const parse = (text: string): Parsed => {
  try {
    const json: unknown = JSON.parse(text)
    return { ok: true, json }
  } catch {
    return { ok: false }
  }
}

/** Reads CQC's records from JSON with one record, or one list page, on each line. */
export async function* readLines(path: string): AsyncGenerator<CqcRow> {
  for await (const { row, text } of linesOf(fileBytes(path), basename(path))) {
    if (text === null) {
      yield { row, rejected: 'not text in UTF-8' }
      continue
    }
    const parsed = parse(text)
    if (!parsed.ok) yield { row, rejected: 'not complete JSON' }
    else for (const entry of entriesOf(parsed.json) ?? [parsed.json]) yield { row, ...readRecord(entry) }
  }
}

/** Reads CQC's records from a JSON document: one record, a list of records, or a list page. */
export async function* readDocument(path: string): AsyncGenerator<CqcRow> {
  let row = 0
  for await (const text of valuesOf(fileBytes(path), basename(path))) {
    const parsed = parse(text)
    if (!parsed.ok) {
      row += 1
      yield { row, rejected: 'not complete JSON' }
      continue
    }
    for (const entry of entriesOf(parsed.json) ?? [parsed.json]) {
      row += 1
      yield { row, ...readRecord(entry) }
    }
  }
}
