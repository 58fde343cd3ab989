import { fault } from '../core/kit/problems.ts'
import { counted } from '../core/kit/words.ts'
import { resealAll } from '../server/people/commands/reseal.ts'
import { makeKeys, newKey, readKeys, writeKeys } from '../server/people/sealing/keys.ts'
import { asOperator, givenTo } from './as-operator.ts'
import type { Command } from './command.ts'

/** Makes a new key for second steps, and seals all of them anew. */
export const userNewKey: Command = {
  name: 'user new-key',
  summary: 'Makes a new key for second steps and seals all of them under it',
  usage: '',
  examples: [['./plumbline user new-key', 'after somebody left who could read the key']],
  run: async (words, terminal) => {
    if (givenTo(words, { options: {}, needs: {} }, terminal) === null) return 2
    return asOperator(terminal, async ({ installation }) => {
      if (installation.secondStepKeys?.text !== undefined) throw fault('second-step-keys-elsewhere')
      const before = await readKeys()
      if (before.length === 0) await makeKeys()
      else await writeKeys([newKey(), ...before])
      const sealed = await resealAll()
      return `There is a new key, and ${counted(sealed, 'second step is', 'second steps are')} sealed under it. The keys of before stay in the file: backups of before need them.`
    })
  },
}
