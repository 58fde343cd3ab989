/**
 * A process that starts or joins an embedded server, for tests that kill it:
 * `node embedded-child.ts app|command FOLDER`. Prints a line of JSON when it has the server or a fault, and
 * one for each thing it says. Stops when its input ends, and then leaves.
 */
import { once } from 'node:events'
import { isFault } from '../../src/core/kit/problems.ts'
import { joinEmbedded, startEmbedded } from '../../src/server/platform/database/embedded/start.ts'

const [kind, dataFolder = ''] = process.argv.slice(2)
const tell = (what: Readonly<Record<string, unknown>>): void => console.log(JSON.stringify(what))

try {
  const server = await (kind === 'app' ? startEmbedded : joinEmbedded)({
    dataFolder,
    durable: false,
    say: (line) => tell({ said: line }),
  })
  tell({
    url: server.url('plumbline'),
    superuserUrl: server.superuserUrl('postgres'),
    adopted: server.adopted,
  })
  process.stdin.resume()
  await once(process.stdin, 'end')
  await server.stop()
} catch (error) {
  if (!isFault(error)) throw error
  tell({ fault: error.problem.code, message: error.message })
}
