import type { Client } from 'pg'
import { sweepUnfinished } from './create.ts'
import type { Running } from './find.ts'
import { beGuest } from './lock.ts'
import type { Passwords } from './passwords.ts'
import type { Place } from './place.ts'
import type { Tools } from './run.ts'
import { stopServer } from './stop.ts'
import { toolsFor } from './tools.ts'

/** A server that runs, and whether it did before we came. */
export type Server = { readonly running: Running; readonly passwords: Passwords; readonly adopted: boolean }

/** A running server, and the session that makes us its owner or its guest. Only an owner stops it, with its tools. */
export type Claim = Server & { readonly session: Client; readonly tools: Tools | undefined }

/** Whether a server that was found runs as one that we would start: no less durable, and of our version. */
const suits = async (session: Client, place: Place, tools: Tools): Promise<boolean> => {
  const { rows } = await session.query(
    `select current_setting('fsync') = 'on' as durable, current_setting('server_version') as version`,
  )
  return (rows[0]?.durable === true || !place.durable) && rows[0]?.version === tools.version
}

/** Returns the claim of an owner. Undefined where the server found must be another: it was stopped for that. */
export const asOwner = async (place: Place, server: Server, session: Client): Promise<Claim | undefined> => {
  try {
    const tools = await toolsFor(place)
    if (!server.adopted || (await suits(session, place, tools))) {
      await sweepUnfinished(place)
      return { ...server, session, tools }
    }
    place.say('Restarting a database that was left running with other settings.')
    await stopServer(place, server.running, tools)
    return undefined
  } catch (error) {
    await session.end()
    throw error
  }
}

/** Returns the claim of a guest. Undefined where the server is just being stopped. */
export const asGuest = async (server: Server): Promise<Claim | undefined> => {
  const session = await beGuest(server.running, server.passwords)
  return session && { ...server, session, tools: undefined, adopted: true }
}
