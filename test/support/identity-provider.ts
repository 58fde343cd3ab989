/** A real identity provider on this machine, and a browser that signs in there. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'

/** Who signs in at the provider. `stops`: turns round on its page. */
export type AtProvider = {
  readonly sub: string
  readonly claims: Readonly<Record<string, string | boolean | readonly string[]>>
  readonly stops?: true
}

export type IdentityProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Signs in there in a fresh browser. Returns the path that it sends back to, with the code. */
  readonly visit: (address: string, who: AtProvider) => Promise<string>
  /** Says who is at the provider's page from now on: for a real browser. */
  readonly greet: (who: AtProvider) => void
  readonly close: () => Promise<void>
}

const clientId = 'plumbline'
const clientSecret = 'a-secret-of-the-application-only'

const providerAt = (issuer: string, returnTo: string, who: () => AtProvider): Provider =>
  new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnTo] }],
    claims: { openid: ['sub'], profile: ['name', 'roles'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...who().claims }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: who().sub, clientId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })

/** Starts a provider that knows one application, which people are sent back to at `returnTo`. */
export const identityProvider = async (returnTo: string): Promise<IdentityProvider> => {
  let present: AtProvider = { sub: 'nobody', claims: {} }
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('No port was given')
  const issuer = `http://127.0.0.1:${bound.port}`
  const provider = providerAt(issuer, returnTo, () => present)
  const answer = provider.callback()
  const interact = (request: IncomingMessage, response: ServerResponse) =>
    provider.interactionFinished(
      request,
      response,
      present.stops ? { error: 'access_denied' } : { login: { accountId: present.sub } },
    )
  server.on('request', (request, response) =>
    request.url?.startsWith('/interaction/') ? interact(request, response) : answer(request, response),
  )
  const visit = async (address: string, who: AtProvider): Promise<string> => {
    present = who
    const jar = new Map<string, string>()
    let at = address
    while (at.startsWith(issuer)) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const step = await fetch(at, { redirect: 'manual', headers: { cookie } })
      for (const line of step.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
        jar.set(name, value)
      }
      const next = step.headers.get('location')
      if (next === null) throw new Error(`The provider stopped at ${at}: ${await step.text()}`)
      at = new URL(next, at).href
    }
    const back = new URL(at)
    return `${back.pathname}${back.search}`
  }
  const close = async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  const greet = (who: AtProvider): void => {
    present = who
  }
  return { issuer, clientId, clientSecret, visit, greet, close }
}
