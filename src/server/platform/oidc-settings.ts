import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { fault } from '../../core/kit/problems.ts'
import type { OwnSignIn } from '../../core/people/proof.ts'
import { isRole, type Role, rolesOfSide } from '../../core/people/roles.ts'
import { isLoopback } from './loopback.ts'
import { type Environment, readSetting } from './setting.ts'

/** How a council's own people sign in by its identity provider. */
export type OidcSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claim that says what a person may be. */
  readonly rolesClaim: string
  /** Our role by its name in the claim. Council roles only: no provider makes anybody one of a care provider. */
  readonly roles: Readonly<Record<string, Role>>
  /** The council whose people they are; null where the only one is meant. */
  readonly authority: string | null
  /** Whether its people must come by the provider, and a password and a code are not enough. */
  readonly exclusive: boolean
}

/** Returns how the people of a council with a provider must come; null where none has one. */
export const ownSignIn = ({
  mode,
  installation: { oidc },
}: {
  readonly mode: 'demo' | 'live'
  readonly installation: { readonly oidc: OidcSettings | null }
}): OwnSignIn =>
  mode === 'live' && oidc !== null ? { council: oidc.authority, exclusive: oidc.exclusive } : null

const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
const names = [
  ...needed,
  'OIDC_CLIENT_SECRET_FILE',
  'OIDC_ROLES_CLAIM',
  'OIDC_ROLES',
  'OIDC_AUTHORITY',
  'OIDC_ONLY',
] as const

/** Tenants of Entra ID that stand for every organisation: anybody’s administrator could give roles here. */
const everyTenant = /\/(common|organizations|consumers)(\/|$)/

const issuerAddress = z
  .url({ protocol: /^https?$/ })
  .refine((address) => address.startsWith('https:') || isLoopback(new URL(address).hostname))
  .refine((address) => !everyTenant.test(new URL(address).pathname))

const councilRoles = rolesOfSide('council')
const ownIds = Object.fromEntries(councilRoles.map((role) => [role, role]))

const roleMap = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('not JSON')
      return z.NEVER
    }
  })
  .pipe(
    z.record(
      z.string().min(1),
      z.custom<Role>((id) => typeof id === 'string' && isRole(id) && councilRoles.includes(id)),
    ),
  )
  .refine((map) => Object.keys(map).length > 0)

const yesOrNo = z.enum(['yes', 'no']).transform((word) => word === 'yes')

const missing = (name: string, why: string, expected: string) =>
  fault('setting-invalid', { name, value: 'not set', why, expected })

const secretOf = (environment: Environment): string => {
  const file = environment.OIDC_CLIENT_SECRET_FILE
  if (!file) return environment.OIDC_CLIENT_SECRET ?? ''
  const name = 'OIDC_CLIENT_SECRET_FILE'
  const expected = 'a file that holds the secret alone, and leave OIDC_CLIENT_SECRET out'
  const wrong = (why: string) => fault('setting-invalid', { name, value: `"${file}"`, why, expected })
  if (environment.OIDC_CLIENT_SECRET) throw wrong('OIDC_CLIENT_SECRET is set as well')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw wrong('the file cannot be read')
  }
}

/** Returns how staff sign in by OpenID Connect; null where nothing of it is set. Throws `setting-invalid`. */
export const readOidc = (environment: Environment): OidcSettings | null => {
  if (names.every((name) => !environment[name])) return null
  const clientSecret = secretOf(environment)
  for (const name of needed)
    if (name === 'OIDC_CLIENT_SECRET' ? clientSecret === '' : !environment[name])
      throw missing(
        name,
        `sign-in by OpenID Connect needs ${needed.join(', ')}`,
        'what your identity provider shows for this application',
      )
  if (!environment.PUBLIC_URL)
    throw missing(
      'PUBLIC_URL',
      'the identity provider sends people back to it',
      'the address that people reach',
    )
  return {
    issuer: readSetting(
      environment,
      'OIDC_ISSUER',
      issuerAddress,
      '',
      'the https address of one issuer, such as https://login.microsoftonline.com/TENANT-ID/v2.0',
    ),
    clientId: environment.OIDC_CLIENT_ID ?? '',
    clientSecret,
    rolesClaim: environment.OIDC_ROLES_CLAIM || 'roles',
    roles: readSetting<OidcSettings['roles']>(
      environment,
      'OIDC_ROLES',
      roleMap,
      ownIds,
      'JSON that gives each name of the claim a council role, such as {"Quality-Leads":"contract-lead"}',
    ),
    authority: environment.OIDC_AUTHORITY || null,
    exclusive: readSetting(environment, 'OIDC_ONLY', yesOrNo, false, 'yes or no'),
  }
}
