import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fault } from '../../../core/kit/problems.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { type FileRows, readFileRows } from './file-rows.ts'

const mostMegabytes = 10
const most = mostMegabytes * 1000 * 1000
const tooLarge = () => fault('too-large', { limit: `${mostMegabytes} megabytes` })

/** Passes bytes on and counts them: what a sender says of the length is believed by nobody. */
const counted = (bytes: ReadableStream<Uint8Array>, onTooMany: () => void): ReadableStream<Uint8Array> => {
  let length = 0
  return bytes.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        length += chunk.length
        if (length <= most) return controller.enqueue(chunk)
        onTooMany()
        controller.error(tooLarge())
      },
    }),
  )
}

/** Reads a form that carries a file, and stops as soon as it is too large. */
const formOf = async ({ context }: Asked): Promise<FormData> => {
  const { body, headers } = context.req.raw
  if (Number(headers.get('content-length') ?? 0) > most) throw tooLarge()
  const type = headers.get('content-type') ?? ''
  if (body === null || !type.startsWith('multipart/form-data')) return new FormData()
  let over = false
  const stream = counted(body, () => {
    over = true
  })
  try {
    return await new Response(stream, { headers: { 'content-type': type } }).formData()
  } catch {
    throw over ? tooLarge() : fault('bad-request', { what: 'The form did not arrive whole.' })
  }
}

/** A file as it was sent: its name as the sender has it, without folders, and its rows. */
export type Sent = { readonly file: string; readonly rows: FileRows }

/** Returns the file of a form, or null where none was chosen. Throws `too-large`, `file-not-recognised`, `file-broken`. */
export const sentFile = async (asked: Asked): Promise<Sent | null> => {
  const given = (await formOf(asked)).get('file')
  if (!(given instanceof File) || given.size === 0) return null
  const file = basename(given.name.replaceAll('\\', '/')).slice(0, 100) || 'file'
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-contracts-'))
  try {
    // Readers of workbooks need a file on disk. Its name there is ours: the sender's may be anything.
    const path = join(folder, 'sent')
    await writeFile(path, Buffer.from(await given.arrayBuffer()))
    return { file, rows: await readFileRows(path) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
