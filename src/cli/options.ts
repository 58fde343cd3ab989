import { parseArgs } from 'node:util'
import { adviceFor } from '../core/kit/door.ts'
import { type Problem, problem } from '../core/kit/problems.ts'

/** What a command takes: options by name, and how many words besides. */
export type Wanted = {
  readonly options: Readonly<Record<string, 'text' | 'flag'>>
  /** What each word without dashes is, in order: `DIR`. All must be there. */
  readonly words?: readonly string[]
  /** Whether any number of words may stand there, such as names of files. */
  readonly anyWords?: boolean
}

export type Given = {
  /** Texts of the options that were given. */
  readonly text: (name: string) => string | undefined
  readonly flag: (name: string) => boolean
  readonly words: readonly string[]
  readonly faults: readonly Problem[]
}

const wrong = (where: string, says: string, next: string): Problem =>
  problem('option-wrong', { says, next }, where)

/** Returns an option that a command cannot do without as a fault, where it was not given. */
export const missing = (given: Given, name: string, what: string): readonly Problem[] =>
  given.text(name) === undefined ? [wrong(`--${name}`, 'It is missing.', `Add --${name} ${what}.`)] : []

/** Returns what was typed after a command's name, with everything that the command does not know as faults. */
export const readOptions = (typed: readonly string[], wanted: Wanted): Given => {
  const { tokens } = parseArgs({
    args: [...typed],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(wanted.options).map(([name, kind]) => [
        name,
        { type: kind === 'text' ? 'string' : 'boolean' },
      ]),
    ),
  })
  const texts = new Map<string, string>()
  const flags = new Set<string>()
  const words: string[] = []
  const faults: Problem[] = []
  const known = Object.keys(wanted.options).map((name) => `--${name}`)
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const kind = wanted.options[token.name]
    if (kind === undefined)
      faults.push(wrong(token.rawName, 'There is no such option.', adviceFor(token.rawName, known)))
    else if (kind === 'flag') flags.add(token.name)
    else if (!token.value || (!token.inlineValue && token.value.startsWith('--')))
      faults.push(
        wrong(token.rawName, 'Nothing follows it.', `Write what it should be after ${token.rawName}.`),
      )
    else texts.set(token.name, token.value)
  }
  const places = wanted.anyWords ? words : (wanted.words ?? [])
  for (const word of words.slice(places.length))
    faults.push(
      wrong(word, 'This word has no place here.', 'Take it out, or put it in quotes with its option.'),
    )
  for (const place of places.slice(words.length)) faults.push(wrong(place, 'It is missing.', `Add ${place}.`))
  return { text: (name) => texts.get(name), flag: (name) => flags.has(name), words, faults }
}

/** Returns a problem as one line: where, what, and what to do. */
export const inOneLine = ({ where, says, next }: Problem): string =>
  `${where === undefined ? '' : `${where}: `}${says} ${next}`.replace(/\s+/g, ' ').trim()

/** Returns a fault of a pack's file with the folder before the file. */
export const inFolder = (folder: string, fault: Problem): Problem => ({
  ...fault,
  where: `${folder.replace(/\/+$/, '')}/${fault.where ?? ''}`,
})
