import { writeFile } from 'node:fs/promises'
import { csvOf } from '../../src/core/kit/csv.ts'
import { day, plusDays } from '../../src/core/kit/days.ts'

const kinds = [
  'Care concern',
  'Section 42',
  'CQC notification',
  'Provider complaint',
  'Council complaint',
  'Praise',
]
const outcomes = ['Upheld', 'Not upheld', 'Not upheld', 'Unknown']
const categories = ['Staffing', 'Medication', 'Missed visit', 'Nutrition', 'Environment']
const ending = [1, 3, 4]

const asWritten = (iso: string): string => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`

/** The service of a number, as the file and the database name it. */
export const serviceName = (number: number): string => `Service ${number}`

const rowOf = (number: number, services: number): readonly string[] => {
  const kind = number % kinds.length
  const occurred = plusDays(day('2026-11-20'), -(number % 700))
  const ended = ending.includes(kind) && number % 5 !== 0
  const concluded = plusDays(occurred, Math.min(number % 40, number % 700))
  return [
    `CASE-${number}`,
    serviceName(number % services),
    'ZZ1 1AA',
    kinds[kind] ?? '',
    asWritten(occurred),
    categories[number % categories.length] ?? '',
    ended ? (outcomes[number % outcomes.length] ?? '') : '',
    ended ? asWritten(concluded) : '',
    kind === 1 && ended ? 'Yes' : '',
  ]
}

const heading = [
  'Case reference',
  'Service',
  'Postcode',
  'Type',
  'Date received',
  'Category',
  'Outcome',
  'Date closed',
  'Progressed',
]

/** Writes a file as a case system exports it. */
export const writeCases = (path: string, rows: number, services: number): Promise<void> =>
  writeFile(path, csvOf([heading, ...Array.from({ length: rows }, (_, number) => rowOf(number, services))]))
