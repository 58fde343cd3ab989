import { join } from 'node:path'

/** Where the files of one embedded server are, and to whom it reports. */
export type Place = {
  readonly folder: string
  readonly cluster: string
  readonly passwords: string
  readonly log: string
  readonly say: (line: string) => void
  readonly durable: boolean
}

/** Returns where everything of the embedded server is in a data folder. */
export const placeIn = (folder: string, say: (line: string) => void, durable: boolean): Place => ({
  folder,
  cluster: join(folder, 'postgres'),
  passwords: join(folder, 'postgres.passwords.json'),
  log: join(folder, 'postgres.log'),
  say,
  durable,
})

/** Begins the name of a cluster in the making. It gets its own name when it is complete. */
export const unfinished = 'postgres.new-'
