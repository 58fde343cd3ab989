/** What of a password is worth little, because guessing begins there: common words, rows of keys, repetition, years. */

const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  '!"£$%^&*()',
  '!@#$%^&*()',
  'azertyuiop',
  'qwertzuiop',
]
const walks = rows.flatMap((row) => [row, [...row].reverse().join('')])
const shortestWalk = 4
const shortestSeries = 3
const shortestWord = 4
const longestWord = 30

/** Digits and signs that stand for letters: p4ssw0rd is password. */
const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const undisguised = (text: string): string => [...text].map((letter) => disguises[letter] ?? letter).join('')

const seriesAt = (text: string, at: number): number => {
  const step = text.charCodeAt(at + 1) - text.charCodeAt(at)
  if (![-1, 0, 1].includes(step)) return 0
  let end = at + 1
  while (end < text.length && text.charCodeAt(end) - text.charCodeAt(end - 1) === step) end += 1
  return end - at >= shortestSeries ? end - at : 0
}

const walkAt = (text: string, at: number): number => {
  let length = 0
  while (walks.some((walk) => walk.includes(text.slice(at, at + length + 1))) && at + length < text.length)
    length += 1
  return length >= shortestWalk ? length : 0
}

const yearAt = (text: string, at: number): number => (/^(?:19|20)\d\d(?!\d)/.test(text.slice(at)) ? 4 : 0)

const wordAt = (text: string, at: number, common: ReadonlySet<string>): string | null => {
  for (let length = Math.min(longestWord, text.length - at); length >= shortestWord; length -= 1) {
    const piece = text.slice(at, at + length)
    if (common.has(piece) || common.has(undisguised(piece))) return undisguised(piece)
  }
  return null
}

/** Returns the part that is repeated until the end, or the whole text. */
const withoutRepetition = (text: string): string => {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const part = text.slice(0, length)
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return part
  }
  return text
}

/**
 * Returns how much of a password is left to guess, in letters: each different common word counts as four, however long;
 * series, rows of keys, years and repetition count nothing; every other letter counts one.
 */
export const lettersToGuess = (password: string, common: ReadonlySet<string>): number => {
  const text = withoutRepetition(password.normalize('NFKC').toLowerCase())
  const words = new Set<string>()
  let others = 0
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at, common)
    const worthless = Math.max(seriesAt(text, at), walkAt(text, at), yearAt(text, at))
    if (worthless >= Math.max(1, word?.length ?? 0)) at += worthless
    else if (word !== null) {
      words.add(word)
      at += word.length
    } else {
      others += 1
      at += 1
    }
  }
  return words.size * shortestWord + others
}
