import { lchown, readdir, readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fault } from '../../../../core/kit/problems.ts'
import { codeOf } from './errors.ts'

/** The account that PostgreSQL runs as, where it is not our own. */
export type Account = { readonly uid: number; readonly gid: number }

const ownerOf = (path: string): Promise<Account | undefined> =>
  stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })

/** An account by name: initdb refuses one that the machine has no name for. */
const systemAccount = async (): Promise<Account> => {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'))
  const named = (name: string) => lines.find((line) => line[0] === name && Number(line[2]) > 0)
  const found = named('postgres') ?? named('nobody')
  return found === undefined ? { uid: 65534, gid: 65534 } : { uid: Number(found[2]), gid: Number(found[3]) }
}

/** Whether our own account has a name. In a container that was started with any number as its user it has none. */
export const isNamed = (): boolean => {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/**
 * Returns the account to run PostgreSQL as, or undefined for our own. PostgreSQL refuses to run as root;
 * root runs it as the owner of the cluster, so that a cluster stays with whoever made it.
 */
export const accountFor = async (cluster: string): Promise<Account | undefined> => {
  const owner = await ownerOf(cluster)
  const ours = process.geteuid?.()
  if (ours === undefined) return undefined // Windows.
  if (ours !== 0) {
    if (owner === undefined || owner.uid === ours) return undefined
    throw fault('embedded-owner', {
      folder: cluster,
      why: `uid ${owner.uid} owns it, and you are uid ${ours}`,
    })
  }
  return owner === undefined || owner.uid === 0 ? systemAccount() : { uid: owner.uid, gid: owner.gid }
}

/** Gives a folder to the account if root owns it. Links are given, never followed. */
export const giveTo = async (account: Account | undefined, folder: string): Promise<void> => {
  if (account === undefined || (await stat(folder)).uid !== 0) return
  for (const name of await readdir(folder, { recursive: true }))
    await lchown(join(folder, name), account.uid, account.gid)
  // The folder last: until then the account cannot enter it and change what is being given.
  await lchown(folder, account.uid, account.gid)
}
