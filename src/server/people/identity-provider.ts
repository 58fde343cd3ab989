import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client'
import type { Claims } from '../../core/people/claims.ts'
import type { ProviderRefusal } from '../../core/people/provider-refusal.ts'
import { isLoopback } from '../platform/loopback.ts'
import type { OidcSettings } from '../platform/oidc-settings.ts'

/** What ties an answer of the provider to one browser and one question. */
export type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** What came of asking the provider. */
export type Proved =
  | { readonly refused: ProviderRefusal }
  | { readonly refused: null; readonly issuer: string; readonly subject: string; readonly claims: Claims }

const patienceInSeconds = 5

/** The secret goes where the provider takes it: in the body if it says so, else in the header, which all must take. */
const authentication =
  (secret: string): ClientAuth =>
  (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post')
      ? ClientSecretPost(secret)
      : ClientSecretBasic(secret))(server, ...rest)

/** Asks the provider each time what it is, so that new keys and addresses hold at once. */
const providerOf = ({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> => {
  const address = new URL(issuer)
  const plain = address.protocol === 'http:' && isLoopback(address.hostname)
  return discovery(address, clientId, undefined, authentication(clientSecret), {
    timeout: patienceInSeconds,
    execute: [enableNonRepudiationChecks, ...(plain ? [allowInsecureRequests] : [])],
  })
}

/** The provider of a council, and the address of Plumbline, to which it sends people back. */
export type ProviderHere = OidcSettings & { readonly here: string }

const returnAddress = ({ here }: ProviderHere): string => `${here}/sign-in/oidc/return`

/** Returns where the browser goes to sign in; null where the provider does not answer. */
export const addressOfProvider = async (by: ProviderHere, secrets: Secrets): Promise<string | null> => {
  const provider = await providerOf(by).catch(() => null)
  if (provider === null) return null
  return buildAuthorizationUrl(provider, {
    redirect_uri: returnAddress(by),
    scope: 'openid profile email',
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
  }).href
}

/** Only codes are looked at: messages of the provider may hold what is secret. */
const unanswered = new Set(['OAUTH_TIMEOUT', 'OAUTH_HTTP_REQUEST_FORBIDDEN', 'OAUTH_RESPONSE_IS_NOT_CONFORM'])

const refusalOf = (error: unknown): ProviderRefusal => {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'denied' : 'provider'
  if (error instanceof ClientError && unanswered.has(error.code ?? '')) return 'provider'
  // fetch says so where nobody listens.
  return error instanceof TypeError && !('code' in error) ? 'provider' : 'token'
}

/** Changes the code of an answer for what it proves: who the person is, by the provider's signature. */
export const proofOf = async (by: ProviderHere, query: string, secrets: Secrets): Promise<Proved> => {
  const provider = await providerOf(by).catch(() => null)
  if (provider === null) return { refused: 'provider' }
  try {
    const tokens = await authorizationCodeGrant(provider, new URL(`${returnAddress(by)}${query}`), {
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.verifier,
      idTokenExpected: true,
    })
    const signed = tokens.claims()
    if (signed === undefined) return { refused: 'token' }
    const lacks = signed[by.rolesClaim] === undefined || signed.email === undefined
    // Many providers tell name, address and roles only when asked with the token.
    const more =
      lacks && provider.serverMetadata().userinfo_endpoint
        ? await fetchUserInfo(provider, tokens.access_token, signed.sub)
        : {}
    return { refused: null, issuer: signed.iss, subject: signed.sub, claims: { ...more, ...signed } }
  } catch (error) {
    return { refused: refusalOf(error) }
  }
}
