import { readFile } from 'node:fs/promises'
import { type Anchor, anchorDocument } from '../core/audit/anchor.ts'
import { parse } from '../core/kit/door.ts'
import { fault } from '../core/kit/problems.ts'
import { trailInWords, trailOutput } from '../server/audit/in-words.ts'
import { verifyTrail } from '../server/audit/verify.ts'
import { systemForAll } from '../server/platform/all-authorities.ts'
import { allowLongWork } from '../server/platform/database/long-work.ts'
import { unitOfWork } from '../server/platform/database/unit-of-work.ts'
import { whyUnreadable } from '../server/platform/packs.ts'
import type { Command } from './command.ts'
import { onInstallation } from './on-installation.ts'
import { inOneLine, readOptions } from './options.ts'

const noAnchor = (file: string, why: string) =>
  fault(
    'option-wrong',
    { says: `${file} is no head of a trail: ${why}`, next: 'Give a file that audit-head wrote.' },
    '--anchor',
  )

const readAnchor = async (file: string): Promise<Anchor> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fault('file-unreadable', { file, why: whyUnreadable(error) }, '--anchor')
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw noAnchor(file, 'it is not JSON.')
  }
  const read = parse(anchorDocument, json)
  if (!read.ok) throw noAnchor(file, read.complaints[0]?.says ?? 'it has another shape.')
  return read.value
}

/** Proves that the audit trail was not altered, or names the first event that was. */
export const verifyAudit: Command = {
  name: 'verify-audit',
  summary: 'Proves that nothing in the audit trail was altered, removed or put in, or names what was',
  usage: '[--anchor FILE] [--json]',
  examples: [
    ['./plumbline verify-audit', 'follows every chain; the exit code is 1 where something is broken'],
    [
      './plumbline verify-audit --anchor audit-head.json --json',
      'also finds events taken out at the end, and a trail made anew',
    ],
  ],
  run: async (words, terminal) => {
    const given = readOptions(words, { options: { anchor: 'text', json: 'flag' } })
    for (const each of given.faults) terminal.say(inOneLine(each))
    if (given.faults.length > 0) return 2
    const file = given.text('anchor')
    const anchor = file === undefined ? null : await readAnchor(file)
    return onInstallation(terminal, async (ground) => {
      const found = await unitOfWork(ground, await systemForAll(ground, 'verify-audit'), 'read', async () => {
        await allowLongWork()
        return verifyTrail(anchor)
      })
      terminal.out(
        given.flag('json') ? JSON.stringify(trailOutput(found), null, 2) : trailInWords(found, anchor),
      )
      return found.broken.length === 0 ? 0 : 1
    })
  },
}
