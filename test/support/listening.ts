import { serve } from '@hono/node-server'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Role, roles } from '../../src/core/people/roles.ts'
import { people as eastmarchPeople } from '../../src/server/demo/eastmarch.ts'
import type { InventedPerson } from '../../src/server/demo/invented.ts'
import { loadDemonstration } from '../../src/server/demo/load.ts'
import { people as northfoldPeople } from '../../src/server/demo/northfold.ts'
import { serverLimits } from '../../src/server/platform/http/server-limits.ts'
import { type TestApp, testApp } from './app.ts'
import { demonstrationLoadedAt } from './cluster.ts'

/** The application on a port of its own, for a browser. */
export type ListeningApp = TestApp & {
  readonly address: string
  /** A new browser context, signed in by the sign-in page as a person would. */
  readonly signedInPage: (browser: Browser, role: Role, options?: BrowserContextOptions) => Promise<Page>
}

/** Opens the application with Eastmarch of the demonstration, its workers running, on a free port. */
export const listeningApp = async (): Promise<ListeningApp> =>
  listening(await testApp('demo', { workers: true }), eastmarchPeople)

/** The same with Northfold. It is no template: one test wants it, and the others need not wait for it. */
export const listeningNorthfold = async (): Promise<ListeningApp> => {
  const app = await testApp('empty', { workers: true })
  await loadDemonstration({ ...app.opened.ground, clock: () => demonstrationLoadedAt }, () => {}, 'northfold')
  return listening(app, northfoldPeople)
}

const listening = async (app: TestApp, people: readonly InventedPerson[]): Promise<ListeningApp> => {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = serve(
    { fetch: app.app.fetch, port: 0, hostname: '127.0.0.1', serverOptions: serverLimits },
    ({ port }) => resolve(port),
  )
  const address = `http://127.0.0.1:${await promise}`
  return {
    ...app,
    address,
    signedInPage: async (browser, role, options = {}) => {
      const name = people.find((person) => person.role === role)?.name
      if (!name) throw new Error(`The demonstration has no ${roles[role].name}`)
      const page = await (await browser.newContext(options)).newPage()
      await page.goto(`${address}/sign-in`)
      await page.getByLabel(name).check()
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL((url) => url.pathname !== '/sign-in')
      return page
    },
    close: async () => {
      await new Promise((done) => server.close(done))
      await app.close()
    },
  }
}
