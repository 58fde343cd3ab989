import { randomUUID } from 'node:crypto'
import { type ContractField, contractFields } from '../../../core/contracts/contract-form.ts'
import { fileColumns } from '../../../core/contracts/file-columns.ts'
import { emit } from '../../platform/events/emit.ts'
import type { JudgedRow } from '../import/judge-file.ts'
import { contractById } from '../queries/show-contract.ts'
import { nameLeadsUnder } from './leads.ts'
import { insertContracts, updateContract } from './write-contract.ts'

/** What became of one row. */
export type RowReport = {
  readonly row: number
  readonly reference: string
  readonly service: string | null
  readonly what: 'added' | 'changed' | 'unchanged' | 'rejected' | 'left out'
  /** What changed, or what to mend. */
  readonly notes: readonly string[]
}

/** What an import did with a file. */
export type FileReport = {
  readonly file: string
  readonly rows: number
  readonly contracts: { readonly added: number; readonly changed: number; readonly unchanged: number }
  readonly rejected: readonly { readonly row: number; readonly reasons: readonly string[] }[]
  readonly report: readonly RowReport[]
}

const nameOf = (field: string): string =>
  (fileColumns as Readonly<Record<string, string>>)[field] ?? contractFields[field as ContractField] ?? field

const underName = (name: string, text: string): string => (text.startsWith(name) ? text : `${name}: ${text}`)

/** Returns what is wrong with a row in words, each with its column; what changes, each with before and after. */
export const notesOf = (judged: JudgedRow): readonly string[] => {
  if (judged.what === 'wrong') return judged.errors.map(({ field, text }) => underName(nameOf(field), text))
  if (judged.what === 'add') return judged.newService === null ? [] : ['With a new service']
  if (judged.what === 'same') return []
  return [
    ...judged.differences.map(({ name, before, after }) => `${name}: from ${before} to ${after}`),
    ...(judged.lead === null ? [] : ['A new contract lead']),
  ]
}

const words = { add: 'added', change: 'changed', same: 'unchanged', wrong: 'rejected' } as const

/** Returns what became of a file's rows, or would. Where one faulty row stops all, the good ones are left out. */
export const reportOf = (file: string, rows: readonly JudgedRow[], keepsGood: boolean): FileReport => {
  const stops = !keepsGood && rows.some(({ what }) => what === 'wrong')
  const report = rows.map(
    (judged): RowReport => ({
      row: judged.row,
      reference: judged.reference,
      service: judged.service?.name ?? null,
      what: stops && judged.what !== 'wrong' && judged.what !== 'same' ? 'left out' : words[judged.what],
      notes: notesOf(judged),
    }),
  )
  const count = (what: RowReport['what']): number => report.filter((row) => row.what === what).length
  return {
    file,
    rows: rows.length,
    contracts: { added: count('added'), changed: count('changed'), unchanged: count('unchanged') },
    rejected: report
      .filter(({ what }) => what === 'rejected')
      .map(({ row, notes }) => ({ row, reasons: notes })),
    report,
  }
}

type Added = { readonly row: JudgedRow & { what: 'add' }; readonly id: string }

const addRows = async (authority: string, rows: readonly Added[], event: number) => {
  await insertContracts(
    rows.flatMap(({ row: { read, service }, id }) =>
      service === null ? [] : [{ ...read, id, version: 1, authority, service: service.id, stop: null }],
    ),
    event,
  )
  await nameLeadsUnder(
    event,
    rows.flatMap(({ row: { lead }, id }) =>
      lead === null ? [] : [{ contract: id, authority, person: lead, from: null }],
    ),
  )
}

const changeRow = async (authority: string, judged: JudgedRow & { what: 'change' }, event: number) => {
  const { contract, read, lead } = judged
  if (judged.differences.length > 0) {
    const { stop } = await contractById(contract.id)
    const version = contract.version + 1
    await updateContract(
      { ...read, id: contract.id, version, authority, service: contract.serviceId, stop },
      event,
    )
  }
  if (lead !== null)
    await nameLeadsUnder(event, [{ contract: contract.id, authority, person: lead, from: null }])
}

/** Takes the good rows of a file in, under one event: all that the council sees of them later says which file it was. */
export const takeRows = async (
  authority: string,
  file: string,
  rows: readonly JudgedRow[],
): Promise<void> => {
  const added = rows.filter((row) => row.what === 'add').map((row) => ({ row, id: randomUUID() }))
  const changed = rows.filter((row) => row.what === 'change')
  if (added.length + changed.length === 0) return
  await emit(
    {
      kind: 'contracts.imported',
      authority,
      subject: { kind: 'file', id: file },
      payload: {
        source: file,
        added: added.map(({ id }) => id),
        changed: changed.map(({ contract }) => contract.id),
        services: [...added.map(({ row }) => row), ...changed].flatMap(({ service }) =>
          service ? [service.id] : [],
        ),
        newServices: added.flatMap(({ row }) => (row.newService === null ? [] : [row.newService])),
      },
    },
    async (event) => {
      await addRows(authority, added, event.id)
      for (const row of changed) await changeRow(authority, row, event.id)
    },
  )
}
