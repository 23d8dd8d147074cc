/** The end of a room at a broker of others, which keeps what it was told, and lets all hear all. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Readable } from 'node:stream'
import { Aedes } from 'aedes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWebSocketStream, type Socket, WebSocketServer } from 'ws'
import { seal, unseal } from '../../../src/core/room/envelope.ts'
import { topicOf, topicsForAll } from '../../../src/core/room/messages.ts'
import { newRoom, openRoom } from '../../../src/node/room/index.ts'
import { type Connection, connect } from '../../../src/pages/deck/_room/connection.ts'

interface Persistence {
  createRetainedStream(topics: string): Readable
}

const keys = newRoom()
const { room } = keys
let url: string
let server: Server
let broker: Aedes
const opened: Connection[] = []

beforeAll(async () => {
  broker = await Aedes.createBroker()
  ;({ server, url } = await listen((channel, request) => {
    const stream = createWebSocketStream(channel)
    stream.on('error', () => undefined)
    broker.handle(stream, request)
  }))
})
afterAll(async () => {
  for (const one of opened) one.close()
  await new Promise<void>((done) => broker.close(done))
  await close(server)
})

/** What speaks WebSocket on this machine alone. */
async function listen(hear: (channel: Socket, request: IncomingMessage) => void) {
  const listening = createServer()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 10_000 })
  listening.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (channel) => hear(channel, request)),
  )
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  const { port } = listening.address() as { readonly port: number } // it listens
  return { server: listening, url: `ws://127.0.0.1:${port}/` }
}
async function close(listening: Server): Promise<void> {
  listening.closeAllConnections()
  await new Promise<void>((done) => listening.close(() => done()))
}

/** One who follows, and the sorts of what is heard. */
async function follow(): Promise<readonly string[]> {
  const heard: string[] = []
  const isOnline = new Promise<void>((done) => {
    opened.push(
      connect(
        { url, id: `phone-${opened.length}`, topics: topicsForAll(room.token) },
        {
          message: (topic, bytes) => heard.push(unseal(room, topic, bytes)?.sort ?? 'nothing'),
          online: () => done(),
        },
      ),
    )
  })
  await isOnline
  return heard
}
const open = (to: string, say: (words: string) => void = () => undefined) =>
  openRoom(keys, {
    ...{ folder: '.', ofPresenters: '.', port: 4768, posts: [], say },
    settings: { room: to, address: 'https://example.org/' },
  })

it('is told to all who follow, and nothing but that is kept for those who come later', async () => {
  const opening = await open(url)
  const stamp = { by: 'laptop-1', term: 1, seq: 1, good: 30_000 }
  const place = { slide: 'title', step: 0, isBlack: false, begins: 0 }
  const question = { id: 'question-1', about: 'title', words: 'Why?', version: 1 } as const
  const said: readonly (readonly [string, string])[] = [
    [topicOf(room.token, 'at'), seal(room, 'at', { stamp, said: place })],
    [
      topicOf(room.token, 'kept', 'question-1'),
      seal(room, 'kept', { stamp, said: { ...question, same: 0, outcome: 'open' } }),
    ],
  ]
  for (const [topic, payload] of said)
    await new Promise<void>((done) =>
      broker.publish({ cmd: 'publish', topic, payload, qos: 0, retain: true, dup: false }, () =>
        done(),
      ),
    )
  const early = await follow()
  await expect.poll(() => early).toEqual(['at', 'kept'])
  await opening.close()
  await expect
    .poll(() => early.filter((sort) => sort !== 'nothing'))
    .toEqual(['at', 'kept', 'over'])
  const late = await follow()
  await expect.poll(() => late).toEqual(['over'])
  // Its types leave out what it keeps.
  const { persistence } = broker as unknown as { readonly persistence: Persistence }
  const kept: readonly { readonly topic: string }[] = await persistence
    .createRetainedStream(topicOf(room.token, '#'))
    .toArray()
  expect(kept.map(({ topic }) => topic)).toEqual([topicOf(room.token, 'over')])
})

it('is said to be untold where the broker does not answer', async () => {
  const words: string[] = []
  await (await open('ws://127.0.0.1:9/', (said) => words.push(said))).close()
  expect(words.join()).toContain('Those who follow see that the presenter is away.')
})

it.each([
  { what: 'answers with half a packet', bytes: [0x20, 0x00] },
  { what: 'says nothing that is of use', bytes: [0x00, 0x00] },
])('is said to be untold by what $what', async ({ bytes }) => {
  const other = await listen((channel) => channel.send(Buffer.from(bytes)))
  const words: string[] = []
  await (await open(other.url, (said) => words.push(said))).close()
  await close(other.server)
  expect(words.join()).toContain('Those who follow see that the presenter is away.')
})
