import type { Place } from './place.ts'

const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // Loopback and a password only.
  cluster_name: 'plumbline',
  max_connections: 100,
  shared_buffers: '128MB',
  jit: 'off', // Compiling costs more than our short queries.
  timezone: 'UTC',
  log_timezone: 'UTC',
  idle_in_transaction_session_timeout: '60s',
  // The log must hold no personal data: no values of a query, and no rows that an error quotes.
  log_min_duration_statement: '1s',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_error_verbosity: 'terse',
} as const

/** For tests: a crash of the machine may lose everything, and nothing waits for the disk. */
const fleeting = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const

/** Said although they are the defaults: nothing in the cluster's own files may turn them off. */
const lasting = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } as const

/** Returns the server's settings as words of its command line, where they outrank its files. */
export const settings = ({ durable }: Place, port: number): readonly string[] =>
  Object.entries({ ...always, port, ...(durable ? lasting : fleeting) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
