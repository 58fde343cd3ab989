import type { Example } from '../catalogue.ts'
import { controlChart } from '../charts/control-chart.ts'
import { stepChart } from '../charts/step-chart.ts'

const ticks = [
  { at: 0, label: 'Nov 2025' },
  { at: 0.5, label: 'May 2026' },
  { at: 1, label: 'Nov 2026' },
]

/** Charts. */
export const chartExamples: readonly Example[] = [
  {
    name: 'step-chart',
    title: 'A share over a year, and a time in which it was not known',
    render: () =>
      stepChart({
        id: 'concerns-chart',
        title: 'Care concerns over the last year',
        description: 'Not known until March 2026, then 2.5%, and since 20 November 2026 7.5%.',
        zones: [
          { from: 0, to: 0.25, label: 'Green: under 2%', colour: 'green' },
          { from: 0.25, to: 0.62, label: 'Amber: 2% to 5%', colour: 'amber' },
          { from: 0.62, to: 1, label: 'Red: over 5%', colour: 'red' },
        ],
        steps: [
          { from: 0, to: 0.3, value: null },
          { from: 0.3, to: 0.95, value: 0.31 },
          { from: 0.95, to: 1, value: 0.94 },
        ],
        ticks,
      }),
  },
  {
    name: 'step-chart',
    title: 'A grade over a year',
    render: () =>
      stepChart({
        id: 'grade-chart',
        title: 'CQC rating over the last year',
        description: 'Requires improvement, and since May 2026 Good.',
        zones: [
          { from: 0, to: 0.25, label: 'Inadequate' },
          { from: 0.25, to: 0.5, label: 'Requires improvement' },
          { from: 0.5, to: 0.75, label: 'Good' },
          { from: 0.75, to: 1, label: 'Outstanding' },
        ],
        steps: [
          { from: 0, to: 0.5, value: 0.375 },
          { from: 0.5, to: 1, value: 0.625 },
        ],
        ticks,
      }),
  },
  {
    name: 'control-chart',
    title: 'Counts by month with their limits, one of them more than chance',
    render: () =>
      controlChart({
        id: 'months-chart',
        title: 'Care concerns by month',
        description: 'Between 1 and 4 a month, and 9 in October 2026: above the upper limit.',
        points: [
          { at: 0.04, value: 0.3, special: null },
          { at: 0.2, value: 0, special: 'improvement' },
          { at: 0.35, value: 0.2, special: null },
          { at: 0.5, value: 0.4, special: 'neutral' },
          { at: 0.65, value: 0.35, special: null },
          { at: 0.96, value: 0.9, special: 'concern' },
        ],
        lines: [
          { value: 0.7, label: 'Upper limit 7', limit: true },
          { value: 0.35, label: 'Average 3.5', limit: false },
          { value: 0, label: 'Lower limit 0', limit: true },
        ],
        ticks,
      }),
  },
]
