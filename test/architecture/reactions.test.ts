/** Reactions and scheduled jobs have names that pg-boss takes for queues, each its own. */
import { test } from 'node:test'
import { queues, reactions, scheduled } from '../../src/server/slices.ts'
import { type Finding, finds, hold } from './rules.ts'

/** A slice and what it does: `ratings.re-rate`. pg-boss takes letters, digits, dots, hyphens and slashes. */
const shape = /^[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/
const longest = 100

const misnamed = (names: readonly string[]): Finding[] =>
  names.flatMap((name, at) => {
    const wrong = [
      ...(shape.test(name) && name.length <= longest ? [] : ['is not slice.what-it-does']),
      ...(names.indexOf(name) < at ? ['is the name of two'] : []),
    ]
    return wrong.map((what) => ({ path: name, line: 0, what }))
  })

test('every reaction and every scheduled job has a name of its own that a queue can have', () => {
  hold(
    {
      says: 'The name of a reaction is the name of its queue, and says in the trail what ran.',
      instead: 'name it slice.what-it-does.',
    },
    misnamed([...reactions, ...scheduled].map(({ name }) => name)),
  )
  finds(misnamed(['home.add-work', 'Home add', 'home.add-work']), [
    '0 is not slice.what-it-does',
    '0 is the name of two',
  ])
})

test('each later reaction and each scheduled job has its queue, and no other has', () => {
  const later = reactions.filter(({ when }) => when === 'later').map(({ name }) => name)
  const wanted = new Set([...later, ...scheduled.map(({ name }) => name)])
  const missing = [...wanted.symmetricDifference(new Set(queues))]
  hold(
    {
      says: 'Migrations create the queues of slices.ts.',
      instead: 'list the queue in src/server/slices.ts.',
    },
    missing.map((path) => ({ path, line: 0, what: 'has no queue, or nobody to run it' })),
  )
})

const crons = (jobs: readonly { readonly name: string; readonly cron: string }[]): Finding[] =>
  jobs
    .filter(({ cron }) => !/^(?:[\d*,/-]+ ){4}[\d*,/-]+$/.test(cron))
    .map(({ name, cron }) => ({ path: name, line: 0, what: cron }))

test('a scheduled job runs by five fields of cron', () => {
  hold({ says: 'A job’s time is five fields of cron.', instead: 'write "10 0 * * *".' }, crons(scheduled))
  finds(crons([{ name: 'a.b', cron: 'daily' }]), ['0 daily'])
})
