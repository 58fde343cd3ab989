const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const bitsOfByte = 8
const bitsOfLetter = 5

/** Returns bytes as letters and digits of RFC 4648, without padding: how authenticator apps take a secret. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(bitsOfByte, '0')).join('')
  const groups = bits.match(new RegExp(`.{1,${bitsOfLetter}}`, 'g')) ?? []
  return groups.map((group) => letters[Number.parseInt(group.padEnd(bitsOfLetter, '0'), 2)]).join('')
}

/** Returns a text in groups of four, as people read it aloud. */
export const inFours = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? ''
