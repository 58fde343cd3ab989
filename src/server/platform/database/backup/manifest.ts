/** What a backup is: a folder with one file a table, the kept files, and this list of them all. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fault } from '../../../../core/kit/problems.ts'

/** The name of the list in the folder. It is written last: a folder without it is no backup. */
export const manifestName = 'backup.json'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
// A path inside the folder: what is restored is written to the same place below the data folder.
const path = z.string().regex(/^(?!.*\.\.)[^/\\][^\\]*$/)

const manifest = z.strictObject({
  format: z.literal(1),
  takenAt: z.string(),
  /** The migrations that the database had seen. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z_]+(\.[a-z_]+)?$/),
      columns: z.array(z.string()),
      rows: z.int(),
      file: path,
      sha256: digest,
    }),
  ),
  /** The last number that each column of running numbers gave. */
  sequences: z.array(z.strictObject({ table: z.string(), column: z.string(), last: z.int() })),
  files: z.array(z.strictObject({ file: path, sha256: digest })),
})

export type Manifest = z.output<typeof manifest>

/** Returns the SHA-256 of a file, as `sha256sum` prints it. */
export const digestOfFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece)
  return hash.digest('hex')
}

const unreadable = (folder: string, why: string) => fault('backup-unreadable', { folder, why })

/**
 * Reads the list of a backup, and every file of it once: each must be what it was when the backup was taken.
 * Throws `backup-unreadable` with what is missing or was altered.
 */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null)
  if (text === null) throw unreadable(folder, `it has no file ${manifestName}`)
  const read = manifest.safeParse(jsonOf(text))
  if (!read.success) throw unreadable(folder, `${manifestName} is not a list of a backup of this kind`)
  for (const { file, sha256 } of [...read.data.tables, ...read.data.files]) {
    const found = await digestOfFile(join(folder, file)).catch(() => null)
    if (found === null) throw unreadable(folder, `the file ${file} is missing`)
    if (found !== sha256) throw unreadable(folder, `the file ${file} is not what it was when it was written`)
  }
  return read.data
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
