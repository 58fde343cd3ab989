import { readFile } from 'node:fs/promises'
import {
  type DecisionDocument,
  type DocumentRow,
  keptAsItWas,
  type Outcome,
} from '../../core/decisions/document.ts'
import { departureInWords, documentInWords } from '../../core/decisions/document-table.ts'
import { clockTimeOf, dayOf } from '../../core/kit/days.ts'
import { dayInWords, listed } from '../../core/kit/words.ts'
import { pdfOf } from '../platform/pdf.ts'
import type { DocumentShown } from './queries/documents.ts'

const template = new URL('document.typ', import.meta.url)

const sectionNames: readonly (readonly [Outcome, string])[] = [
  ['sent-back', 'Sent back to the next session'],
  ['confirmed', 'Confirmed'],
  ['decided', 'Decided'],
  ['left', 'Not decided'],
]

const heads = ['Service', 'Before', 'Decided', 'Proposed', 'Reason', 'By']

const reasonOf = ({ departure, note, because }: DocumentRow): string =>
  [departure === 'follows' ? '' : departureInWords(departure), note ?? '', because ?? '']
    .filter((text) => text !== '')
    .join('. ')

const cells = (row: DocumentRow): readonly string[] => [
  row.name,
  row.before?.name ?? 'Not decided',
  row.band?.name ?? 'Not decided',
  row.proposed?.name ?? 'No rating',
  reasonOf(row),
  row.on === null ? '' : `${listed(row.by)}, ${dayInWords(row.on)}`,
]

const sections = ({ rows }: DecisionDocument) =>
  sectionNames.flatMap(([outcome, name]) => {
    const own = rows.filter((row) => row.outcome === outcome)
    return own.length === 0 ? [] : [{ name, heads, rows: own.map(cells) }]
  })

const attendance = ({ attendance: teams, others }: DecisionDocument) => [
  ...teams
    .filter(({ people }) => people.length > 0)
    .map(({ team, people }) => ({ team, people: listed(people) })),
  ...(others === null ? [] : [{ team: 'Others', people: others }]),
]

/** Returns a document as a PDF: the same words as its page, with source, date and policy in the foot of each sheet. */
export const documentPdf = async (document: DocumentShown): Promise<Uint8Array<ArrayBuffer>> => {
  const { content, title, sha256 } = document
  const { policy, endedAt, council } = content
  const version = `${policy.pack}, version ${policy.version}`
  const day = dayInWords(dayOf(endedAt))
  const data = {
    title,
    council,
    summary: documentInWords(content),
    reason: content.reason,
    attendance: attendance(content),
    minutes: (content.minutes ?? '').split(/\r?\n\s*\r?\n/).filter((text) => text.trim() !== ''),
    sections: sections(content),
    about: `Kept on ${day} at ${clockTimeOf(endedAt)}, as it was known then. ${keptAsItWas(content)} By ${policy.name} (${version}).`,
    foot: `${council}: ${title}. ${day}. Policy: ${version}.`,
    sha256,
  }
  return pdfOf(await readFile(template, 'utf8'), data, endedAt)
}
