import { lstat, readFile, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { fault } from '../../../../core/kit/problems.ts'
import { codeOf, saysOf } from './errors.ts'
import type { NativePackage } from './package.ts'

const list = z.array(z.object({ source: z.string(), target: z.string() }))

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

/**
 * Makes the links between libraries that npm cannot carry. The package's install script makes them, but
 * npm may be told to run none, and then says nothing about it: PostgreSQL would not find its libraries.
 */
export const healLinks = async ({ name, folder }: NativePackage): Promise<void> => {
  const text = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '[]' // Windows has no links.
    throw error
  })
  for (const { source, target } of list.parse(JSON.parse(text))) {
    const link = join(folder, target)
    if (await exists(link)) continue
    try {
      await symlink(relative(dirname(target), source), link)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue // Another start was faster.
      throw fault('embedded-links', { link, package: name, why: saysOf(error) })
    }
  }
}
