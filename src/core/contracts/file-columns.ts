import { bareName } from '../kit/words.ts'
import { contractFields } from './contract-form.ts'

/** The columns of a file of contracts, by name, in the order of the template. */
export const fileColumns = {
  reference: contractFields.reference,
  cqcId: 'CQC location id',
  serviceName: 'Service name',
  place: 'Place',
  postcode: 'Postcode',
  serviceType: contractFields.serviceType,
  provider: contractFields.provider,
  providerCqcId: contractFields.providerCqcId,
  group: contractFields.group,
  starts: contractFields.starts,
  ends: contractFields.ends,
  specification: contractFields.specification,
  funding: contractFields.funding,
  annualValue: contractFields.annualValue,
  populationBasis: contractFields.populationBasis,
  people: contractFields.people,
  permitsSuspension: contractFields.permitsSuspension,
  annualStatement: contractFields.annualStatement,
  kpiSet: contractFields.kpiSet,
  lead: 'Contract lead',
} as const satisfies Readonly<Record<string, string>>

export type FileColumn = keyof typeof fileColumns

/** What a heading may be called besides its own name, without spaces and signs. */
const otherNames: Readonly<Partial<Record<FileColumn, readonly string[]>>> = {
  reference: ['contractreference', 'contractref', 'ref', 'contract', 'contractid'],
  cqcId: ['cqcid', 'locationid', 'cqclocation'],
  serviceName: ['service', 'name', 'locationname'],
  place: ['town', 'towncity'],
  postcode: ['postalcode'],
  serviceType: ['type'],
  provider: ['providername', 'legalname', 'supplier'],
  providerCqcId: ['providerid', 'cqcproviderid'],
  group: ['group', 'brand'],
  starts: ['start', 'starts', 'contractstart', 'from'],
  ends: ['end', 'ends', 'contractend', 'to'],
  funding: ['funding', 'fundedby', 'funder'],
  annualValue: ['value', 'annualvaluegbp', 'annualvalue£'],
  populationBasis: ['populationbasis'],
  people: ['population', 'people'],
  permitsSuspension: ['suspension', 'suspensionpermitted'],
  annualStatement: ['annualassurancestatement'],
  kpiSet: ['kpis'],
  lead: ['lead', 'contractmanager'],
}

const needed: readonly FileColumn[] = [
  'reference',
  'serviceType',
  'provider',
  'starts',
  'funding',
  'populationBasis',
  'permitsSuspension',
  'annualStatement',
]

const columns = Object.keys(fileColumns) as FileColumn[]

const columnOf = (heading: string): FileColumn | null => {
  const bare = bareName(heading)
  return (
    columns.find((column) => bareName(fileColumns[column]) === bare) ??
    columns.find((column) => otherNames[column]?.includes(bare)) ??
    null
  )
}

/** Where each column stands in a file, by its headings. */
export type Heading = {
  readonly places: ReadonlyMap<FileColumn, number>
  readonly missing: readonly string[]
}

/** Reads a row as headings. Returns null where it is none: it names no reference and no start. */
export const headingOf = (cells: readonly string[]): Heading | null => {
  const places = new Map<FileColumn, number>()
  for (const [index, cell] of cells.entries()) {
    const column = columnOf(cell)
    if (column !== null && !places.has(column)) places.set(column, index)
  }
  if (!places.has('reference') || places.size < 2) return null
  const missing = needed.filter((column) => !places.has(column)).map((column) => fileColumns[column])
  const service = places.has('cqcId') || places.has('serviceName')
  return {
    places,
    missing: service ? missing : [...missing, `${fileColumns.cqcId} or ${fileColumns.serviceName}`],
  }
}

/** The heading under which a file of faulty rows says what to mend. It is passed over when the file is sent again. */
export const mendHeading = 'What to mend'

const templateExample: Readonly<Partial<Record<FileColumn, string>>> = {
  reference: 'RES-001',
  serviceName: 'The name of the service',
  place: 'Its town',
  postcode: 'ZZ1 1AA',
  serviceType: 'Care home',
  provider: 'The legal name of the provider',
  starts: '2026-04-01',
  funding: 'The council',
  annualValue: '125000.00',
  populationBasis: 'A number stated in the contract',
  people: '40',
  permitsSuspension: 'Yes',
  annualStatement: 'Yes',
}

/** The headings of a file, and a row that shows how they are filled in. */
export const templateRows: readonly (readonly string[])[] = [
  Object.values(fileColumns),
  columns.map((column) => templateExample[column] ?? ''),
]
