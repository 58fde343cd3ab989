import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf, saysOf } from './errors.ts'
import type { NativePackage } from './package.ts'

type Copied = { readonly bin: string } | { readonly why: string }

/** Makes root's own folder for copies. Refuses one that somebody else made or may write: its programs would be run. */
const ownFolder = async (folder: string): Promise<void> => {
  await mkdir(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  const found = await lstat(folder)
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0)
    throw new Error(`${folder} is not a folder that only root may write`)
  await chmod(folder, 0o755) // Whatever the umask was.
}

/** Lets everybody read, and run what its owner may run. */
const openUp = async (folder: string): Promise<void> => {
  for (const entry of [
    folder,
    ...(await readdir(folder, { recursive: true })).map((name) => join(folder, name)),
  ]) {
    const { mode } = await lstat(entry)
    const link = (mode & 0o170000) === 0o120000
    if (!link) await chmod(entry, (mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

/** Copies under another name and renames, so that a copy is there whole or not at all. */
const copyWhole = async (from: string, parent: string, to: string): Promise<void> => {
  const making = await mkdtemp(join(parent, 'new-'))
  try {
    // Static libraries (.a) are for building against, and half of the size.
    await cp(from, making, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (name) => !name.endsWith('.a'),
    })
    await openUp(making)
    await rename(making, to)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    const another = await stat(to).catch(() => undefined)
    if (another === undefined) throw error // Else another start was faster, and its copy is as good.
  }
}

/** Returns what copies a package's binaries below a folder, once per version. */
export const copyOf =
  (below: string = tmpdir()) =>
  async ({ folder, version }: NativePackage, say: (line: string) => void): Promise<Copied> => {
    const parent = join(below, 'plumbline-postgres')
    const to = join(parent, `${version}-${process.platform}-${process.arch}`)
    try {
      await ownFolder(parent)
      if ((await stat(to).catch(() => undefined)) === undefined) {
        await copyWhole(join(folder, 'native'), parent, to)
        say(`Copied PostgreSQL to ${to}: it does not run as root, and ${folder} is private to root.`)
      }
      return { bin: join(to, 'bin') }
    } catch (error) {
      return { why: saysOf(error) }
    }
  }
