import { fault } from '../../../../core/kit/problems.ts'
import { ground } from '../../../platform/database/unit-of-work.ts'
import { isLocal, withCookies } from '../../../platform/http/answer.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { askOutside, type Outside } from '../../../platform/http/outside.ts'
import type { Route } from '../../../platform/http/route.ts'
import { startAttempt, takeAttempt } from '../../commands/oidc-attempt.ts'
import { noteRefusal, type Refused, signInByProvider } from '../../commands/oidc-sign-in.ts'
import { addressOfProvider, type ProviderHere, proofOf } from '../../identity-provider.ts'
import { refusedPage } from './refused-page.ts'

/** How staff sign in by a provider. Nobody does in a demonstration, whose people are invented. */
const settings = (): ProviderHere => {
  const { mode, installation } = ground()
  if (mode !== 'live' || installation.oidc === null) throw fault('page-not-found')
  return { ...installation.oidc, here: installation.address }
}

const refuse = async (asked: Asked, by: ProviderHere, refused: Refused): Promise<Response> => {
  await noteRefusal(by, refused)
  return withCookies(asked.context, refusedPage(asked, refused.refused))
}

const start = async (asked: Asked): Promise<Outside> => {
  const by = settings()
  const wanted = asked.query('return-to') ?? '/'
  const secrets = await startAttempt(asked.context, isLocal(wanted) ? wanted : '/')
  return askOutside(
    () => addressOfProvider(by, secrets),
    async (address) =>
      address === null
        ? refuse(asked, by, { refused: 'provider', person: null })
        : asked.context.redirect(address, 303),
  )
}

const comeBack = async (asked: Asked): Promise<Response | Outside> => {
  const by = settings()
  const attempt = await takeAttempt(asked.context)
  if (attempt === null) return refuse(asked, by, { refused: 'ended', person: null })
  if (asked.query('state') !== attempt.state) return refuse(asked, by, { refused: 'state', person: null })
  return askOutside(
    () => proofOf(by, asked.url.search, attempt),
    async (proved) => {
      const step = await signInByProvider(asked.context, by, proved)
      if (step.refused !== null) return refuse(asked, by, step)
      return asked.context.redirect(step.choose ? '/acting-for' : attempt.returnTo, 303)
    },
  )
}

/** Signing in by the council's identity provider: there, and back. */
export const oidcRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sign-in/oidc',
    permission: 'anyone',
    sample: { none: 'it leads to another website: test/server/oidc.test.ts goes there and back' },
    writes: { none: 'who leaves for the provider is noted for ten minutes; nothing of a case' },
    handle: start,
  },
  {
    method: 'GET',
    path: '/sign-in/oidc/return',
    permission: 'anyone',
    sample: { none: 'only with an answer of the provider: test/server/oidc.test.ts brings one' },
    writes: 'session.started',
    handle: comeBack,
  },
]
