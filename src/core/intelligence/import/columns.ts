import type { FieldError } from '../../kit/field-error.ts'
import { bareName } from '../../kit/words.ts'
import { type IntelligenceKind, isIntelligenceKind } from '../kinds.ts'

/** What can be taken from a file of another system, in the order of the page of columns. */
export const importFields = {
  reference: 'Reference',
  cqcId: 'CQC location id',
  ownId: 'Service id in Plumbline',
  serviceName: 'Service name',
  postcode: 'Postcode of the service',
  kind: 'Kind',
  occurred: 'Day on which it happened',
  category: 'What it is about',
  source: 'Where it came from',
  route: 'To whom it came first',
  outcome: 'Outcome',
  concluded: 'Day on which it ended',
  progressed: 'Met the section 42 duty',
  summary: 'A few words',
} as const satisfies Readonly<Record<string, string>>

export type ImportField = keyof typeof importFields

/** The fields in their order. */
export const allImportFields = Object.keys(importFields) as readonly ImportField[]

/** Which column of a source’s files holds what. A file that holds one kind only needs no column for it. */
export type Mapping = {
  readonly columns: Readonly<Partial<Record<ImportField, string>>>
  readonly kind: IntelligenceKind | null
}

/** What a heading may be called, by its letters and digits. A few words are never guessed: most are a story. */
const guesses: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  reference: ['reference', 'ref', 'caseid', 'casenumber', 'caseref', 'casereference', 'id', 'number'],
  cqcId: ['cqclocationid', 'cqcid', 'locationid', 'cqclocation', 'cqc'],
  ownId: ['serviceidinplumbline', 'serviceid', 'plumblineid'],
  serviceName: ['servicename', 'service', 'provider', 'providername', 'home', 'name', 'locationname'],
  postcode: ['postcode', 'postcodeoftheservice', 'servicepostcode', 'postalcode'],
  kind: ['kind', 'type', 'casetype', 'recordtype'],
  occurred: [
    'dayonwhichithappened',
    'date',
    'occurred',
    'dateoccurred',
    'incidentdate',
    'datereceived',
    'received',
    'raised',
    'dateraised',
    'startdate',
  ],
  category: ['whatitisabout', 'category', 'theme', 'subject'],
  source: ['whereitcamefrom', 'source', 'raisedby', 'origin'],
  route: ['towhomitcamefirst', 'route', 'receivedby'],
  outcome: ['outcome', 'result', 'conclusion', 'finding'],
  concluded: [
    'dayonwhichitended',
    'closed',
    'dateclosed',
    'concluded',
    'enddate',
    'closeddate',
    'dateconcluded',
  ],
  progressed: ['metthesection42duty', 'progressed', 'section42', 's42'],
}

const isServiceField = (field: ImportField): boolean =>
  field === 'cqcId' || field === 'ownId' || field === 'serviceName'

/** Returns the columns that a heading seems to have. */
export const guessMapping = (heading: readonly string[]): Mapping => {
  const bare = heading.map(bareName)
  const taken = new Set<number>()
  const columns: Partial<Record<ImportField, string>> = {}
  for (const field of allImportFields)
    for (const word of guesses[field] ?? []) {
      const at = bare.findIndex((name, index) => name === word && !taken.has(index))
      if (at === -1) continue
      taken.add(at)
      columns[field] = heading[at] ?? ''
      break
    }
  return { columns, kind: null }
}

/** Whether a file has every column of a mapping: then it needs no new look. */
export const fitsHeading = ({ columns }: Mapping, heading: readonly string[]): boolean => {
  const there = new Set(heading.map(bareName))
  return Object.values(columns).every((name) => there.has(bareName(name)))
}

/** Returns what a mapping lacks, by field. */
export const mappingErrors = ({ columns, kind }: Mapping): readonly FieldError[] => [
  ...(columns.reference === undefined
    ? [{ field: 'reference', text: 'Select the column with the reference: by it a row is known again' }]
    : []),
  ...(allImportFields.some((field) => isServiceField(field) && columns[field] !== undefined)
    ? []
    : [{ field: 'cqcId', text: 'Select a column that tells the service: its CQC id, our id or its name' }]),
  ...(columns.kind === undefined && kind === null
    ? [{ field: 'kind', text: 'Select the column with the kind, or the kind that all rows are' }]
    : []),
  ...(columns.occurred === undefined
    ? [{ field: 'occurred', text: 'Select the column with the day on which it happened' }]
    : []),
]

const always = 'always:'

/** Reads what was chosen on the page of columns: a heading a field, or one kind for all rows. */
export const mappingOf = (chosen: (field: ImportField) => string, heading: readonly string[]): Mapping => {
  const kind = chosen('kind')
  const fixed = kind.startsWith(always) ? kind.slice(always.length) : ''
  return {
    columns: Object.fromEntries(
      allImportFields.flatMap((field) => {
        const name = chosen(field)
        return heading.includes(name) && name.trim() !== '' ? [[field, name]] : []
      }),
    ),
    kind: isIntelligenceKind(fixed) ? fixed : null,
  }
}

/** Returns what the page of columns shows as chosen for the kind that all rows are. */
export const alwaysKind = (kind: IntelligenceKind): string => `${always}${kind}`
