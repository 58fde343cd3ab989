import { basename, resolve } from 'node:path'
import { checkPack } from '../core/ratings/check-pack.ts'
import { hashOf, readPackFiles } from '../server/platform/packs.ts'
import type { Command } from './command.ts'
import { inFolder, inOneLine, readOptions } from './options.ts'

/** Checks a pack: each fault with its file, its line and the remedy. */
export const packCheck: Command = {
  name: 'pack check',
  summary: "Checks a council's pack, and runs its worked cases.",
  usage: 'DIR',
  examples: [['./plumbline pack check packs/wirral-2022', 'lists every fault with file, line and remedy']],
  run: async (words, terminal) => {
    const given = readOptions(words, { options: {}, words: ['DIR'] })
    for (const each of given.faults) terminal.say(inOneLine(each))
    const [folder] = given.words
    if (given.faults.length > 0 || folder === undefined) return 2
    const files = await readPackFiles(folder)
    const faults = checkPack(files, hashOf(files), basename(resolve(folder)))
    for (const each of faults) terminal.out(inOneLine(inFolder(folder, each)))
    terminal.say(
      faults.length === 0
        ? `${folder} is in order.`
        : `Faults: ${faults.length}. Mend them and check again: some faults show only when others are gone.`,
    )
    return faults.length === 0 ? 0 : 1
  },
}
