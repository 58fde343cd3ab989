import assert from 'node:assert/strict'
import test from 'node:test'
import { chiSquareQuantile, poissonInterval, wilsonInterval } from '../../src/core/kit/statistics.ts'

const near = (found: number, wanted: number, by: number): void =>
  assert.ok(Math.abs(found - wanted) <= by, `${found} is not ${wanted} within ${by}`)

test('quantiles of chi-square agree with published tables to 1e-9', () => {
  // NIST/SEMATECH tables, to more places from R's qchisq.
  const table: readonly (readonly [degrees: number, probability: number, quantile: number])[] = [
    [1, 0.95, 3.841458820694124],
    [10, 0.025, 3.246972780236842],
    [10, 0.975, 20.4831773508075],
    [5, 0.99, 15.08627246938899],
    [30, 0.95, 43.77297182574219],
  ]
  for (const [degrees, probability, quantile] of table)
    near(chiSquareQuantile(degrees, probability), quantile, 1e-9)
})

test('with two degrees of freedom the quantile has a closed form', () => {
  for (const probability of [0.001, 0.025, 0.5, 0.975, 0.999])
    near(chiSquareQuantile(2, probability), -2 * Math.log(1 - probability), 1e-9)
})

test("Garwood's limits agree with the published table of exact Poisson limits", () => {
  // 95% limits of a Poisson count: E. S. Pearson and H. O. Hartley, Biometrika Tables, table 40.
  const table: readonly (readonly [count: number, low: number, high: number])[] = [
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [2, 0.242, 7.225],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.11, 65.92],
  ]
  for (const [count, low, high] of table) {
    const found = poissonInterval(count, 1, 0.95)
    near(found.low, low, 0.005)
    near(found.high, high, 0.005)
  }
})

test('the example of the contract: 1 of 40', () => {
  const { low, high } = poissonInterval(1, 40, 0.95)
  near(low, 0.000633, 5e-7)
  near(high, 0.139291, 5e-7)
})

test("Wilson's limits agree with Newcombe's examples", () => {
  // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
  const table: readonly (readonly [met: number, all: number, low: number, high: number])[] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ]
  for (const [met, all, low, high] of table) {
    const found = wilsonInterval(met, all, 0.95)
    near(found.low, low, 0.00005)
    near(found.high, high, 0.00005)
  }
})

test('an interval never leaves what is possible, and holds its own figure', () => {
  for (let all = 1; all <= 60; all += 1)
    for (let met = 0; met <= all; met += 1) {
      const { low, high } = wilsonInterval(met, all, 0.95)
      assert.ok(
        low >= 0 && low <= met / all && met / all <= high && high <= 1,
        `${met} of ${all}: ${low} to ${high}`,
      )
    }
})

test('counts of a whole council stay exact', () => {
  // For large counts the limits approach the count less and plus 1.96 roots.
  const { low, high } = poissonInterval(1_000_000, 1, 0.95)
  near(low, 1_000_000 - 1.959964 * 1000, 5)
  near(high, 1_000_000 + 1.959964 * 1000, 5)
})
