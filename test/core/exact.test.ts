import assert from 'node:assert/strict'
import test from 'node:test'
import { compare, percentInWords, quantityOf } from '../../src/core/kit/exact.ts'

test('a quantity is exactly what is written', () => {
  assert.deepEqual(quantityOf('5%'), { text: '5%', numerator: 5, denominator: 100 })
  assert.deepEqual(quantityOf('2.50%'), { text: '2.50%', numerator: 250, denominator: 10000 })
  assert.deepEqual(quantityOf('12'), { text: '12', numerator: 12, denominator: 1 })
  for (const text of ['', '5 %', '-1%', '.5%', '5.%', '1e3', '5%%', 'five'])
    assert.equal(quantityOf(text), null, text)
})

test('50 of 1000 is 5%, not more; also where doubles would no longer tell', () => {
  assert.equal(compare({ numerator: 50, denominator: 1000 }, { numerator: 5, denominator: 100 }), 0)
  const [near, far] = [9_007_199_254_740_990, 9_007_199_254_740_991]
  assert.equal(
    compare({ numerator: near, denominator: far }, { numerator: near - 1, denominator: far - 1 }),
    1,
  )
})

test('a share in words never hides on which side of the figure it lies', () => {
  assert.equal(percentInWords({ numerator: 3, denominator: 40 }), '7.5%')
  assert.equal(percentInWords({ numerator: 1, denominator: 3 }), '33.3%')
  assert.equal(percentInWords({ numerator: 50, denominator: 1000 }), '5%')
  assert.equal(percentInWords({ numerator: 5001, denominator: 100_000 }), 'just over 5%')
  assert.equal(percentInWords({ numerator: 4999, denominator: 100_000 }), 'just under 5%')
})
