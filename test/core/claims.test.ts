/** What is taken of an identity provider's claims: a table. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Claimed, type Claims, readClaims } from '../../src/core/people/claims.ts'

const by = { rolesClaim: 'groups', roles: { Leads: 'contract-lead', auditor: 'auditor' } } as const
const nothing: Claimed = { name: 'No name', email: null, verified: false, roles: [] }
const wren = { name: 'wren@x.example', email: 'wren@x.example' }

const cases: readonly (readonly [string, Claims, Claimed])[] = [
  ['nothing', {}, nothing],
  ['one role as a text', { groups: 'Leads' }, { ...nothing, roles: ['contract-lead'] }],
  ['twice the same', { groups: ['Leads', 'Leads'] }, { ...nothing, roles: ['contract-lead'] }],
  ['names that nobody gave', { groups: ['contract-lead', 'constructor', '__proto__', 7, null] }, nothing],
  ['another claim', { roles: ['Leads'] }, nothing],
  ['a name', { name: ' Ada Birch ' }, { ...nothing, name: 'Ada Birch' }],
  ['a name that is none', { name: ['Ada'], email: 7 }, nothing],
  ['an address', { email: ' wren@x.example ' }, { ...nothing, ...wren }],
  ['verified', { email: wren.email, email_verified: true }, { ...nothing, ...wren, verified: true }],
  ['verified as a text', { email: wren.email, email_verified: 'true' }, { ...nothing, ...wren }],
  ['verified by Entra ID', { email: wren.email, xms_edov: '1' }, { ...nothing, ...wren, verified: true }],
  ['refused by Entra ID', { email: wren.email, xms_edov: '0' }, { ...nothing, ...wren }],
  [
    'the name of an account is nobody’s verified address',
    { preferred_username: wren.email, email_verified: true, xms_edov: true },
    { ...nothing, ...wren },
  ],
]

for (const [what, claims, expected] of cases)
  test(`claims: ${what}`, () => assert.deepEqual(readClaims(claims, by), expected))
