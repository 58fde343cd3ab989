import { fault, isFault } from '../../../core/kit/problems.ts'
import { retryAfter } from './back-off.ts'
import { readBody } from './body.ts'

/** What CQC's API said about one thing, once and for all. */
export type Answer =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'gone' }
  /** CQC will not have it asked like this: asking again changes nothing. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It answered, but nothing that can be read. */
  | { readonly kind: 'unreadable'; readonly why: string }

/** What one try gave: an answer, or a reason to try again. `busy` concerns every call, `failed` only this one. */
export type Try =
  | Answer
  | { readonly kind: 'busy' | 'failed'; readonly why: string; readonly after: number | null }

export type Exchange = (path: string) => Promise<Try>

/** Whom we ask, and as whom. */
export type Line = {
  readonly address: string
  readonly key: string
  readonly userAgent: string
  /** Milliseconds for a whole answer. */
  readonly timeout: number
  readonly fetch: typeof fetch
  readonly signal: AbortSignal | undefined
}

const judge = async (response: Response): Promise<Try> => {
  const { status } = response
  if (status === 200) {
    const body = await readBody(response)
    return body.ok ? { kind: 'json', json: body.value } : { kind: 'unreadable', why: body.reason }
  }
  await response.body?.cancel()
  if (status === 404) return { kind: 'gone' }
  const [why, after] = [`it answered ${status}`, retryAfter(response.headers)]
  // A used-up quota is answered with 403 too, and then says when it begins anew.
  if (status === 429 || (status === 403 && after !== null)) return { kind: 'busy', why, after }
  if (status === 401 || status === 403) throw fault('cqc-key-refused', { status })
  if (status >= 500 || status === 408) return { kind: 'failed', why, after }
  return { kind: 'refused', why }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof Error && error.name === 'TimeoutError') return 'it took too long'
  // The message itself stays unsaid: it may quote a header, and so the key.
  const cause: unknown = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : ''
  return `the connection failed${code}`
}

/** Returns the function that asks for one path, once. Throws `cqc-key-refused`, and what `signal` was aborted with. */
export const exchangeOver =
  ({ address, key, userAgent, timeout, fetch, signal }: Line): Exchange =>
  async (path) => {
    const patience = AbortSignal.timeout(timeout)
    try {
      const response = await fetch(`${address}/${path}`, {
        headers: {
          accept: 'application/json',
          'user-agent': userAgent,
          'ocp-apim-subscription-key': key,
        },
        // A redirect would take the key along to wherever it points.
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      })
      return await judge(response)
    } catch (error) {
      if (isFault(error)) throw error
      signal?.throwIfAborted()
      return { kind: 'failed', why: reasonOf(error), after: null }
    }
  }
