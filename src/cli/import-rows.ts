/** What the commands have in common that take the rows of a file in: all of them, or with `--keep-good` the good ones. */
import { writeFile } from 'node:fs/promises'
import type { Command, Terminal } from './command.ts'
import type { Given, Wanted } from './options.ts'

/** The options of each of them. */
export const importOptions = {
  preview: 'flag',
  'keep-good': 'flag',
  'to-mend': 'text',
  authority: 'text',
  json: 'flag',
} as const satisfies Wanted['options']

/** What their exit codes mean. */
export const importExits: NonNullable<Command['exits']> = [
  [0, 'taken in, or with --preview: it would be'],
  [1, 'rows are faulty: with --keep-good the others were taken in, else nothing was changed'],
  [2, 'asked wrongly, or the file cannot be used: nothing was changed'],
]

/** Writes the rows to mend to the file of `--to-mend`, where it was given and there are any. */
export const writeToMend = async (given: Given, faulty: number, text: () => string): Promise<void> => {
  const file = given.text('to-mend')
  if (file !== undefined && faulty > 0) await writeFile(file, text())
}

type Came = { readonly report: object; readonly inWords: () => string; readonly faulty: number }

/** Prints what came of a file, for people or with `--json` for programs. Returns the exit code. */
export const printed = (given: Given, terminal: Terminal, { report, inWords, faulty }: Came): number => {
  terminal.out(given.flag('json') ? JSON.stringify(report, null, 2) : inWords())
  return faulty === 0 ? 0 : 1
}
