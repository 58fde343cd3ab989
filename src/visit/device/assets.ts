const cacheOf = (visit: string): string => `plumbline-visit-${visit}`

/** Keeps the styles, scripts, pictures and fonts of a layout, as they are now: one cache a visit, dropped with it. */
export const keepAssets = async (visit: string, frame: string): Promise<void> => {
  await dropAssets(visit)
  const cache = await caches.open(cacheOf(visit))
  const styles = await Promise.all(addressesIn(frame).map((address) => keep(cache, address)))
  await Promise.all(styles.flat().map((address) => keep(cache, address)))
}

export const dropAssets = (visit: string): Promise<boolean> => caches.delete(cacheOf(visit))

/** Returns a kept file, or undefined. */
export const keptAsset = async (visit: string, request: Request): Promise<Response | undefined> =>
  (await caches.open(cacheOf(visit))).match(request, { ignoreVary: true })

/** Returns what the layout itself names: every local file in an href or src. */
const addressesIn = (frame: string): readonly string[] =>
  [
    ...frame.matchAll(
      /(?:href|src)="(\/[^"]+\.(?:css|js|svg|png|ico|woff2?|json|webmanifest)(?:\?[^"]*)?)"/g,
    ),
  ].map(([, address]) => new URL(address ?? '', location.origin).href)

/** Keeps one file. Returns the addresses of what it asks for in turn. */
const keep = async (cache: Cache, address: string): Promise<readonly string[]> => {
  const response = await fetch(address)
  if (response.status >= 500) throw new Error(`${new URL(address).pathname} answered ${response.status}`)
  // What is missing with signal is missing without it.
  if (!response.ok) return []
  await cache.put(address, response.clone())
  const names = namesIn[new URL(address).pathname.split('.').at(-1) ?? '']
  if (!names) return []
  return [...(await response.text()).matchAll(names)]
    .map(([, name]) => new URL(name ?? '', address))
    .filter((found) => found.origin === location.origin)
    .map((found) => found.href)
}

/** How a style sheet names its fonts and pictures, and a module what it imports. */
const namesIn: Readonly<Record<string, RegExp>> = {
  css: /url\(["']?([^"')]+)["']?\)/g,
  js: /(?:^|[\s;}])(?:from|import)\s*["'](\.{0,2}\/[^"']+)["']/g,
}
