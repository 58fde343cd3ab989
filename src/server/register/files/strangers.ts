/** What people send in place of a table or records, by how it begins: what it is, and what to do about it. */
type Stranger = { readonly is: (head: Buffer) => boolean; readonly why: string }

const startsWith =
  (...bytes: readonly number[]) =>
  (head: Buffer): boolean =>
    head.subarray(0, bytes.length).equals(Buffer.of(...bytes))

const tab = 9

/** UTF-16 has a mark for each of its two orders. Without one, every other byte of English text is zero. */
const isUtf16 = (head: Buffer): boolean => {
  if (startsWith(0xff, 0xfe)(head) || startsWith(0xfe, 0xff)(head)) return true
  const first = [...head.subarray(0, 8)]
  const everyOther = (from: number): boolean =>
    first.every((byte, at) => (at % 2 === from ? byte === 0 : byte >= tab))
  return first.length > 1 && (everyOther(0) || everyOther(1))
}

const webPage = /^\ufeff?\s*<(?:!doctype\s+html|html|head|body)\b/i

/** Enough to find a zero byte in anything that is no text. */
const lookedAt = 512

const strangers: readonly Stranger[] = [
  {
    is: startsWith(0xd0, 0xcf, 0x11, 0xe0),
    why: 'it is a workbook in the old format of Excel (.xls), or one with a password: save it as ODS, XLSX or CSV, without a password',
  },
  { is: (head) => head.subarray(0, 5).toString() === '%PDF-', why: 'it is a PDF, which holds no table' },
  {
    is: isUtf16,
    why: 'it is text in UTF-16, which spreadsheets call “Unicode text”: save it as “CSV UTF-8”',
  },
  {
    is: (head) => webPage.test(head.subarray(0, lookedAt).toString()),
    why: 'it is a web page, perhaps one that tells of an error: download the file itself',
  },
  { is: (head) => head.subarray(0, lookedAt).includes(0), why: 'it is neither text nor a workbook' },
]

/** Returns why the beginning of a file, which is no zip, shows that it is no text of ours; null where it may be. */
export const strangerIn = (head: Buffer): string | null =>
  strangers.find((stranger) => stranger.is(head))?.why ?? null
