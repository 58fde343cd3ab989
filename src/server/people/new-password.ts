import { createHash } from 'node:crypto'
import { dictionary } from '@zxcvbn-ts/language-common'
import { wrongWith } from '../../core/people/password-rules.ts'
import { ground } from '../platform/database/unit-of-work.ts'

const product = 'Plumbline'

/** The list that zxcvbn-ts keeps of passwords that leaked most often: 49,000. */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common'])

/** Whether leaked passwords were asked: by setting, and where they do not answer the password is taken all the same. */
export type Breached = 'not-asked' | 'asked' | 'no-answer'

const patience = 3000
const prefixLength = 5

/** Asks for the passwords whose SHA-1 begins as this one's: the service learns five letters of it and no more. */
const askBreached = async (password: string, address: string): Promise<boolean | null> => {
  const digest = createHash('sha1').update(password).digest('hex').toUpperCase()
  try {
    const answer = await fetch(new URL(digest.slice(0, prefixLength), address), {
      headers: { 'add-padding': 'true' },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (!answer.ok) return null
    const rest = digest.slice(prefixLength)
    return (await answer.text())
      .split('\n')
      .some((line) => line.startsWith(`${rest}:`) && Number(line.slice(rest.length + 1)) > 0)
  } catch {
    return null
  }
}

/** Returns what is wrong with a new password by itself. `names` stand beside it: the person's, their address, the council's. */
export const wrongNewPassword = (password: string, names: readonly string[]): string | null =>
  wrongWith(password, { common, names: [product, ...names] })

/** What is said of a password that has leaked. */
export const leakedText = 'This password has leaked from another website. Choose another one'

/**
 * Returns the question whether a password has leaked, to be asked outside of a unit of work: it may go over the network,
 * and no connection to the database waits for that.
 */
export const leakQuestion = (password: string): (() => Promise<Breached | 'leaked'>) => {
  const address = ground().installation.breachedPasswords
  if (address === null) return () => Promise.resolve('not-asked')
  return async () => {
    const leaked = await askBreached(password, address.endsWith('/') ? address : `${address}/`)
    if (leaked) return 'leaked'
    return leaked === null ? 'no-answer' : 'asked'
  }
}
