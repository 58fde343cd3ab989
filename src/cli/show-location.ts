import { dayInWords } from '../core/kit/words.ts'
import { openInstallation } from '../server/open.ts'
import { system } from '../server/platform/actor.ts'
import { unitOfWork } from '../server/platform/database/unit-of-work.ts'
import { readSettings } from '../server/platform/settings.ts'
import { type HeldLocation, type HeldRating, heldLocation } from '../server/register/queries/show-location.ts'
import type { Command } from './command.ts'
import { inOneLine, readOptions } from './options.ts'

const ratingInWords = (rating: HeldRating): string =>
  [
    `  ${rating.published ? dayInWords(rating.published) : 'Not published'}: ${rating.overall}`,
    rating.service && ` (${rating.service})`,
    rating.inherited && ', carried over from the registration before',
    rating.keyQuestions.length > 0 &&
      `; ${rating.keyQuestions.map(({ name, rating: grade }) => `${name} ${grade}`).join(', ')}`,
  ]
    .filter(Boolean)
    .join('')

const registeredInWords = ({ from, to }: HeldLocation['registered']): string =>
  `Registered: ${from ? `since ${dayInWords(from)}` : 'not known since when'}${to ? `, ended on ${dayInWords(to)}` : ''}`

const inWords = (location: HeldLocation): string =>
  [
    `${location.name} (${location.id})`,
    `Provider: ${location.providerId ?? 'not known'}`,
    `Place: ${[location.postcode, location.localAuthority].filter(Boolean).join(', ') || 'not known'}`,
    location.careHome ? `Care home, ${location.beds ?? 'an unknown number of'} beds` : 'Not a care home',
    registeredInWords(location.registered),
    location.ratings.length > 0 ? 'Ratings:' : 'Ratings: none',
    ...location.ratings.map(ratingInWords),
  ].join('\n')

/** By name, as in a file of facts for `rate`: a key question is never looked up by its place. */
const asJson = ({ ratings, ...location }: HeldLocation): string =>
  JSON.stringify(
    {
      ...location,
      ratings: ratings.map((rating) => ({
        ...rating,
        keyQuestions: Object.fromEntries(rating.keyQuestions.map(({ name, rating: grade }) => [name, grade])),
      })),
    },
    null,
    2,
  )

export const showLocation: Command = {
  name: 'show location',
  summary: 'Prints what the register holds of a location of CQC',
  usage: 'CQC-ID [--json]',
  examples: [['./plumbline show location 1-5203053560 --json', 'as JSON, with every rating, newest first']],
  run: async (words, terminal) => {
    const given = readOptions(words, { options: { json: 'flag' }, words: ['CQC-ID'] })
    for (const each of given.faults) terminal.say(inOneLine(each))
    if (given.faults.length > 0) return 2
    // CQC's ids are in capitals, and people copy them as they come.
    const id = (given.words[0] ?? '').trim().toUpperCase()
    const { ground, close } = await openInstallation(readSettings(process.env), 'command', terminal.say)
    try {
      const location = await unitOfWork(ground, system('show location', []), 'read', () => heldLocation(id))
      terminal.out(given.flag('json') ? asJson(location) : inWords(location))
      return 0
    } finally {
      await close()
    }
  },
}
