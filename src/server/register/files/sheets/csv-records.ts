import { type Options, parse } from 'csv-parse'

/**
 * Streams the records of a CSV. Throws the parser's `CsvError`, which quotes the record.
 *
 * The parser is asked for everything that a piece of text held: one by one, as streams give objects, they take longer.
 * And for each record of another length than the first it makes an error with all its contexts, only to drop it where
 * lengths may differ; above CQC's tables stands a title, so that is every record, and ten times as long as the reading.
 * So it is told that whatever it found is what it expected.
 */
export async function* csvRecords(texts: AsyncIterable<string>, options: Options): AsyncGenerator<string[]> {
  const parser = parse({ ...options, relax_column_count: true })
  const { state } = parser as unknown as { readonly state: { readonly record: readonly string[] } }
  Object.defineProperty(state, 'expectedRecordLength', { get: () => state.record.length, set: () => {} })
  // Thrown below; until then nobody waits for it, and it would end the process.
  parser.on('error', () => {})
  for await (const text of texts) {
    parser.write(text)
    if (parser.errored) throw parser.errored
    for (let record = parser.read(); record !== null; record = parser.read()) yield record
  }
  parser.end()
  yield* parser
}
