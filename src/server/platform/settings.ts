import { resolve } from 'node:path'
import { z } from 'zod'
import { fault } from '../../core/kit/problems.ts'
import type { Installation } from './installation.ts'
import { readInstallation } from './installation-settings.ts'
import type { LogFormat } from './log/log.ts'
import { isLoopback } from './loopback.ts'
import { refusePlain } from './plain-connections.ts'
import { type Environment, readSetting as read } from './setting.ts'

/** What the environment may set. Each has a default that works on a clean machine. */
export type Settings = {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly mode: 'demo' | 'live'
  readonly logFormat: LogFormat
  readonly installation: Installation
}

const port = z.coerce.number().int().min(0).max(65535)
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ })
const mode = z.enum(['demo', 'live'])
const logFormat = z.enum(['json', 'text'])

/**
 * Returns the settings of the environment. Demo is the mode only where no DATABASE_URL is given and
 * the server listens on loopback: a production database must never come up with one-click sign-in.
 * Throws the fault `setting-invalid` that names the setting.
 */
export const readSettings = (environment: Environment): Settings => {
  const host = environment.HOST || '127.0.0.1'
  const url = read<string | null>(
    environment,
    'DATABASE_URL',
    databaseUrl,
    null,
    'an address such as postgres://user:password@host/database',
  )
  const demoAllowed = url === null && isLoopback(host)
  const chosen = read<Settings['mode']>(
    environment,
    'PLUMBLINE_MODE',
    mode,
    demoAllowed ? 'demo' : 'live',
    'demo or live',
  )
  if (chosen === 'demo' && !demoAllowed)
    throw fault('setting-invalid', {
      name: 'PLUMBLINE_MODE',
      value: '"demo"',
      why: 'demo lets anyone sign in with one click, so it runs only on this machine (HOST 127.0.0.1) and without DATABASE_URL',
      expected: 'live',
    })
  if (chosen === 'live') refusePlain(environment, url)
  const listensOn = read(environment, 'PORT', port, 3000, 'a whole number from 0 to 65535')
  return {
    port: listensOn,
    host,
    dataFolder: resolve(environment.PLUMBLINE_DATA || './data'),
    databaseUrl: url,
    mode: chosen,
    logFormat: read<LogFormat>(
      environment,
      'LOG_FORMAT',
      logFormat,
      chosen === 'live' ? 'json' : 'text',
      'json or text',
    ),
    installation: readInstallation(
      environment,
      `http://${host.includes(':') ? `[${host}]` : host}:${listensOn}`,
    ),
  }
}
