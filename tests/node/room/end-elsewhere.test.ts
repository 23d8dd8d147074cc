/** The end of a room at a broker of others, which keeps what it was told, and lets all hear all. */
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seal, unseal } from '../../../src/core/room/envelope.ts'
import { topicOf, topicsForAll } from '../../../src/core/room/messages.ts'
import { newRoom, openRoom } from '../../../src/node/room/index.ts'
import { type Connection, connect } from '../../../src/pages/deck/_room/connection.ts'
import { close, listen, openBrokerOfOthers } from './broker-of-others.ts'

interface Persistence {
  createRetainedStream(topics: string): Readable
}

const keys = newRoom()
const { room } = keys
const opened: Connection[] = []
let others: Awaited<ReturnType<typeof openBrokerOfOthers>>

beforeAll(async () => {
  others = await openBrokerOfOthers()
})
afterAll(async () => {
  for (const one of opened) one.close()
  await others.close()
})

/** One who follows, and the sorts of what is heard. */
async function follow(): Promise<readonly string[]> {
  const heard: string[] = []
  const isOnline = new Promise<void>((done) => {
    opened.push(
      connect(
        { url: others.url, id: `phone-${opened.length}`, topics: topicsForAll(room.token) },
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
  const opening = await open(others.url)
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
      others.broker.publish(
        { cmd: 'publish', topic, payload, qos: 0, retain: true, dup: false },
        () => done(),
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
  const { persistence } = others.broker as unknown as { readonly persistence: Persistence }
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
