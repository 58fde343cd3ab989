/** Packs on disk: the files of a folder, and the hash that names this version of them. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fault } from '../../core/kit/problems.ts'
import type { PackFile } from '../../core/policy/located.ts'
import { type PackRead, readPack } from '../../core/policy/read.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not a folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'you may not read it',
}

/** Returns in words why a file or folder could not be read. */
export const whyUnreadable = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (code === '' ? 'the reason is unknown' : code)
}

const byPath = (one: PackFile, other: PackFile): number => (one.path < other.path ? -1 : 1)

/**
 * Returns the files of a pack's folder, sorted by path, with paths inside the pack and line ends of one kind.
 * Files and folders whose name begins with a dot are not the pack's. Throws `file-unreadable` where it cannot be read.
 */
export const readPackFiles = async (folder: string): Promise<readonly PackFile[]> => {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep))
      .filter((steps) => !steps.some((step) => step.startsWith('.')))
    const read = paths.map(async (steps): Promise<PackFile> => {
      const text = await readFile(join(folder, ...steps), 'utf8')
      return { path: steps.join('/'), text: text.replaceAll('\r\n', '\n') }
    })
    return (await Promise.all(read)).sort(byPath)
  } catch (error) {
    throw fault('file-unreadable', { file: folder, why: whyUnreadable(error) })
  }
}

/** Returns the hash of a pack: SHA-256, in hexadecimal, over its sorted paths and texts as one JSON document. */
export const hashOf = (files: readonly PackFile[]): string =>
  createHash('sha256')
    .update(JSON.stringify([...files].sort(byPath).map(({ path, text }) => [path, text])))
    .digest('hex')

/** Returns the policy of a pack's folder, or its faults. Throws `file-unreadable` where it cannot be read. */
export const loadPack = async (
  folder: string,
): Promise<PackRead & { readonly files: readonly PackFile[] }> => {
  const files = await readPackFiles(folder)
  return { ...readPack(files, hashOf(files)), files }
}
