import { createServer } from 'node:net'

const tryListen = (port: number, host?: string): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const taken = address && typeof address === 'object' ? address.port : null
      server.close(() => resolve(taken))
    })
  })

/** `preferred` if nobody listens there, else any free port of the loopback interface. */
export const freePort = async (preferred?: number): Promise<number> => {
  if (preferred && (await tryListen(preferred, '127.0.0.1'))) return preferred
  const port = await tryListen(0, '127.0.0.1')
  if (!port) throw new Error('The system gives out no free TCP port on 127.0.0.1.')
  return port
}

/** True when a server could listen on `port`, on loopback and on all interfaces. */
export const isPortFree = async (port: number): Promise<boolean> =>
  (await tryListen(port, '127.0.0.1')) !== null && (await tryListen(port)) !== null
