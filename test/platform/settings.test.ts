import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { isFault } from '../../src/core/kit/problems.ts'
import { ordinaryInstallation } from '../../src/server/platform/installation.ts'
import { readSettings } from '../../src/server/platform/settings.ts'

test('nothing set gives a demonstration on loopback', () => {
  assert.deepEqual(readSettings({}), {
    port: 3000,
    host: '127.0.0.1',
    dataFolder: resolve('./data'),
    databaseUrl: null,
    mode: 'demo',
    logFormat: 'text',
    installation: ordinaryInstallation,
  })
})

test('what an installation decides for itself is read, and a public address decides whether cookies are secure', () => {
  const { installation } = readSettings({
    PUBLIC_URL: 'https://quality.northfold.example/',
    TRUSTED_PROXY: '127.0.0.1, ::1',
    SESSION_IDLE_MINUTES: '20',
    SESSION_HOURS: '8',
    SMTP_URL: 'smtps://user:secret@mail.northfold.example',
    MAIL_FROM: 'Northfold <quality@northfold.example>',
    BREACHED_PASSWORDS_URL: 'https://api.pwnedpasswords.com/range/',
    SECURITY_CONTACT: 'mailto:security@northfold.example',
    WRITES_PER_MINUTE: '60',
    ANONYMOUS_WRITES_PER_MINUTE: '100',
    READS_PER_MINUTE: '900',
  })
  assert.deepEqual(installation, {
    ...ordinaryInstallation,
    address: 'https://quality.northfold.example',
    secure: true,
    trustedProxies: ['127.0.0.1', '::1'],
    sessionIdleMinutes: 20,
    sessionHours: 8,
    mail: {
      smtp: 'smtps://user:secret@mail.northfold.example',
      from: 'Northfold <quality@northfold.example>',
    },
    breachedPasswords: 'https://api.pwnedpasswords.com/range/',
    securityContact: 'mailto:security@northfold.example',
    writesOfPerson: 60,
    writesOfSource: 100,
    readsOfPerson: 900,
  })
  assert.equal(readSettings({ HOST: '::1', PORT: '8080' }).installation.address, 'http://[::1]:8080')
})

test('a live installation logs in JSON, and a demonstration in sentences, unless LOG_FORMAT says otherwise', () => {
  const live = { DATABASE_URL: 'postgres://u:p@db/plumbline?sslmode=verify-full' }
  assert.equal(readSettings(live).logFormat, 'json')
  assert.equal(readSettings({ ...live, LOG_FORMAT: 'text' }).logFormat, 'text')
  assert.equal(readSettings({ LOG_FORMAT: 'json' }).logFormat, 'json')
})

test('a database or an open address means live, never one-click sign-in', () => {
  assert.equal(readSettings({ DATABASE_URL: 'postgres://u:p@db/plumbline?sslmode=verify-full' }).mode, 'live')
  assert.equal(readSettings({ HOST: '0.0.0.0' }).mode, 'live')
})

const oidc = {
  PUBLIC_URL: 'https://quality.northfold.example',
  OIDC_ISSUER: 'https://login.northfold.example',
  OIDC_CLIENT_ID: 'plumbline',
  OIDC_CLIENT_SECRET: 'hush',
}

test('what crosses a network is encrypted, unless the installation says that nobody else is on it', () => {
  const live = { PLUMBLINE_MODE: 'live' }
  for (const database of ['127.0.0.1:5432/x', '[::1]/x', 'localhost/x', '/x?host=/run/postgresql'])
    readSettings({ ...live, DATABASE_URL: `postgres://${database}` })
  readSettings({ ...live, PUBLIC_URL: 'http://127.0.0.1:3000' })
  readSettings({
    ...live,
    PLAIN_CONNECTIONS: 'yes',
    DATABASE_URL: 'postgres://u:p@db/x',
    PUBLIC_URL: 'http://a.example',
  })
})

const refused: readonly (readonly [Record<string, string>, RegExp])[] = [
  [{ PORT: 'eighty' }, /PORT is "eighty".*whole number from 0 to 65535/s],
  [{ PORT: '70000' }, /PORT/],
  [{ PORT: '80.5' }, /PORT/],
  [{ PLUMBLINE_MODE: 'production' }, /PLUMBLINE_MODE is "production".*demo or live/s],
  [{ PLUMBLINE_MODE: 'demo', HOST: '0.0.0.0' }, /one click/],
  [{ PLUMBLINE_MODE: 'demo', DATABASE_URL: 'postgres://u:p@db/x' }, /one click/],
  [{ PUBLIC_URL: 'quality.northfold.example' }, /PUBLIC_URL.*https:\/\/quality/s],
  [{ TRUSTED_PROXY: 'the proxy' }, /TRUSTED_PROXY.*IP address/s],
  [{ SESSION_IDLE_MINUTES: '0' }, /SESSION_IDLE_MINUTES.*whole number of minutes/s],
  [{ SESSION_HOURS: '25' }, /SESSION_HOURS/],
  [{ SMTP_URL: 'smtp://user:secret@mail' }, /MAIL_FROM is not set.*both/s],
  [{ MAIL_FROM: 'a@b.example' }, /SMTP_URL is not set/],
  [{ SMTP_URL: 'mail:secret', MAIL_FROM: 'a@b.example' }, /SMTP_URL is set/],
  [{ LOG_FORMAT: 'xml' }, /LOG_FORMAT is "xml".*json or text/s],
  [{ SECURITY_CONTACT: 'Ada Birch' }, /SECURITY_CONTACT.*mailto:security/s],
  [{ WRITES_PER_MINUTE: '0' }, /WRITES_PER_MINUTE.*whole number/s],
  [
    { DATABASE_URL: 'postgres://u:secret@db/x' },
    /DATABASE_URL is without sslmode=verify-full.*another machine/s,
  ],
  [{ DATABASE_URL: 'postgres://u:secret@db/x?sslmode=require' }, /sslmode=verify-full/],
  [{ HOST: '0.0.0.0', PUBLIC_URL: 'http://quality.northfold.example' }, /PUBLIC_URL.*in the open/s],
  [{ DATABASE_URL: 'mysql://root:secret@db/x' }, /DATABASE_URL/],
  [{ OIDC_ISSUER: oidc.OIDC_ISSUER }, /OIDC_CLIENT_ID is not set.*needs OIDC_ISSUER/s],
  [{ ...oidc, OIDC_CLIENT_SECRET: '' }, /OIDC_CLIENT_SECRET is not set/],
  [{ ...oidc, PUBLIC_URL: '' }, /PUBLIC_URL is not set.*sends people back/s],
  [{ ...oidc, OIDC_ISSUER: 'http://login.example' }, /OIDC_ISSUER.*https address/s],
  [{ ...oidc, OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, /OIDC_ISSUER.*one issuer/s],
  [{ ...oidc, OIDC_ROLES: '{"Leads":"registered-manager"}' }, /OIDC_ROLES.*council role/s],
  [{ ...oidc, OIDC_ROLES: '{"Leads":' }, /OIDC_ROLES.*JSON/s],
  [{ ...oidc, OIDC_CLIENT_SECRET_FILE: '/a' }, /OIDC_CLIENT_SECRET_FILE.*is set as well/s],
  [
    { ...oidc, OIDC_CLIENT_SECRET: '', OIDC_CLIENT_SECRET_FILE: '/there/is/none' },
    /OIDC_CLIENT_SECRET_FILE.*cannot be read/s,
  ],
]

test('sign-in by OpenID Connect is read, with the secret in a file where one is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-oidc-'))
  const file = join(folder, 'client')
  await writeFile(file, 'of the file\n')
  const read = readSettings({
    ...oidc,
    OIDC_ISSUER: 'http://127.0.0.1:9000',
    OIDC_CLIENT_SECRET: '',
    OIDC_CLIENT_SECRET_FILE: file,
    OIDC_ROLES_CLAIM: 'groups',
    OIDC_ROLES: '{"Leads":"contract-lead"}',
  })
  await rm(folder, { recursive: true })
  assert.deepEqual(read.installation.oidc, {
    issuer: 'http://127.0.0.1:9000',
    clientId: 'plumbline',
    clientSecret: 'of the file',
    rolesClaim: 'groups',
    roles: { Leads: 'contract-lead' },
    authority: null,
    exclusive: false,
  })
  const usual = readSettings({ ...oidc, OIDC_AUTHORITY: 'northfold' }).installation.oidc
  assert.deepEqual([usual?.rolesClaim, usual?.authority], ['roles', 'northfold'])
  assert.equal(usual?.roles['contract-lead'], 'contract-lead')
  assert.equal(usual?.roles['registered-manager'], undefined)
})

for (const [environment, says] of refused)
  test(`refused with a clear word: ${JSON.stringify(environment)}`, () => {
    assert.throws(
      () => readSettings(environment),
      (error) => isFault(error) && says.test(error.message) && !/:secret|hush/.test(error.message),
    )
  })
