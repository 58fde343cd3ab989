/** Nothing is put off: no comment that promises, no test that is left out, none that waits for a time. */
import { test } from 'node:test'
import { bare } from './code.ts'
import { type Exceptions, except, type Finding, finds, hold, matches } from './rules.ts'
import { type Source, sources } from './sources.ts'

// Put together here, so that this file does not find itself.
const promises = ['TO', 'DO'].join('')
const laterWords = new RegExp(`\\b(?:${promises}|FIX[M]E|X[X]X|HAC[K])\\b`, 'g')
const postponed = (source: Source): Finding[] => matches(source, laterWords, (text) => text)

test('nothing is put off in a comment', () => {
  hold(
    {
      says: 'What is to be done is an issue, not a comment.',
      instead: 'do it, or write down the limit in plain words.',
    },
    sources('{src,scripts,test,bench}/**/*.{ts,js,scss}', 'migrations/*.sql').flatMap(postponed),
  )
  finds(postponed({ path: 'src/bad.ts', text: `a // ${promises} later` }), [`1 ${promises}`])
})

const leftOut = /\b(?:test|it|describe|suite|t)\.(?:skip|only|todo)\b|\b(?:skip|only|todo)\s*:/g
const sleeps = /(?<!\.)\b(?:setTimeout|sleep)\s*\(|\bsetTimeout as \w+/g

const unreliable = (source: Source): Finding[] =>
  [leftOut, sleeps].flatMap((pattern) => matches(source, pattern, bare))

const reliable: Exceptions = {
  'test/crash/crash.test.ts': 'polls a server that was killed until its jobs are done, or its patience ends',
  'test/platform/embedded-lock.test.ts':
    'looks that something does not happen for a while: there is nothing to wait for',
  'test/platform/embedded-folder.ts': 'polls for a process of another program to end',
}

test('no test is left out, and none sleeps', () => {
  hold(
    {
      says: 'Every test runs, and waits for what it needs instead of for a time.',
      instead: 'wait for the event, the page or the row; mock the timers.',
    },
    except(sources('test/**/*.ts').flatMap(unreliable), reliable),
  )
  const text = "test.skip('a', b)\ntest('c', { only: true }, d)\nsetTimeout(e, 100)\n// sleep(1)\n'test.only'"
  finds(unreliable({ path: 'test/bad.test.ts', text }), ['1 test.skip', '2 only:', '3 setTimeout('])
})
