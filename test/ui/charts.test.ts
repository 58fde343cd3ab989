/** The chart of a value over time: what is drawn, and what is said to who does not see it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import { type StepChartOptions, stepChart } from '../../src/ui/charts/step-chart.ts'
import { render } from '../../src/ui/html.ts'

const chart = (changes: Partial<StepChartOptions> = {}) => {
  const drawn = stepChart({
    id: 'concerns',
    title: 'Care concerns',
    description: 'One change.',
    zones: [
      { from: 0, to: 0.5, label: 'Green: under 2%', colour: 'green' },
      { from: 0.5, to: 1, label: 'Red: 2% or more', colour: 'red' },
    ],
    steps: [
      { from: 0, to: 0.25, value: null },
      { from: 0.25, to: 0.5, value: 0.25 },
      { from: 0.5, to: 1, value: 0.75 },
    ],
    ticks: [
      { at: 0, label: 'Nov 2025' },
      { at: 1, label: 'Nov 2026' },
    ],
    ...changes,
  })
  return parseHTML(`<!doctype html><html><body>${render(drawn)}</body></html>`).document
}

test('it has a title and a description, and is one picture', () => {
  const svg = chart().querySelector('svg')
  assert.equal(svg?.getAttribute('role'), 'img')
  for (const [name, words] of [
    ['aria-labelledby', 'Care concerns'],
    ['aria-describedby', 'One change.'],
  ] as const)
    assert.equal(chart().getElementById(svg?.getAttribute(name) ?? '')?.textContent, words)
})

test('what is not known is not drawn; a change is one line up', () => {
  const lines = [...chart().querySelectorAll('line')].map((line) =>
    ['x1', 'x2', 'y1', 'y2'].map((name) => line.getAttribute(name)),
  )
  assert.deepEqual(lines, [
    ['25%', '50%', '109.5', '109.5'],
    ['50%', '50%', '109.5', '40.5'],
    ['50%', '100%', '40.5', '40.5'],
  ])
})

test('every zone carries its name, so that no one depends on its colour', () => {
  const labels = [...chart().querySelectorAll('.plumbline-chart__label')].map(
    ({ textContent }) => textContent,
  )
  assert.deepEqual(labels, ['Green: under 2%', 'Red: 2% or more'])
})

test('zones fill the whole height, and many zones make the chart higher', () => {
  const heights = [...chart().querySelectorAll('rect')].map((rect) => Number(rect.getAttribute('height')))
  assert.equal(heights[0], 75)
  assert.equal(heights[1], 75)
  const zones = Array.from({ length: 5 }, (_, index) => ({
    from: index / 5,
    to: (index + 1) / 5,
    label: 'x',
  }))
  assert.equal(chart({ zones }).querySelector('svg')?.getAttribute('height'), '244')
})

test('names at the edges stay inside', () => {
  const anchors = [...chart().querySelectorAll('.plumbline-chart__tick')].map((text) =>
    text.getAttribute('text-anchor'),
  )
  assert.deepEqual(anchors, ['start', 'end'])
})

test('what stands in it is escaped', () => {
  assert.doesNotMatch(
    render(stepChart({ id: 'a', title: '<b>', description: '', zones: [], steps: [], ticks: [] })),
    /<b>/,
  )
})
