import { join } from 'node:path'
import { fault } from '../../../../core/kit/problems.ts'
import { type Account, accountFor } from './account.ts'
import { copyOf } from './copy.ts'
import { codeOf, saysOf } from './errors.ts'
import { healLinks } from './links.ts'
import { type NativePackage, nativePackage } from './package.ts'
import type { Place } from './place.ts'
import { run, type Tools } from './run.ts'

/** The kernel will not let us change to the account: root of a container without that right. */
const refusals = ['EPERM', 'EINVAL']

type Trial = { readonly tools: Tools } | { readonly why: string; readonly refused: boolean }

/** Runs the binaries once as the account: the only test of reach that misses nothing. */
const trial = async (bin: string, account: Account | undefined): Promise<Trial> => {
  try {
    const { code, output } = await run({ bin, account }, 'postgres', ['--version'], '/')
    const version = /(\d+\.\d+)/.exec(output)?.[1]
    return code === 0 && version !== undefined
      ? { tools: { bin, version, account } }
      : { why: output || `it ended with exit code ${code}`, refused: false }
  } catch (error) {
    return { why: saysOf(error), refused: refusals.includes(codeOf(error)) }
  }
}

const unsupported = (why: string) =>
  fault('embedded-unsupported', { platform: `${process.platform} ${process.arch}`, why })

/**
 * Returns binaries that the account can run: those of the package, or where it cannot reach them (a clone
 * below a private folder such as /root), a copy in a place that everybody can read.
 */
const reachable = async (
  found: NativePackage,
  account: Account | undefined,
  place: Place,
): Promise<Tools> => {
  const straight = await trial(join(found.folder, 'native', 'bin'), account)
  if ('tools' in straight) return straight.tools
  if (account === undefined) throw unsupported(straight.why)
  let { why, refused } = straight
  for (const copy of refused ? [] : [copyOf('/var/cache'), copyOf()]) {
    const copied = await copy(found, place.say)
    const next = 'bin' in copied ? await trial(copied.bin, account) : { why: copied.why, refused: false }
    if ('tools' in next) return next.tools
    ;({ why, refused } = next)
  }
  throw fault('embedded-account', { uid: account.uid, why })
}

/** Returns the programs of PostgreSQL, ready to run for a cluster. */
export const toolsFor = async (place: Place): Promise<Tools> => {
  const found = await nativePackage()
  await healLinks(found)
  return reachable(found, await accountFor(place.cluster), place)
}
