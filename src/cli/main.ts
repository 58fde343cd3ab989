import { isFault } from '../core/kit/problems.ts'
import type { Command, Terminal } from './command.ts'
import { commands } from './commands.ts'

const terminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  say: (text) => void process.stderr.write(`${text}\n`),
}

// Whoever reads may have seen enough, as `| head` has: the rest is then for nobody, and no fault.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (!('code' in error && error.code === 'EPIPE')) throw error
  })

const widest = Math.max(...commands.map(({ name }) => name.length))

const lines = (listed: readonly Command[]): string =>
  listed.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`).join('\n')

const examplesOf = (listed: readonly Command[]): string =>
  listed.flatMap(({ examples }) => examples.map(([line, does]) => `  ${line}\n      ${does}`)).join('\n')

/** Returns the help for every command. */
export const help = (): string => `Plumbline: provider quality assurance and contract monitoring.

Use: ./plumbline COMMAND [OPTIONS]

${lines(commands)}

Examples:
${examplesOf(commands)}

${exitsOf(commonExits)}

More on one command: ./plumbline COMMAND --help`

/** What every command means by its exit code, unless it says more. */
const commonExits: NonNullable<Command['exits']> = [
  [0, 'done'],
  [1, 'what it looked at has faults, or something went wrong'],
  [2, 'asked wrongly, or given what it cannot use: nothing was changed'],
]

const exitsOf = (exits: NonNullable<Command['exits']>): string =>
  `Exit codes:\n${exits.map(([code, means]) => `  ${code}  ${means}`).join('\n')}`

const helpOf = (command: Command): string => `${command.summary}

Use: ./plumbline ${command.name} ${command.usage}

${examplesOf([command])}

${exitsOf(command.exits ?? commonExits)}`

/** The commands that begin with one word: `pack` alone. None where the word is a command itself. */
const groupOf = ([word]: readonly string[]): readonly Command[] =>
  commands.filter(({ name }) => name.startsWith(`${word} `))

const helpOfGroup = (group: readonly Command[]): string => `${lines(group)}

Examples:
${examplesOf(group)}

More on one: ./plumbline COMMAND --help`

const find = (words: readonly string[]): Command | undefined =>
  commands
    .filter(({ name }) => name.split(' ').every((word, index) => words[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0]

/** Runs the command that the words name. Returns the exit code. */
export const main = async (words: readonly string[], to: Terminal = terminal): Promise<number> => {
  const command = find(words)
  if (!command) {
    const group = groupOf(words)
    const [asks, said] = group.length > 0 ? [words.slice(1), helpOfGroup(group)] : ([words, help()] as const)
    const asked = asks.length === 0 || ['help', '--help', '-h'].includes(asks[0] ?? '')
    if (asked) to.out(said)
    else to.say(`There is no command "${words.join(' ')}".\n\n${said}`)
    return asked ? 0 : 2
  }
  const rest = words.slice(command.name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) {
    to.out(helpOf(command))
    return 0
  }
  try {
    return await command.run(rest, to)
  } catch (error) {
    if (!isFault(error)) throw error
    to.say(
      `${error.problem.where ? `${error.problem.where}: ` : ''}${error.problem.says}\n${error.problem.next}`,
    )
    return error.problem.exit
  }
}
