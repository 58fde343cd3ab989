import assert from 'node:assert/strict'
import { test } from 'node:test'
import { providers } from './oldham.ts'

test('a deregistered provider with three locations and a brand', () => {
  const guinness = providers.get('1-101611810')
  assert.ok(guinness)
  assert.equal(guinness.name, 'Guinness Northern Counties Limited')
  assert.deepEqual([guinness.type, guinness.ownership], ['Social Care Org', 'Organisation'])
  assert.deepEqual(guinness.registered, { from: '2010-10-01', to: '2013-10-23' })
  assert.deepEqual(guinness.brand, { id: 'BD290', name: 'Guinness Care and Support Limited' })
  assert.deepEqual(guinness.locationIds, ['1-130482328', '1-130482345', '1-130482360'])
  assert.equal(guinness.companyNumber, 'IP19203R')
})

test('a registered partnership keeps its legal name, and its partners stay out', () => {
  const partnership = providers.get('1-101630228')
  assert.equal(partnership?.name, 'Mr Charles Jones and Mrs Sally Jones')
  assert.equal(partnership?.ownership, 'Partnership')
  assert.deepEqual(
    Object.keys(partnership ?? {}).filter((key) => /contact|partner/i.test(key)),
    [],
  )
})
