/** What one command of `./plumbline` is: a file a command in this folder, listed in `commands.ts`. */
export type Command = {
  /** What is typed: `rate`, `pack check`, `import cqc`. */
  readonly name: string
  /** One line, for `./plumbline --help`. */
  readonly summary: string
  /** What follows the name, for its own help: `--pack DIR --facts FILE [--as-at DAY] [--json]`. */
  readonly usage: string
  /** Whole command lines that work, each with a word on what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[]
  /** What its exit codes mean, where they mean more than for every command. */
  readonly exits?: readonly (readonly [code: number, means: string])[]
  /** Runs it. Returns the exit code: 0 done, 1 it found faults in what it was asked to check, 2 it was asked wrongly. */
  readonly run: (words: readonly string[], terminal: Terminal) => Promise<number>
}

/** Where a command writes. `out` is the result; `say` is for the person watching and goes to stderr. */
export type Terminal = {
  readonly out: (text: string) => void
  readonly say: (text: string) => void
}
