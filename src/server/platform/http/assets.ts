import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'

const folder = new URL('../../../../public/', import.meta.url)

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
}

type Asset = { readonly body: Uint8Array<ArrayBuffer>; readonly type: string; readonly tag: string }

const readAll = (): ReadonlyMap<string, Asset> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = `${entry.parentPath}/${entry.name}`
        const body = new Uint8Array(readFileSync(path))
        const name = path.slice(folder.pathname.length).replaceAll('\\', '/')
        const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
        return [
          name.replace(/^\//, ''),
          { body, tag, type: contentTypes[extname(name)] ?? 'application/octet-stream' },
        ]
      }),
  )

/** Returns the answer for a file of public/, read once at start, or null where there is none. */
export const assets = () => {
  const files = readAll()
  return (name: string, request: Request): Response | null => {
    const asset = files.get(name)
    if (!asset) return null
    const headers = {
      'content-type': asset.type,
      etag: asset.tag,
      'cache-control': 'public, max-age=0, must-revalidate',
    }
    if (request.headers.get('if-none-match') === asset.tag)
      return new Response(null, { status: 304, headers })
    return new Response(asset.body, { headers })
  }
}
