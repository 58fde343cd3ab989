import { dayInWords } from '../core/kit/words.ts'
import type { Policy } from '../core/policy/policy.ts'
import { casesOf } from '../core/ratings/check-pack.ts'
import { loadPack } from '../server/platform/packs.ts'
import type { Command } from './command.ts'
import { inFolder, inOneLine, readOptions } from './options.ts'

const row = ({ name, tolerances }: Policy['rating']['criteria'][number]): string =>
  `  ${name}\n    ${tolerances.map(({ band, text }) => `${band.name}: ${text}`).join('   ')}`

const inWords = ({ name, reference, rating }: Policy, cases: number): string =>
  [
    name,
    `Version ${reference.version}, in force from ${dayInWords(reference.inForceFrom)}, SHA-256 ${reference.sha256}`,
    ...rating.criteria.map(row),
    `Worked cases: ${cases}`,
  ].join('\n')

/** Shows what a pack says. */
export const packShow: Command = {
  name: 'pack show',
  summary: 'Shows what a pack says, as a table or whole as JSON.',
  usage: 'DIR [--json]',
  examples: [
    ['./plumbline pack show packs/wirral-2022', 'its table in words'],
    [
      './plumbline pack show packs/wirral-2022 --json',
      'everything, with sources, assumptions and worked cases',
    ],
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
        : inWords(pack.policy, cases.length),
    )
    return 0
  },
}
