/**
 * What the server of Node allows a connection, in milliseconds and bytes. Nothing of a page takes long to send; a file
 * of CQC's over a slow line does, and its size has a limit of its own.
 */
export const serverLimits = {
  /** Whoever sends their headers letter by letter holds no connection for longer. */
  headersTimeout: 15_000,
  requestTimeout: 10 * 60_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
} as const
