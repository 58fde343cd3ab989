import type { Anchor } from '../../core/audit/anchor.ts'
import { type Break, wrongs } from '../../core/audit/breaks.ts'
import { counted, numberInWords } from '../../core/kit/words.ts'
import type { Verified } from './verify.ts'

const events = (number: number): string => `${numberInWords(number)} ${number === 1 ? 'event' : 'events'}`

const chainName = (chain: string): string => (chain === '' ? 'the shared register' : chain)

const where = ({ chain, event, position }: Break): string =>
  `${event === null ? 'An event' : `Event ${event}`} of ${chainName(chain)}${position === null ? '' : `, seal ${position}`}`

const breakInWords = (each: Break): string =>
  `${where(each)}: ${wrongs[each.wrong].says}\n  What to do: ${wrongs[each.wrong].next}`

const most = 20

const brokenInWords = (broken: readonly Break[]): readonly string[] => [
  `The trail is broken. ${counted(broken.length, 'break was', 'breaks were')} found; of each chain the first is told.`,
  ...broken.slice(0, most).map(breakInWords),
  ...(broken.length > most ? [`... and ${broken.length - most} more: use --json for all.`] : []),
]

/** Returns what a verification found, for a person. */
export const trailInWords = (found: Verified, anchor: Anchor | null): string =>
  [
    ...(found.broken.length > 0
      ? brokenInWords(found.broken)
      : [
          `The trail holds. ${events(found.events)} in ${counted(found.chains.length, 'chain', 'chains')}: none was altered, removed or put in.`,
        ]),
    anchor === null
      ? 'Without an anchor nobody can tell whether the last events were taken out. Give one: --anchor FILE'
      : `Compared with the anchor of ${anchor.takenAt}.`,
    found.waiting > 0 && `${events(found.waiting)} wait for their seal: they get it within a minute.`,
    found.erased > 0 && `Of ${events(found.erased)} the contents were disposed of, with a certificate.`,
    found.sealedLate > 0 &&
      `${events(found.sealedLate)} say a time more than a day before their seal. That is so after taking in the past, as a demonstration does; otherwise find out who put them in.`,
  ]
    .filter((line) => line !== false)
    .join('\n')

/** Returns what a verification found, for a program. */
export const trailOutput = (found: Verified) => ({
  holds: found.broken.length === 0,
  ...found,
  broken: found.broken.map((each) => ({ ...each, ...wrongs[each.wrong] })),
})
