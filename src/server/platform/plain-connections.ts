import { z } from 'zod'
import { fault } from '../../core/kit/problems.ts'
import { isLoopback } from './loopback.ts'
import { type Environment, readSetting } from './setting.ts'

const yesOrNo = z.enum(['yes', 'no']).transform((word) => word === 'yes')

/** Whether an address of a database leaves this machine. One without a host, or with a folder as host, is a socket of ours. */
const isRemote = (address: URL): boolean =>
  address.hostname !== '' &&
  !isLoopback(address.hostname) &&
  !address.searchParams.get('host')?.startsWith('/')

/**
 * Refuses to start live where what people type or keep would cross a network that others can listen in on: to the
 * database without a certificate that is checked, or to Plumbline by plain http. `PLAIN_CONNECTIONS=yes` allows both,
 * for a network that nobody else is on.
 */
export const refusePlain = (environment: Environment, databaseUrl: string | null): void => {
  if (readSetting(environment, 'PLAIN_CONNECTIONS', yesOrNo, false, 'yes or no')) return
  const database = databaseUrl === null ? null : new URL(databaseUrl)
  if (database && isRemote(database) && database.searchParams.get('sslmode') !== 'verify-full')
    throw fault('setting-invalid', {
      name: 'DATABASE_URL',
      value: 'without sslmode=verify-full',
      why: 'the database is on another machine, and others could listen in or stand in for it',
      expected:
        'an address that ends in ?sslmode=verify-full, or PLAIN_CONNECTIONS to yes on a network of your own',
    })
  const address = environment.PUBLIC_URL
  if (address?.startsWith('http:') && URL.canParse(address) && !isLoopback(new URL(address).hostname))
    throw fault('setting-invalid', {
      name: 'PUBLIC_URL',
      value: `"${address}"`,
      why: 'passwords would cross the network in the open',
      expected: 'an https address, or PLAIN_CONNECTIONS to yes on a network of your own',
    })
}
