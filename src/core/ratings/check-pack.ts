/** Everything that can be wrong with a pack, for `./plumbline pack check`. */
import { adviceFor, quoted } from '../kit/door.ts'
import type { Problem } from '../kit/problems.ts'
import { nobodyDecides } from '../policy/check/deciding.ts'
import { type CaseDocument, caseDocument } from '../policy/documents/case.ts'
import { isCase, isKnownFile, knownFiles, optional, required } from '../policy/documents/documents.ts'
import { isLocated, locate, type PackFile, packFault, placed } from '../policy/located.ts'
import type { Policy } from '../policy/policy.ts'
import { readDocument, readPack } from '../policy/read.ts'
import { runCase } from './cases.ts'

const strangers = (files: readonly PackFile[]): readonly Problem[] =>
  files
    .filter(({ path }) => !isKnownFile(path))
    .map(({ path }) => packFault(path, 1, `A pack has no file ${quoted(path)}.`, adviceFor(path, knownFiles)))

/** Files that other terms read: here only whether they are YAML. */
const others = (files: readonly PackFile[]): readonly Problem[] =>
  files
    .filter(
      ({ path }) =>
        path.endsWith('.yaml') &&
        isKnownFile(path) &&
        !isCase(path) &&
        !(path in required) &&
        !(path in optional),
    )
    .flatMap((file) => {
      const located = locate(file)
      return isLocated(located) ? [] : located
    })

/** Returns the cases of a pack that can be read, with their paths. */
export const casesOf = (
  files: readonly PackFile[],
): readonly { readonly path: string; readonly case: CaseDocument }[] =>
  files
    .filter(({ path }) => isCase(path))
    .flatMap(({ path }) => {
      const { document } = readDocument(files, path, caseDocument)
      return document === null ? [] : [{ path, case: document }]
    })

const checkCases = (files: readonly PackFile[], policy: Policy | null): readonly Problem[] =>
  files
    .filter(({ path }) => isCase(path))
    .flatMap(({ path }) => {
      const { document, located, faults } = readDocument(files, path, caseDocument)
      if (document === null || located === null || policy === null) return faults
      return runCase(document, policy).complaints.map((complaint) => placed(located, complaint))
    })

const sameNames = (files: readonly PackFile[]): readonly Problem[] => {
  const cases = casesOf(files)
  return cases.flatMap(({ path, case: { name } }, index) => {
    const first = cases.findIndex((other) => other.case.name === name)
    if (first === index) return []
    return [
      packFault(
        path,
        1,
        `The case ${quoted(name)} is also in ${cases[first]?.path}.`,
        'Give it another name.',
      ),
    ]
  })
}

/** Two packs of one council are told apart by their ids, and found by their folders: so both are the same. */
const otherName = (files: readonly PackFile[], folder: string | undefined): readonly Problem[] => {
  const { document, located } = readDocument(files, 'pack.yaml', required.pack)
  if (folder === undefined || document === null || located === null || document.id === folder) return []
  const says = `The id is ${quoted(document.id)}, and the folder is called ${quoted(folder)}.`
  const next = `Write id: ${folder} here, or call the folder ${document.id}.`
  return [placed(located, { path: ['id'], says, next })]
}

const undecided = (files: readonly PackFile[]): readonly Problem[] => {
  const { document, located } = readDocument(files, 'monitoring.yaml', required.monitoring)
  if (document === null || located === null) return []
  return nobodyDecides(document).map((complaint) => placed(located, complaint))
}

/**
 * Returns every fault of a pack's files: of each by itself, among each other, and of the cases. `folder` is the name of
 * the folder that they are in, where they are in one.
 */
export const checkPack = (
  files: readonly PackFile[],
  sha256: string,
  folder?: string,
): readonly Problem[] => {
  const read = readPack(files, sha256)
  return [
    ...otherName(files, folder),
    ...(read.ok ? [] : read.faults),
    ...undecided(files),
    ...strangers(files),
    ...others(files),
    ...checkCases(files, read.ok ? read.policy : null),
    ...sameNames(files),
  ]
}
