const atOnce = 8192

/** Returns bytes as a text of one letter a byte, to look for words in. */
export const lettersOf = (bytes: Uint8Array): string => {
  let letters = ''
  for (let from = 0; from < bytes.length; from += atOnce)
    letters += String.fromCharCode(...bytes.subarray(from, from + atOnce))
  return letters
}

/** Whether bytes begin with some others, from a place on. */
export const beginsWith = (bytes: Uint8Array, beginning: readonly number[], from = 0): boolean =>
  beginning.every((byte, index) => bytes[from + index] === byte)

/** Returns a number of so many bytes, the smallest first, as zip files have them. */
export const numberAt = (bytes: Uint8Array, at: number, length: 2 | 4): number =>
  Array.from({ length }, (_, index) => (bytes[at + index] ?? 0) * 256 ** index).reduce((a, b) => a + b, 0)
