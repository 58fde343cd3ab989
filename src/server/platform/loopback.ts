const loopback = new Set(['127.0.0.1', 'localhost', '::1', '[::1]'])

/** Whether a host is this machine itself, which nobody else can listen in on. */
export const isLoopback = (host: string): boolean => loopback.has(host)
