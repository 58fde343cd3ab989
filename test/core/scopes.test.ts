/** Scopes of the API: what a token is permitted, and what of a record it sees. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../src/core/kit/days.ts'
import { allPermissions } from '../../src/core/people/permissions.ts'
import { allScopes, permissionsOf, scopes, scopesHeld } from '../../src/core/people/scopes.ts'
import { visible } from '../../src/core/sharing/visible.ts'

const seenWith = (held: readonly string[], authorities: readonly string[] = ['eastmarch']) =>
  Object.keys(
    visible(
      'intelligence',
      { id: '1', summary: 'Warm.', raisedBy: 'Ada', secret: 1 },
      {
        asker: {
          side: 'council',
          roles: [],
          scoped: permissionsOf(held),
          authorities,
          services: 'all',
        },
        whose: { authority: 'eastmarch', service: 's' },
        today: day('2026-11-21'),
      },
    ),
  )

test('a token sees the fields that a person with the permission sees, and no others', () => {
  assert.deepEqual(seenWith(['intelligence:read']), ['id', 'summary'])
  assert.deepEqual(seenWith(['intelligence:read', 'work:read']), ['id', 'summary', 'raisedBy'])
  for (const held of [[], ['intelligence:write'], ['services:read', 'everything', '']])
    assert.deepEqual(seenWith(held), [], held.join())
})

test('a token of another council sees nothing', () => {
  assert.deepEqual(seenWith(allScopes, ['northfold']), [])
})

test('reading does not let write, writing does not let read, and neither lets take a file', () => {
  for (const scope of allScopes) {
    const [area, does] = scope.split(':')
    const others = allScopes.filter((other) => other.startsWith(`${area}:`) && !other.endsWith(`:${does}`))
    for (const other of others)
      assert.notEqual(scopes[other].permission, scopes[scope].permission, `${scope} ${other}`)
  }
})

test('no scope lets manage people or tokens, decide ratings, or approve that records are erased', () => {
  const permitted = permissionsOf(allScopes)
  for (const permission of [
    'people.manage',
    'tokens.manage',
    'retention.approve',
    'decisions.decide',
    'decisions.confirm',
  ] as const)
    assert.ok(!permitted.includes(permission), permission)
  assert.ok(permitted.every((permission) => allPermissions.includes(permission)))
  assert.deepEqual(scopesHeld(['everything', 'people:write']), [])
})
