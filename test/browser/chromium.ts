import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'

const packageFolder = fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')))

/** A Chromium that starts on this machine: its program, and the surroundings it needs. */
export type Chromium = { readonly executablePath: string; readonly env: Record<string, string> }

/**
 * Unpacks the Chromium that came with npm, once per version and user, and returns where it is.
 * It brings its own libraries and one font, so a machine without any desktop package can run it.
 * It is for Linux on x64; elsewhere returns undefined, and the Chrome that is installed is used.
 */
export const unpackedChromium = async (): Promise<Chromium | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(tmpdir(), `plumbline-chromium-${version}-${userInfo().uid}`)
  if (!existsSync(folder)) await unpackTo(folder)
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]),
  )
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/**
 * The package's own unpacking writes to one fixed place in the temporary folder: another user's copy there
 * cannot be started, and of two tests that start together one runs half a program. Here each unpacks into a
 * folder of its own, and whoever is ready first gives it the name.
 */
const unpackTo = async (folder: string): Promise<void> => {
  const ours = await mkdtemp(join(tmpdir(), 'plumbline-unpacking-'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = ours
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(archives.map((archive) => inflate(join(packageFolder, 'bin', archive))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  const fonts = `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`
  await writeFile(join(ours, 'fonts', 'fonts.conf'), fonts)
  await rename(ours, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(ours, { recursive: true })
  })
}
