/** The broker of a room, and the connection of its pages: who may say and hear what, and what happens when it fails. */
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bodyOf, passwordOf, seal } from '../../../src/core/room/envelope.ts'
import { topicOf, topicsForAll } from '../../../src/core/room/messages.ts'
import { packetsOf } from '../../../src/core/room/packets.ts'
import { type Broker, openBroker } from '../../../src/node/room/broker.ts'
import { newRoom } from '../../../src/node/room/index.ts'
import { type Connection, connect } from '../../../src/pages/deck/_room/connection.ts'

const { room } = newRoom()
const at = topicOf(room.token, 'at')
const all = topicOf(room.token, '#')
const stamp = { by: 'laptop-1', term: 1, seq: 1, good: 30_000 }
const place = (slide: string) =>
  seal(room, 'at', { stamp, said: { slide, step: 0, isBlack: false, begins: 0 } })

let server: Server
let broker: Broker
let port = 0
let said: string[] = []
let opened: Connection[] = []
/** Those to whom the broker said that there is no such room. */
let refused: string[] = []

async function start(): Promise<void> {
  broker = await openBroker(room, (words) => said.push(words))
  server = createServer()
  server.on('upgrade', (request, socket, head) => broker.open(request, socket, head))
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  port = (server.address() as { readonly port: number }).port // of a server that listens
}
async function stop(): Promise<void> {
  await broker.close()
  server.closeAllConnections()
  await new Promise<void>((done) => server.close(() => done()))
}
beforeEach(start)
afterEach(async () => {
  for (const one of opened) one.close()
  opened = []
  refused = []
  said = []
  await stop()
  port = 0
})

/** One of the room, who keeps what is heard. */
async function join(id: string, topics: readonly string[], password?: string) {
  const heard: string[] = []
  const turns: boolean[] = []
  const connection = connect(
    { url: `ws://127.0.0.1:${port}/room`, id, topics, password },
    {
      message: (topic, bytes) =>
        heard.push(
          `${topic.slice(topicOf(room.token, '').length)} ${new TextDecoder().decode(bytes).length}`,
        ),
      online: (is) => turns.push(is),
      refused: () => void refused.push(id),
    },
  )
  opened.push(connection)
  return { connection, heard, turns }
}
const audience = (id = 'phone-01') => join(id, topicsForAll(room.token))
const presenter = (id = 'secret-1') => join(id, [all], passwordOf(room))
const online = (who: { readonly turns: readonly boolean[] }) =>
  expect.poll(() => who.turns.at(-1), { timeout: 10_000 }).toBe(true)

describe('a broker', () => {
  it('tells those who follow what presenters say, and those who come later the last of it', async () => {
    const [phone, laptop] = [await audience(), await presenter()]
    await Promise.all([online(phone), online(laptop)])
    expect(await laptop.connection.publish(at, place('a'), true)).toBe(true)
    expect(await laptop.connection.publish(at, place('longer'), true)).toBe(true)
    await expect
      .poll(() => phone.heard)
      .toEqual([`at ${place('a').length}`, `at ${place('longer').length}`])
    const late = await audience('phone-02')
    await expect.poll(() => late.heard).toEqual([`at ${place('longer').length}`])
    expect(said).toEqual([])
  })

  const strange = {
    'what is signed and not retained': (c: Connection) => c.publish(at, place('a'), false),
    'a signature that is not right': (c: Connection) =>
      c.publish(at, place('a').replace('"a"', '"b"'), true),
    'another room': (c: Connection) => c.publish(at.replace(room.token, 'x'), place('a'), true),
    'a sort that there is not': (c: Connection) =>
      c.publish(topicOf(room.token, 'constructor'), '{}', false),
    'a topic with more': (c: Connection) => c.publish(`${at}/x`, place('a'), true),
    'a message that is too long': (c: Connection) => c.publish(at, 'x'.repeat(5000), true),
  }
  it.each(Object.entries(strange))('takes %s from no presenter', async (_, send) => {
    const [phone, laptop] = [await audience(), await presenter()]
    await Promise.all([online(phone), online(laptop)])
    expect(await send(laptop.connection)).toBe(false)
    expect(said.length).toBe(1)
    expect(phone.heard).toEqual([])
  })

  it('takes from the audience not even what is signed, and lets it hear nothing among presenters', async () => {
    const [phone, laptop] = [
      await join('phone-01', [all, topicOf(room.token, 'ask'), at]),
      await presenter(),
    ]
    await Promise.all([online(phone), online(laptop)])
    const ask = seal(room, 'ask', { stamp, said: { name: 'Ann' } })
    expect(await laptop.connection.publish(topicOf(room.token, 'ask'), ask, false)).toBe(true)
    expect(await laptop.connection.publish(at, place('a'), true)).toBe(true)
    await expect.poll(() => phone.heard).toEqual([`at ${place('a').length}`])
    expect(await phone.connection.publish(at, place('b'), true)).toBe(false)
  })

  it('brings a question to presenters alone, from the device that it names, once it is right', async () => {
    const said = { id: 'question-1', about: 'title', words: 'Why?', name: 'Ann' }
    const body = (more: object = {}) =>
      bodyOf<'question'>({ stamp: { ...stamp, by: 'phone-01' }, said: { ...said, ...more } })
    const topic = (device: string) => topicOf(room.token, 'question', device)
    const [laptop, other] = [
      await presenter(),
      await join('phone-02', [...topicsForAll(room.token), topic('+'), topic('phone-01')]),
    ]
    const phone = await audience()
    await Promise.all([online(laptop), online(other), online(phone)])
    expect(await phone.connection.publish(topic('phone-01'), body(), false)).toBe(true)
    await expect.poll(() => laptop.heard).toEqual([`question/phone-01 ${body().length}`])
    for (const [device, text] of [
      ['phone-09', body()],
      ['phone-01', body({ words: 'a\nb' })],
      ['phone-01', '{}'],
    ] as const) {
      await online(phone)
      expect(await phone.connection.publish(topic(device), text, false)).toBe(false)
    }
    expect([laptop.heard.length, other.heard]).toEqual([1, []])
  })

  it('hears a connection ask by one name, and an address by no more than there may be', async () => {
    const laptop = await presenter()
    await online(laptop)
    const say = (one: { readonly connection: Connection }, id: string, by: string) =>
      one.connection.publish(
        topicOf(room.token, 'same', id),
        bodyOf<'same'>({ stamp: { ...stamp, by }, said: { id: 'question-1' } }),
        false,
      )
    const first = await audience()
    await online(first)
    expect(await say(first, 'phone-01', 'visitor-01')).toBe(true)
    expect(await say(first, 'phone-01', 'visitor-02')).toBe(false)
    expect(said).toEqual(['Questions came from one device under many names. They were not taken.'])
    for (let count = 2; count <= 61; count++) {
      const phone = await audience(`phone-x${count}`)
      await online(phone)
      expect(await say(phone, `phone-x${count}`, `visitor-x${count}`), `${count}`).toBe(count <= 60)
      phone.connection.close()
    }
  })

  it('lets half of what a room keeps come from one address, however many names it has, and turns nobody away', async () => {
    const laptop = await presenter()
    await online(laptop)
    let sent = 0
    for (let name = 0; sent < 252; name++) {
      const phone = await audience(`phone-x${name}`)
      await online(phone)
      for (let count = 0; count < 10 && sent < 252; count++, sent++) {
        const said = { id: `question-${sent}`, about: 'title', words: 'Why?', name: '' }
        const body = bodyOf<'question'>({ stamp: { ...stamp, by: `visitor-${name}` }, said })
        const topic = topicOf(room.token, 'question', `phone-x${name}`)
        expect(await phone.connection.publish(topic, body, false), `${sent}`).toBe(true)
      }
      expect(phone.turns).toEqual([true])
      phone.connection.close()
    }
    // What is not taken comes to nobody; whoever sent it is told.
    const heard = () =>
      Map.groupBy(laptop.heard, (one) => one.split('/')[0] + (one.endsWith(' 0') ? ' 0' : ''))
    const counts = () => [...heard()].map(([sort, all]) => `${sort}: ${all.length}`).toSorted()
    await expect.poll(counts).toEqual(['question 0: 2', 'question: 250', 'refused: 2'])
    expect(laptop.heard).toContainEqual(expect.stringMatching(/^refused\/question-251 /))
    expect([broker.sourceOf('question-0'), broker.sourceOf('question-251')]).toEqual([0, undefined])
    expect(said).toEqual([expect.stringContaining('More than 250 questions came from one')])
  })

  it('says nothing but that the room has ended, once a presenter or its program says so', async () => {
    const [phone, laptop] = [await audience(), await presenter()]
    await Promise.all([online(phone), online(laptop)])
    await laptop.connection.publish(at, place('a'), true)
    const over = seal(room, 'over', { stamp, said: {} })
    expect(await phone.connection.publish(topicOf(room.token, 'over'), over, true)).toBe(false)
    expect(broker.isOver()).toBe(false)
    await online(phone)
    expect(await laptop.connection.publish(topicOf(room.token, 'over'), over, true)).toBe(true)
    await expect.poll(() => phone.heard.at(-1)).toBe(`over ${over.length}`)
    expect(await laptop.connection.publish(at, place('b'), true)).toBe(false)
    const late = await audience('phone-02')
    await expect.poll(() => late.heard).toEqual([`over ${over.length}`])
    await stop()
    await start()
    const another = await audience('phone-03')
    await online(another)
    await broker.end()
    await expect.poll(() => another.heard).toHaveLength(1)
    expect(another.heard[0]).toMatch(/^over /)
  })

  it('knows no presenter by a wrong password, and no device by a strange name', async () => {
    const stranger = await join('phone-03', [all], 'guess')
    const nameless = await join('a b', topicsForAll(room.token))
    await expect.poll(() => said.length).toBeGreaterThan(0)
    expect([stranger.turns, nameless.turns, broker.count()]).toEqual([[], [], 0])
  })

  it('says to those of a room that is gone that it is, and to nobody else', async () => {
    const old = newRoom().room
    const [phone, laptop] = [await audience(), await presenter()]
    await Promise.all([online(phone), online(laptop)])
    await join('phone-09', topicsForAll(old.token))
    await join('secret-9', [topicOf(old.token, '#')], passwordOf(old))
    await expect.poll(() => refused.toSorted()).toContain('secret-9')
    await expect.poll(() => [...new Set(refused)].toSorted()).toEqual(['phone-09', 'secret-9'])
  })

  it('ends the connection of a device that sends too much, and says so once', async () => {
    const laptop = await presenter()
    await online(laptop)
    const sealed = place('a')
    // However long it takes here, no more comes in the meantime.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    const send = (count: number) =>
      Promise.all(Array.from({ length: count }, () => laptop.connection.publish(at, sealed, true)))
    expect(await send(100)).not.toContain(false)
    expect(await send(300)).toContain(false)
    clock.mockRestore()
    expect(said).toEqual(['Too many messages came from one device of the room.'])
  })
})

describe('a connection', () => {
  it('hears a short message that comes right after a long one, in whatever pieces', async () => {
    const laptop = await presenter()
    await online(laptop)
    for (const slide of ['a'.repeat(150), 'b'])
      expect(await laptop.connection.publish(at, place(slide), true)).toBe(true)
    const steer = seal(room, 'steer', {
      stamp,
      said: { who: 'laptop-1', may: ['laptop-1', 'phone-01'] },
    })
    expect(await laptop.connection.publish(topicOf(room.token, 'steer'), steer, true)).toBe(true)
    const other = await presenter('secret-2')
    await expect
      .poll(() => other.heard.toSorted())
      .toEqual([`at ${place('b').length}`, `steer ${steer.length}`])
  })

  it('puts packets together from pieces of any size', () => {
    const long = [0x30, 0xac, 0x02, ...Array.from({ length: 300 }, (_, index) => index & 255)]
    const stream = [0x20, 2, 0, 0, ...long, 0xd0, 0, 0x40, 2, 0, 7]
    for (const size of [1, 2, 3, 5, 100, 1000]) {
      const take = packetsOf()
      const found: number[][] = []
      for (let start = 0; start < stream.length; start += size)
        found.push(
          ...take(Uint8Array.from(stream.slice(start, start + size))).map((one) => [...one]),
        )
      expect(found).toEqual([[0x20, 2, 0, 0], long, [0xd0, 0], [0x40, 2, 0, 7]])
    }
  })

  it('comes back by itself after the broker was killed, and says what may be lost', async () => {
    const laptop = await presenter()
    await online(laptop)
    await stop()
    await expect.poll(() => laptop.turns).toEqual([true, false])
    expect(await laptop.connection.publish(at, place('a'), true)).toBe(false)
    await start()
    await online(laptop)
    expect(await laptop.connection.publish(at, place('a'), true)).toBe(true)
  })
})
