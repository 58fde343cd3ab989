/** Asks one address over and over, on several connections, as cheaply as can be: the first answer tells how long each is. */
import { connect } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

const { url, connections, seconds } = workerData as {
  readonly url: string
  readonly connections: number
  readonly seconds: number
}
const { hostname, port, pathname, search } = new URL(url)
const request = `GET ${pathname}${search} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n\r\n`

const lengthOf = (head: string): number => {
  const body = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (!head.startsWith('HTTP/1.1 200') || body === undefined)
    throw new Error(`Not answered: ${head.slice(0, 300)}`)
  return head.indexOf('\r\n\r\n') + 4 + Number(body)
}

let answers = 0
const open = () => {
  const socket = connect(Number(port), hostname, () => socket.write(request))
  let [expected, received] = [0, 0]
  socket.on('data', (bytes) => {
    if (expected === 0) expected = lengthOf(bytes.toString('latin1'))
    received += bytes.length
    if (received < expected) return
    if (received > expected) throw new Error('An answer is longer than the one before')
    received = 0
    answers += 1
    socket.write(request)
  })
  return socket
}

const sockets = Array.from({ length: connections }, open)
setTimeout(() => {
  for (const socket of sockets) socket.destroy()
  parentPort?.postMessage(answers / seconds)
}, seconds * 1000)
