import type { ConsoleMessage, Page, Request, Response } from 'playwright-core'

/**
 * Listens to a page until `stop`, which returns everything that went wrong: errors in the console (violations of the
 * content security policy are among them), errors nobody caught, and requests that failed or were refused.
 * A page that is meant to say no answers with `status`; Chromium's own remark about that is left out.
 */
export const watch = (page: Page, status = 200): { readonly stop: () => readonly string[] } => {
  const found: string[] = []
  const isPage = (request: Request): boolean =>
    request.isNavigationRequest() && request.frame() === page.mainFrame()
  const onConsole = (message: ConsoleMessage): void => {
    const expected = status >= 400 && message.text().includes(`status of ${status}`)
    if (message.type() === 'error' && !expected) found.push(`console: ${message.text()}`)
  }
  const onError = (error: Error): void => void found.push(`error: ${error.message}`)
  const onFailed = (request: Request): void =>
    void found.push(`request failed: ${request.url()} (${request.failure()?.errorText})`)
  const onResponse = (response: Response): void => {
    if (response.status() >= 400 && !isPage(response.request()))
      found.push(`answered ${response.status()}: ${response.url()}`)
  }
  page
    .on('console', onConsole)
    .on('pageerror', onError)
    .on('requestfailed', onFailed)
    .on('response', onResponse)
  return {
    stop: () => {
      page
        .off('console', onConsole)
        .off('pageerror', onError)
        .off('requestfailed', onFailed)
        .off('response', onResponse)
      return found
    },
  }
}
