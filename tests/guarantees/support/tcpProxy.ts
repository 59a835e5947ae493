import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A wire between a worker and the database that a test may cut without either side being told. */
export interface TcpProxy {
  /** The database's URI by way of this wire. */
  uri: string
  /** Nothing passes any more, in neither direction, and nobody hears of it: no FIN, no RST. */
  blackHole: () => void
  /** What was held back arrives. */
  heal: () => void
  /** Connections that are open. */
  open: () => number
  close: () => Promise<void>
}

export async function startTcpProxy(databaseUri: string): Promise<TcpProxy> {
  const target = new URL(databaseUri)
  const sockets = new Set<Socket>()
  let isCut = false

  const forward = (from: Socket, to: Socket) => {
    from.on('data', (piece) => void (to.write(piece) || from.pause()))
    to.on('drain', () => void (isCut || from.resume()))
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
    if (isCut) from.pause()
  }

  const server = createServer((worker) => {
    const database = connect(Number(target.port), target.hostname)
    for (const socket of [worker, database]) sockets.add(socket)
    forward(worker, database)
    forward(database, worker)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const uri = new URL(databaseUri)
  uri.hostname = '127.0.0.1'
  uri.port = String((server.address() as AddressInfo).port)
  return {
    uri: uri.href,
    blackHole: () => {
      isCut = true
      for (const socket of sockets) socket.pause()
    },
    heal: () => {
      isCut = false
      for (const socket of sockets) socket.resume()
    },
    open: () => sockets.size / 2,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
