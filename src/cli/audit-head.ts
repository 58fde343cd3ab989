import { writeFile } from 'node:fs/promises'
import { anchorText, takeHead } from '../server/audit/head.ts'
import { systemForAll } from '../server/platform/all-authorities.ts'
import type { Command } from './command.ts'
import { onInstallation } from './on-installation.ts'
import { inOneLine, missing, readOptions } from './options.ts'

/** Writes the head of the audit trail to a file, to be kept elsewhere. */
export const auditHead: Command = {
  name: 'audit-head',
  summary: 'Seals the audit trail and writes its head to a file, to be kept elsewhere',
  usage: '--out FILE',
  examples: [['./plumbline audit-head --out audit-head.json', 'writes the anchor that verify-audit takes']],
  run: async (words, terminal) => {
    const given = readOptions(words, { options: { out: 'text' } })
    const faults = [...given.faults, ...missing(given, 'out', 'FILE, where the head is written')]
    for (const each of faults) terminal.say(inOneLine(each))
    const out = given.text('out')
    if (faults.length > 0 || out === undefined) return 2
    return onInstallation(terminal, async (ground) => {
      const anchor = await takeHead(ground, await systemForAll(ground, 'audit-head'))
      await writeFile(out, anchorText(anchor), { mode: 0o600 })
      const events = anchor.chains.reduce((sum, { position }) => sum + position, 0)
      terminal.out(
        `${out} holds the head of ${events} events. Keep it where no administrator of the database can change it.`,
      )
      return 0
    })
  },
}
