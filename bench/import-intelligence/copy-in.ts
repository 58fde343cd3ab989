/** Rows out of a table and into it by COPY: the least that writing them can cost. */
import type pg from 'pg'
import { copyRows } from '../rating/copy.ts'

type Connection = pg.Connection & {
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
}

/** What node-postgres asks of a query that it did not make itself. */
type Submitted = pg.Submittable & {
  readonly handleCopyInResponse: (connection: Connection) => void
  readonly handleCommandComplete: () => void
  readonly handleReadyForQuery: () => void
  readonly handleError: (error: Error) => void
}

/** Returns all rows of a table in PostgreSQL’s binary format, as COPY gives them. */
export const copyOut = async (client: pg.Client, table: string): Promise<Buffer> => {
  const chunks: Buffer[] = []
  await copyRows(client, `select * from ${table}`, (bytes) => void chunks.push(Buffer.from(bytes)))
  const end = Buffer.alloc(2)
  end.writeInt16BE(-1)
  return Buffer.concat([...chunks, end])
}

/** Writes rows into a table that `copyOut` gave. */
export const copyIn = (client: pg.Client, table: string, rows: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    let failed: Error | null = null
    const submitted: Submitted = {
      submit: (connection) => connection.query(`copy ${table} from stdin (format binary)`),
      handleCopyInResponse: (connection) => {
        connection.sendCopyFromChunk(rows)
        connection.endCopyFrom()
      },
      handleCommandComplete: () => {},
      handleError: (error) => {
        failed = error
      },
      handleReadyForQuery: () => (failed === null ? resolve() : reject(failed)),
    }
    client.query(submitted)
  })
