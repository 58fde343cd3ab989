/**
 * What a password must be: long, not one that guessing begins with, and not made of names that stand beside it. No
 * letters, digits or signs are asked for. Sources: OWASP ASVS 5.0, 6.2; NCSC, three random words.
 */
import { lettersToGuess } from './weak-pieces.ts'

const shortest = 15
const longest = 200
const wordsThatDo = 3
const lettersOfWord = 4
/** As much as three common words. */
const fewestToGuess = wordsThatDo * lettersOfWord

/** What is known beside the password: names that guessing would try first. */
export type Beside = { readonly common: ReadonlySet<string>; readonly names: readonly string[] }

/** Words of councils that say nothing of the one. */
const ordinary = new Set([
  'council',
  'borough',
  'county',
  'city',
  'district',
  'metropolitan',
  'royal',
  'http',
  'mail',
])

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= lettersOfWord)

const nameIn = (password: string, names: readonly string[]): string | undefined => {
  const text = password.normalize('NFKC').toLowerCase()
  return names.flatMap(wordsOf).find((name) => !ordinary.has(name) && text.includes(name))
}

/** Three different words with something between them may be a letter short of the shortest. */
const isWords = (password: string): boolean => new Set(wordsOf(password)).size >= wordsThatDo

/** Returns what is wrong with a new password, as an error message, or null where it will do. */
export const wrongWith = (password: string, { common, names }: Beside): string | null => {
  if (password === '') return 'Enter a password'
  const letters = [...password].length
  if (letters < shortest && !isWords(password))
    return `Use at least ${shortest} characters. Three random words are easy to remember, such as a thing, a place and an animal`
  if (letters > longest) return `Use at most ${longest} characters`
  const name = nameIn(password, names)
  if (name !== undefined) return `Leave out “${name}”: names that others know are tried first`
  if (lettersToGuess(password, common) < fewestToGuess)
    return 'This is too easy to guess: it is made of common passwords, rows of keys, years or repetition. Use three random words instead'
  return null
}

/** What a page says beside the field, before anything is wrong. */
export const passwordHint = `At least ${shortest} characters. Three random words do well. No capitals, digits or signs are needed. You can paste it.`
