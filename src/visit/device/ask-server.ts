import type { Refusal } from '../refusals.ts'

const patience = 30_000

/** Sends JSON to the server. Returns its answer, or why there is none that we can use, in plain English. */
export const askServer = async (path: string, body: unknown): Promise<Response | Refusal> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      // A session that ended answers with the way to the sign-in page; followed, it would look like success.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    return response.ok && isJson(response) ? response : await refusalOf(response)
  } catch {
    return noSignal
  }
}

const isJson = (response: Response): boolean =>
  response.headers.get('content-type')?.includes('json') === true

const noSignal: Refusal = {
  status: 503,
  says: 'The server did not answer: there is no signal, or it is not running.',
  next: 'Everything you saved is still on this device. Carry on, and try again when you have signal.',
}

const signedOut: Refusal = {
  status: 403,
  says: 'You are signed out, or may not do this.',
  next: 'Everything you saved is still on this device. Sign in again in this browser, come back to this visit and try again.',
}

const refusalOf = async (response: Response): Promise<Refusal> => {
  if (response.type === 'opaqueredirect' || response.status === 401) return signedOut
  const told: unknown = isJson(response) ? await response.json().catch(() => null) : null
  if (isTold(told)) return { status: told.status === 404 ? 404 : 409, says: told.says, next: told.next }
  if (response.status === 403) return signedOut
  return {
    status: 502,
    says: `The server could not do this (it answered ${response.status}).`,
    next: 'Everything you saved is still on this device. Try again later; if it happens again, tell your administrator.',
  }
}

const isTold = (told: unknown): told is Refusal =>
  typeof told === 'object' && told !== null && 'says' in told && 'next' in told
