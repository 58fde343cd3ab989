import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Fault, fault, isFault } from '../../../core/kit/problems.ts'

/** The largest file that we unpack. CQC's largest is just over one; a bomb of a megabyte can hold a thousand. */
const mostGigabytes = 4
export const mostBytes = mostGigabytes * 2 ** 30

const why: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'its permissions do not allow it',
  EISDIR: 'it is a folder',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const asFault = (error: unknown, path: string): Fault => {
  if (isFault(error)) return error
  const file = basename(path)
  const code = codeOf(error)
  if (code.startsWith('Z_'))
    return fault('file-broken', { file, why: 'what it holds packed does not unpack' })
  return fault('file-unreadable', { file, why: why[code] ?? (code || 'the reading failed') })
}

/** Kinds of packed files announce themselves in their first two bytes, whatever the file is called. */
const gzip = Buffer.of(0x1f, 0x8b)
const zip = Buffer.from('PK')

const startsWith = async (path: string, magic: Buffer): Promise<boolean> => {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(magic.length), 0, magic.length, 0)
  return buffer.subarray(0, bytesRead).equals(magic)
}

/** Whether a file is a zip. */
export const isZip = (path: string): Promise<boolean> => startsWith(path, zip)

/** Streams a file's bytes, unpacked where it is a gzip, up to a limit after unpacking. */
export async function* fileBytes(path: string, limit = mostBytes): AsyncGenerator<Buffer> {
  let total = 0
  try {
    const packed = await startsWith(path, gzip)
    const raw = createReadStream(path)
    const bytes: AsyncIterable<Buffer> = packed ? pipeline(raw, createGunzip(), () => {}) : raw
    for await (const chunk of bytes) {
      total += chunk.length
      if (total > limit) throw tooMuch(path, limit)
      yield chunk
    }
  } catch (error) {
    throw asFault(error, path)
  }
}

/** What to say of a file that unpacks to more than the limit. */
export const tooMuch = (path: string, limit: number): Fault =>
  fault('file-broken', {
    file: basename(path),
    why: `it unpacks to more than ${limit.toLocaleString('en-GB')} bytes`,
  })

const headBytes = 256 * 1024

/** Returns the beginning of a file as text, to recognise it by. */
export const headOf = async (path: string): Promise<string> => {
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of fileBytes(path)) {
    chunks.push(chunk)
    total += chunk.length
    if (total >= headBytes) break
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, headBytes))
}
