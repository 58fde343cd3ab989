import type { Command } from '../../src/cli/command.ts'

export type Ran = { readonly exit: number; readonly out: string; readonly said: readonly string[] }

/** Runs a command with the words given and returns what it wrote. */
export const run = async (command: Command, ...words: readonly string[]): Promise<Ran> => {
  const [out, said]: [string[], string[]] = [[], []]
  const exit = await command.run(words, {
    out: (text) => void out.push(text),
    say: (text) => void said.push(text),
  })
  return { exit, out: out.join('\n'), said }
}
