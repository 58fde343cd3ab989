import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { constants, crc32, createDeflateRaw } from 'node:zlib'

/** Writes zip files for tests: workbooks of any size, whole or broken as a test needs them. */

type Part = { readonly name: string; readonly offset: number; crc: number; packed: number; size: number }

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 }
const localLength = 30
const deflated = 8

/** The fields that a part's two headers share. */
const fieldsOf = ({ name, crc, packed, size }: Part): Buffer => {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(deflated, 4)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packed, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return fields
}

const marked = (mark: number, ...parts: Buffer[]): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(mark)
  return Buffer.concat([bytes, ...parts])
}

const centralOf = (part: Part): Buffer => {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(part.offset, 10)
  const madeBy = Buffer.from([20, 0])
  return marked(signature.central, madeBy, fieldsOf(part), place, Buffer.from(part.name))
}

const endOf = (count: number, size: number, offset: number): Buffer => {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return marked(signature.end, end)
}

/** What a part holds: text, or pieces of it that are made while it is written. */
export type Content = string | Iterable<string>

/** Writes a zip file with these parts, packed piece by piece. */
export const writeZip = async (path: string, contents: Readonly<Record<string, Content>>): Promise<void> => {
  await using file = await open(path, 'w')
  const parts: Part[] = []
  let end = 0
  for (const [name, content] of Object.entries(contents)) {
    const part: Part = { name, offset: end, crc: 0, packed: 0, size: 0 }
    end += localLength + Buffer.byteLength(name)
    const pack = createDeflateRaw({ level: constants.Z_BEST_SPEED })
    const written = (async () => {
      for await (const packed of pack as AsyncIterable<Buffer>) {
        await file.write(packed, 0, packed.length, end)
        end += packed.length
        part.packed += packed.length
      }
    })()
    for (const piece of typeof content === 'string' ? [content] : content) {
      const bytes = Buffer.from(piece)
      part.crc = crc32(bytes, part.crc)
      part.size += bytes.length
      if (!pack.write(bytes)) await once(pack, 'drain')
    }
    pack.end()
    await written
    const header = marked(signature.local, fieldsOf(part), Buffer.from(name))
    await file.write(header, 0, header.length, part.offset)
    parts.push(part)
  }
  const central = Buffer.concat(parts.map(centralOf))
  const tail = Buffer.concat([central, endOf(parts.length, central.length, end)])
  await file.write(tail, 0, tail.length, end)
}
