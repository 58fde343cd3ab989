/** What each way of proving who one is opens, as a table. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Lack, lackOf, type OwnSignIn, type Proof } from '../../src/core/people/proof.ts'

const byA: Proof = { method: 'oidc', strength: 'two-factors', provedFor: 'a' }
const password: Proof = { method: 'password', strength: 'one-factor', provedFor: null }
const withCode: Proof = { method: 'password', strength: 'two-factors', provedFor: null }
const click: Proof = { method: 'demonstration', strength: 'one-factor', provedFor: null }

const ofA: OwnSignIn = { council: 'a', exclusive: false }
const onlyA: OwnSignIn = { council: 'a', exclusive: true }
const onlyOne: OwnSignIn = { council: null, exclusive: true }

type Case = readonly [string, Proof, string | null, OwnSignIn, boolean, Lack | null]

const cases: readonly Case[] = [
  ['the provider of a council opens that council', byA, 'a', ofA, true, null],
  ['and no other council', byA, 'b', ofA, true, 'password'],
  ['and nothing of a care provider', byA, null, ofA, true, 'password'],
  ['a session of a provider that is no longer set opens its council still', byA, 'a', null, true, null],
  [
    'whose word another council may ask for',
    { ...byA, provedFor: 'b' },
    'a',
    onlyA,
    false,
    'council-account',
  ],
  ['a password and a code open a council', withCode, 'a', null, false, null],
  ['also one with a provider, where the person never came by it', withCode, 'a', ofA, false, null],
  ['not where they did', withCode, 'a', ofA, true, 'council-account'],
  ['not where the council takes nothing else', withCode, 'a', onlyA, false, 'council-account'],
  ['which is the only council, where none is named', withCode, 'a', onlyOne, false, 'council-account'],
  ['but another council, whatever the first asks for', withCode, 'b', onlyA, true, null],
  ['a password alone opens no council', password, 'b', onlyA, true, 'second-step'],
  ['but what is a care provider’s', password, null, onlyA, true, null],
  ['the demonstration opens all', click, 'a', null, false, null],
]

for (const [says, proof, council, own, joined, lack] of cases)
  test(says, () => assert.equal(lackOf(proof, { council }, own, joined), lack))
