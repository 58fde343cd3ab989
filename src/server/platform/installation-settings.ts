import { isIP } from 'node:net'
import { z } from 'zod'
import { fault } from '../../core/kit/problems.ts'
import { type Installation, ordinaryInstallation } from './installation.ts'
import { readOidc } from './oidc-settings.ts'
import { type Environment, readSetting } from './setting.ts'

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const webAddress = z.url({ protocol: /^https?$/ })
const smtpAddress = z.url({ protocol: /^smtps?$/ })
const addresses = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()))
  .refine((given) => given.every((address) => isIP(address) !== 0))
const sender = z.string().regex(/@/)
const contact = z.url({ protocol: /^(https|mailto)$/ })

const mailOf = (environment: Environment): Installation['mail'] => {
  const smtp = readSetting<string | null>(
    environment,
    'SMTP_URL',
    smtpAddress,
    null,
    'an address such as smtps://user:password@host:465',
  )
  const from = readSetting<string | null>(
    environment,
    'MAIL_FROM',
    sender,
    null,
    'a sender such as "Northfold Council <quality@northfold.example>"',
  )
  if ((smtp === null) !== (from === null))
    throw fault('setting-invalid', {
      name: smtp === null ? 'SMTP_URL' : 'MAIL_FROM',
      value: 'not set',
      why: 'mail needs both SMTP_URL and MAIL_FROM',
      expected: smtp === null ? 'the address of your mail server' : 'the sender of your mail',
    })
  return smtp === null || from === null ? null : { smtp, from }
}

const keysOf = ({
  SECOND_STEP_KEYS: text,
  SECOND_STEP_KEYS_FILE: file,
}: Environment): Installation['secondStepKeys'] => (text ? { text } : file ? { file } : null)

/** Returns what an installation decided for itself. `listening` is its address where PUBLIC_URL is not set. */
export const readInstallation = (environment: Environment, listening: string): Installation => {
  const usual = ordinaryInstallation
  const minutes = (name: string, otherwise: number) =>
    readSetting(environment, name, whole(1, 1440), otherwise, 'a whole number of minutes from 1 to 1440')
  const perMinute = (name: string, otherwise: number) =>
    readSetting(environment, name, whole(1, 100_000), otherwise, 'a whole number from 1 to 100000')
  const address = readSetting(
    environment,
    'PUBLIC_URL',
    webAddress,
    listening,
    'an address such as https://quality.northfold.example',
  )
  return {
    ...usual,
    address: new URL(address).origin,
    secure: address.startsWith('https:'),
    trustedProxies: readSetting<readonly string[]>(
      environment,
      'TRUSTED_PROXY',
      addresses,
      [],
      'one IP address or several with commas, such as 127.0.0.1',
    ),
    sessionIdleMinutes: minutes('SESSION_IDLE_MINUTES', usual.sessionIdleMinutes),
    sessionHours: readSetting(
      environment,
      'SESSION_HOURS',
      whole(1, 24),
      usual.sessionHours,
      'a whole number of hours from 1 to 24',
    ),
    mail: mailOf(environment),
    breachedPasswords: readSetting<string | null>(
      environment,
      'BREACHED_PASSWORDS_URL',
      webAddress,
      null,
      'an address such as https://api.pwnedpasswords.com/range/',
    ),
    securityContact: readSetting<string | null>(
      environment,
      'SECURITY_CONTACT',
      contact,
      null,
      'an address such as mailto:security@northfold.example or https://northfold.example/security',
    ),
    writesOfPerson: perMinute('WRITES_PER_MINUTE', usual.writesOfPerson),
    writesOfSource: perMinute('ANONYMOUS_WRITES_PER_MINUTE', usual.writesOfSource),
    readsOfPerson: perMinute('READS_PER_MINUTE', usual.readsOfPerson),
    readsOfSource: perMinute('ANONYMOUS_READS_PER_MINUTE', usual.readsOfSource),
    callsOfToken: perMinute('API_CALLS_PER_MINUTE', usual.callsOfToken),
    oidc: readOidc(environment),
    secondStepKeys: keysOf(environment),
  }
}
