/** A broker of others in tests: it keeps what it was told, lets all hear all, and knows nothing of rooms. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { Aedes } from 'aedes'
import { createWebSocketStream, type Socket, WebSocketServer } from 'ws'

/** It answers on this machine alone until it is closed. */
export async function openBrokerOfOthers() {
  const broker = await Aedes.createBroker()
  const { server, url } = await listen((channel, request) => {
    const stream = createWebSocketStream(channel)
    stream.on('error', () => undefined)
    broker.handle(stream, request)
  })
  return {
    url,
    broker,
    async close() {
      await new Promise<void>((done) => broker.close(done))
      await close(server)
    },
  }
}

/** What speaks WebSocket on this machine alone. */
export async function listen(hear: (channel: Socket, request: IncomingMessage) => void) {
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 10_000 })
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (channel) => hear(channel, request)),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { readonly port: number } // it listens
  return { server, url: `ws://127.0.0.1:${port}/` }
}

/** Ends it with all who are connected. */
export async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((done) => server.close(() => done()))
}
