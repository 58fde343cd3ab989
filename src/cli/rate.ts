import { readFile } from 'node:fs/promises'
import { type Day, isDay } from '../core/kit/days.ts'
import { isFault, type Problem, problem } from '../core/kit/problems.ts'
import { dayInWords } from '../core/kit/words.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { ServiceFacts } from '../core/ratings/facts.ts'
import { readFacts } from '../core/ratings/facts-file/read.ts'
import { outputOf } from '../core/ratings/output.ts'
import { raterOf } from '../core/ratings/rate.ts'
import { systemClock, today } from '../server/platform/clock.ts'
import { loadPack, whyUnreadable } from '../server/platform/packs.ts'
import type { Command, Terminal } from './command.ts'
import { inFolder, inOneLine, missing, readOptions } from './options.ts'
import { ratingInWords } from './rating-in-words.ts'

type Read<Value> = { readonly value: Value | null; readonly faults: readonly Problem[] }

const refused = (where: string, says: string, next: string): Read<never> => ({
  value: null,
  faults: [problem('option-wrong', { says, next }, where)],
})

const readPolicy = async (folder: string): Promise<Read<Policy>> => {
  try {
    const pack = await loadPack(folder)
    if (pack.ok) return { value: pack.policy, faults: [] }
    return { value: null, faults: pack.faults.map((each) => inFolder(folder, each)) }
  } catch (error) {
    if (isFault(error)) return { value: null, faults: [{ ...error.problem, where: '--pack' }] }
    throw error
  }
}

const readJson = async (file: string): Promise<Read<{ readonly json: unknown }>> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    return {
      value: null,
      faults: [problem('file-unreadable', { file, why: whyUnreadable(error) }, '--facts')],
    }
  }
  try {
    return { value: { json: JSON.parse(text.replace(/^\uFEFF/, '')) }, faults: [] }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read'
    return refused('$', `${file} is not JSON: ${why}.`, 'Write it as JSON, in UTF-8.')
  }
}

const readDay = (typed: string | undefined, policy: Policy | null): Read<Day> => {
  const day = typed ?? today(systemClock)
  if (!isDay(day))
    return refused('--as-at', `"${day}" is not a day as YYYY-MM-DD.`, 'Write it like 2026-11-21.')
  if (policy === null || day >= policy.reference.inForceFrom) return { value: day, faults: [] }
  const from = policy.reference.inForceFrom
  return refused(
    '--as-at',
    `${day} is before the pack is in force.`,
    `Give a day from ${from} (${dayInWords(from)}) on.`,
  )
}

type Asked = { readonly policy: Policy; readonly services: readonly ServiceFacts[]; readonly day: Day }

const readAll = async (pack: string, facts: string, asAt: string | undefined): Promise<Read<Asked>> => {
  const [policy, file] = await Promise.all([readPolicy(pack), readJson(facts)])
  const day = readDay(asAt, policy.value)
  const read = policy.value && file.value ? readFacts(file.value.json, policy.value) : null
  const faults = [
    ...policy.faults,
    ...day.faults,
    ...file.faults,
    ...(read === null || read.ok ? [] : read.faults),
  ]
  if (!policy.value || !day.value || !read?.ok || faults.length > 0) return { value: null, faults }
  return { value: { policy: policy.value, services: read.services, day: day.value }, faults }
}

const answer = ({ policy, services, day }: Asked, json: boolean): string => {
  const rater = raterOf(policy, day)
  const ratings = services.map((service) => ({ service, rating: rater.rate(service) }))
  if (json)
    return JSON.stringify(
      ratings.map(({ rating }) => outputOf(rating)),
      null,
      2,
    )
  return ratings.map(({ service, rating }) => ratingInWords(service, rating, policy.rating.name)).join('\n\n')
}

const run = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const given = readOptions(words, {
    options: { pack: 'text', facts: 'text', 'as-at': 'text', json: 'flag' },
  })
  const lacking = [...missing(given, 'pack', 'DIR'), ...missing(given, 'facts', 'FILE')]
  const [pack, facts] = [given.text('pack'), given.text('facts')]
  const read: Read<Asked> =
    pack === undefined || facts === undefined
      ? { value: null, faults: readDay(given.text('as-at'), null).faults }
      : await readAll(pack, facts, given.text('as-at'))
  const faults = [...given.faults, ...lacking, ...read.faults]
  for (const each of faults) terminal.say(inOneLine(each))
  if (faults.length > 0 || read.value === null) return 2
  terminal.out(answer(read.value, given.flag('json')))
  return 0
}

/** Rates services from a file of facts: the engine without a database, for anyone to check. */
export const rate: Command = {
  name: 'rate',
  summary: 'Rates the services of a file of facts by a policy, and says why.',
  usage: '--pack DIR --facts FILE [--as-at DAY] [--json]',
  examples: [
    ['./plumbline rate --pack packs/wirral-2022 --facts facts.json', 'rates them as at today, in words'],
    [
      './plumbline rate --pack packs/wirral-2022 --facts facts.json --as-at 2026-11-21 --json',
      'rates them as at a day, with every figure',
    ],
  ],
  run,
}
