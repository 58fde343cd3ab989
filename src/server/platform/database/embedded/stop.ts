import { fault } from '../../../../core/kit/problems.ts'
import type { Running } from './find.ts'
import { patiently, sleep } from './patience.ts'
import { lives, readPidFile } from './pidfile.ts'
import type { Place } from './place.ts'
import { run, type Tools } from './run.ts'

/** PostgreSQL's names: SIGINT ends sessions and writes everything down, SIGQUIT leaves that to the next start. */
const signal = async (name: 'SIGINT' | 'SIGQUIT', pid: number, tools: Tools): Promise<void> => {
  // Windows has no signals: Node would end the process at once, whatever the name.
  if (process.platform === 'win32')
    await run(tools, 'pg_ctl', ['kill', name.slice(3), String(pid)], tools.bin)
  else if (lives(pid)) process.kill(pid, name)
}

/**
 * Waits until a server is gone, at most for a while. Goes by its file as well as by its process: an adopted
 * server that nobody reaps stays in the list of processes for ever.
 */
const gone = async (place: Place, pid: number, milliseconds: number): Promise<boolean> => {
  let left = 0
  for (const began = performance.now(); performance.now() - began < milliseconds; await sleep(20)) {
    if (!lives(pid)) return true
    if ((await readPidFile(place.cluster))?.pid === pid) continue
    // It removes its file just before it ends.
    left ||= performance.now()
    if (performance.now() - left > 1_000) return true
  }
  return false
}

/** Stops a server and waits until it is gone. One that is gone already, or was replaced, is left alone. */
export const stopServer = async (place: Place, { pid }: Running, tools: Tools): Promise<void> => {
  if ((await readPidFile(place.cluster))?.pid !== pid) return
  await signal('SIGINT', pid, tools)
  if (await patiently(place.say, 'Stopping the database', gone(place, pid, 60_000))) return
  place.say('The database does not stop; it is ended hard, and recovers at the next start.')
  await signal('SIGQUIT', pid, tools)
  if (!(await gone(place, pid, 10_000)))
    throw fault('embedded-failed', {
      folder: place.cluster,
      why: `process ${pid} does not end.`,
      log: place.log,
    })
}
