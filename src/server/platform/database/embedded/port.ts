import { once } from 'node:events'
import { createServer } from 'node:net'

/** Returns a port of the loopback that is free just now. PostgreSQL cannot be told to take any. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const found = server.address()
  server.close()
  await once(server, 'close')
  if (found === null || typeof found === 'string') throw new Error('A TCP server has no port')
  return found.port
}
