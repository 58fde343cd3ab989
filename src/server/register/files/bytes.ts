import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Fault, fault, isFault } from '../../../core/kit/problems.ts'

/** The largest file that we unpack. CQC's largest is just over one. */
const mostGigabytes = 3
export const mostBytes = mostGigabytes * 2 ** 30

/** CQC's files unpack to some sixty times their size; a bomb to a thousand times. Small ones may be mostly blank. */
const mostTimes = 200
const freeBytes = 64 * 2 ** 20

/** Returns how much a file may unpack to. Throws a fault where it is no file: of a pipe nothing can be read twice. */
export const limitFor = async (path: string, limit: number): Promise<number> => {
  const found = await stat(path)
  if (found.isFile()) return Math.min(limit, Math.max(freeBytes, mostTimes * found.size))
  const why = found.isDirectory() ? 'it is a folder' : 'it is a pipe or a device: save it as a file first'
  throw fault('file-unreadable', { file: basename(path), why })
}

const why: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'its permissions do not allow it',
  ENOTDIR: 'a part of its address is no folder',
  ENAMETOOLONG: 'its name is too long',
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
export async function* fileBytes(path: string, most = mostBytes): AsyncGenerator<Buffer> {
  let total = 0
  try {
    const limit = await limitFor(path, most)
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

/** Returns the beginning of a file, unpacked where it is a gzip, to recognise it by. */
export const headOf = async (path: string): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of fileBytes(path)) {
    chunks.push(chunk)
    total += chunk.length
    if (total >= headBytes) break
  }
  return Buffer.concat(chunks).subarray(0, headBytes)
}
