import { basename } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise } from 'yauzl'
import { type Fault, fault, isFault } from '../../../../core/kit/problems.ts'
import { limitFor, mostBytes, tooMuch } from '../bytes.ts'

/** The parts of a zip file, which is what ODS and XLSX are. */
export type Archive = AsyncDisposable & {
  readonly has: (name: string) => boolean
  /** Streams one part, unpacked. All parts together may not unpack to more than the limit. */
  readonly part: (name: string) => AsyncGenerator<Buffer>
}

/** A workbook has a few dozen parts. */
const mostParts = 10_000

const asBroken = (error: unknown, file: string): Fault =>
  isFault(error)
    ? error
    : fault('file-broken', { file, why: 'what it holds packed does not unpack; it may have been cut off' })

/** Opens a zip file. Throws a fault where it is cut off, now or while a part is read. */
export const openZip = async (path: string, most = mostBytes): Promise<Archive> => {
  const file = basename(path)
  const parts = new Map<string, Entry>()
  let total = 0
  try {
    const limit = await limitFor(path, most)
    const zip = await openPromise(path, { autoClose: false })
    try {
      if (zip.entryCount > mostParts) throw fault('file-broken', { file, why: 'it holds too many parts' })
      for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry)
    } catch (error) {
      zip.close()
      throw error
    }
    return {
      has: (name) => parts.has(name),
      part: async function* (name) {
        const entry = parts.get(name)
        if (!entry) throw fault('file-broken', { file, why: `it lacks the part ${name} of a workbook` })
        let sum = 0
        try {
          // What it says of itself, before anything is unpacked; below, what comes.
          if (total + entry.uncompressedSize > limit) throw tooMuch(path, limit)
          const bytes: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry)
          for await (const chunk of bytes) {
            total += chunk.length
            if (total > limit) throw tooMuch(path, limit)
            sum = crc32(chunk, sum)
            yield chunk
          }
          if (sum !== entry.crc32)
            throw fault('file-broken', { file, why: 'some of its bytes were changed on their way' })
        } catch (error) {
          throw asBroken(error, file)
        }
      },
      [Symbol.asyncDispose]: async () => zip.close(),
    }
  } catch (error) {
    throw asBroken(error, file)
  }
}
