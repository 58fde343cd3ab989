import { Worker } from 'node:worker_threads'

/** Returns how many requests a second an address answers, asked by a thread of its own. */
export const requestsPerSecond = (url: string, connections: number, seconds: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      workerData: { url, connections, seconds },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
