import { diffPacks } from '../core/policy/diff.ts'
import { readPackFiles } from '../server/platform/packs.ts'
import type { Command } from './command.ts'
import { inOneLine, readOptions } from './options.ts'

/** Says in words how one pack differs from another. */
export const packDiff: Command = {
  name: 'pack diff',
  summary: 'Says in words what changed from one pack to another.',
  usage: 'BEFORE AFTER',
  examples: [['./plumbline pack diff packs/wirral-2022 packs/wirral-2023', 'one line for each difference']],
  run: async (words, terminal) => {
    const given = readOptions(words, { options: {}, words: ['BEFORE', 'AFTER'] })
    for (const each of given.faults) terminal.say(inOneLine(each))
    const [before, after] = given.words
    if (given.faults.length > 0 || before === undefined || after === undefined) return 2
    const differences = diffPacks(await readPackFiles(before), await readPackFiles(after))
    for (const each of differences) terminal.out(each)
    if (differences.length === 0) terminal.say('They say the same.')
    return 0
  },
}
