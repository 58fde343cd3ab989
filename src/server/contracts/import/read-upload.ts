import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { dropFiles, keptFile } from '../../platform/files.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { keepSentFiles } from '../../platform/http/sent-files.ts'
import { type FileRows, readFileRows } from './file-rows.ts'

const mostMegabytes = 10
const limits = { files: 1, bytes: mostMegabytes * 1000 * 1000, inWords: `${mostMegabytes} megabytes` }

/** A file as it was sent: its name as the sender has it, without folders, and its rows. */
export type Sent = { readonly file: string; readonly rows: FileRows }

/**
 * Returns the file of a form, or null where none was chosen. It is kept only while it is read: what is kept are its
 * rows. Throws `too-large`, `bad-request`, `file-not-recognised`, `file-broken`.
 */
export const sentFile = async (asked: Asked): Promise<Sent | null> => {
  const under = `contracts/${randomUUID()}`
  try {
    const [sent] = await keepSentFiles(asked, 'file', under, limits)
    if (sent === undefined || (await stat(keptFile(sent.key))).size === 0) return null
    return { file: sent.name, rows: await readFileRows(keptFile(sent.key)) }
  } finally {
    await dropFiles(under)
  }
}
