import { casesOf } from '../core/ratings/check-pack.ts'
import { loadPack } from '../server/platform/packs.ts'
import type { Command } from './command.ts'
import { inFolder, inOneLine, readOptions } from './options.ts'
import { packInWords } from './pack-in-words/pack.ts'

/** Shows what a pack says. */
export const packShow: Command = {
  name: 'pack show',
  summary: 'Shows all that a pack says, in words or as JSON.',
  usage: 'DIR [--json]',
  examples: [
    ['./plumbline pack show packs/wirral-2022', 'everything in words: rows, rule, monitoring, assumptions'],
    ['./plumbline pack show packs/wirral-2022 --json', 'the same for programs, with each worked case whole'],
  ],
  run: async (words, terminal) => {
    const given = readOptions(words, { options: { json: 'flag' }, words: ['DIR'] })
    for (const each of given.faults) terminal.say(inOneLine(each))
    const [folder] = given.words
    if (given.faults.length > 0 || folder === undefined) return 2
    const pack = await loadPack(folder)
    if (!pack.ok) {
      for (const each of pack.faults) terminal.say(inOneLine(inFolder(folder, each)))
      return 1
    }
    const { reference, documents } = pack.policy
    const cases = casesOf(pack.files)
    terminal.out(
      given.flag('json')
        ? JSON.stringify({ ...reference, ...documents, cases }, null, 2)
        : packInWords(
            pack.policy,
            cases.map((each) => each.case.name),
          ),
    )
    return 0
  },
}
