/** Rows by COPY in PostgreSQL's binary format: no object a row, no text to read, nothing kept. */
import type pg from 'pg'

/** What node-postgres asks of a query that it did not make itself: @types/pg names only `submit`. */
type Submitted = pg.Submittable & {
  readonly handleCopyData: (message: { readonly chunk: Buffer }) => void
  readonly handleCommandComplete: () => void
  readonly handleReadyForQuery: () => void
  readonly handleError: (error: Error) => void
}

// "PGCOPY", a line end in every form, flags, and the length of nothing: before the first row, in its message.
const headerBytes = 19
const endOfRows = -1

/**
 * Sends a query and hands over each row as it arrives: its bytes, and where its first field begins. The row is gone
 * when the callback returns, so memory stays flat however many come. Returns how many came.
 */
export const copyRows = (
  client: pg.Client,
  query: string,
  onRow: (bytes: Buffer, at: number) => void,
): Promise<number> =>
  new Promise((resolve, reject) => {
    let rows = 0
    let failed: Error | null = null
    const submitted: Submitted = {
      submit: (connection) => connection.query(`copy (${query}) to stdout (format binary)`),
      handleCopyData: ({ chunk }) => {
        const at = rows === 0 && chunk.length >= headerBytes ? headerBytes : 0
        if (chunk.readInt16BE(at) === endOfRows) return
        rows += 1
        onRow(chunk, at + 2)
      },
      handleCommandComplete: () => {},
      handleError: (error) => {
        failed = error
      },
      handleReadyForQuery: () => (failed === null ? resolve(rows) : reject(failed)),
    }
    client.query(submitted)
  })
