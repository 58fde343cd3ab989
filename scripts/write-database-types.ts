/** Writes the types of the tables anew: `npm run database-types`, after a migration was added. */
import { writeFile } from 'node:fs/promises'
import { startCluster } from '../test/support/cluster.ts'
import { databaseTypes, typesFile } from './database-types.ts'

const cluster = await startCluster((text) => void process.stdout.write(`${text}\n`))
try {
  await writeFile(typesFile, await databaseTypes(cluster.emptyAddress))
} finally {
  await cluster.stop()
}
