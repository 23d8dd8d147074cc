/** The server of a room: whom it answers, and with what. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPresenters, roomIn, waysIn } from '../../../src/core/room/address.ts'
import { newRoom, type OpenRoom, openRoom } from '../../../src/node/room/index.ts'
import { ownHosts } from '../../../src/node/room/own-hosts.ts'
import { ask } from '../../attacks/requests.ts'

const keys = newRoom()
let parent: string
let room: OpenRoom
let port: number

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'room-'))
  const [folder, ofPresenters] = [join(parent, 'public'), join(parent, 'private')]
  for (const [site, word] of [
    [folder, 'public'],
    [ofPresenters, 'secret'],
  ] as const) {
    await mkdir(join(site, 'deck', 'speaker'), { recursive: true })
    await mkdir(join(site, '_astro'))
    for (const file of [
      'index.html',
      'deck/index.html',
      'deck/speaker/index.html',
      'case.json',
      '_astro/a.js',
    ])
      await writeFile(join(site, file), word)
    await writeFile(join(site, '404.html'), site === folder ? 'none' : word)
  }
  room = await openRoom(keys, {
    folder,
    ofPresenters,
    port: 4760,
    settings: {},
    posts: [
      {
        path: `${keys.base}questions`,
        take: async (text) => (text === 'no' ? undefined : text),
      },
    ],
    say: () => undefined,
  })
  port = Number(new URL(room.audience).port)
})
afterAll(async () => {
  await room.close()
  await rm(parent, { recursive: true })
})

describe('the server of a room', () => {
  it('answers under the addresses of this machine, and no other name', async () => {
    for (const host of ['127.0.0.1', 'localhost', ...ownHosts()])
      expect(
        (await ask(port, { path: '/deck/', headers: { host: `${host}:${port}` } })).status,
        host,
      ).toBe(200)
    for (const host of ['example.org', '10.255.255.1', '203.0.113.9', ''])
      expect((await ask(port, { headers: { host: `${host}:${port}` } })).status, host).toBe(403)
  })

  it('gives everyone the public deck alone, and the pages of presenters to those who know where', async () => {
    const body = async (path: string) => (await ask(port, { path })).body
    for (const path of ['/deck/', '/deck/speaker/', '/_astro/a.js'])
      expect(await ask(port, { path }), path).toMatchObject({ status: 200, body: 'public' })
    for (const path of ['/', '/index.html', '/case.json', '/Deck/', '/deck.html', '/x/deck/'])
      expect(await ask(port, { path }), path).toMatchObject({ status: 404, body: 'none' })
    for (const path of ['deck/', 'deck/speaker/', '_astro/a.js'])
      expect(await body(keys.base + path), path).toBe('secret')
    for (const path of [
      '',
      'case.json',
      'index.html',
      'deck/../case.json',
      'deck/..%2fcase.json',
      '_astro/%2e%2e/case.json',
    ])
      expect(await body(keys.base + path), path).not.toBe('secret')
    expect(await body(`/${'0'.repeat(24)}/deck/speaker/`)).not.toBe('secret')
  })

  it('opens a channel to its own pages alone, at one path', async () => {
    const open = async (path: string, origin: string) =>
      (
        await ask(port, {
          path,
          headers: {
            connection: 'Upgrade',
            upgrade: 'websocket',
            'sec-websocket-version': '13',
            'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
            origin,
          },
        }).catch(() => ({ status: 0 }))
      ).status
    expect(await open('/room', `http://127.0.0.1:${port}`)).toBe(101)
    expect(await open('/room', 'http://example.org')).toBe(403)
    expect(await open('/', `http://127.0.0.1:${port}`)).toBe(0)
  })

  it('takes what its own pages post, at the path of presenters alone', async () => {
    const post = (path: string, origin: string, body: string) =>
      fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: { origin }, body })
    const [own, here] = [`${keys.base}questions`, `http://127.0.0.1:${port}`]
    const taken = await post(own, here, '[1]')
    expect([taken.status, await taken.text()]).toEqual([200, '[1]'])
    expect((await post(own, here, 'no')).status).toBe(400)
    expect((await post(own, here, 'x'.repeat(5_000_000))).status).toBe(413)
    for (const [path, origin] of [
      ['/questions', here],
      [`${keys.base}deck/`, here],
      [`${own}?`, here],
      [own, 'http://example.org'],
      [own, 'null'],
    ] as const)
      expect((await post(path, origin, '[1]')).status, `${path} ${origin}`).toBe(405)
  })

  it('has addresses that lead into one room, with the key of presenters in theirs alone', async () => {
    const audience = roomIn(new URL(room.audience).hash)
    const presenters = roomIn(new URL(room.presenters).hash)
    expect(audience && isPresenters(audience)).toBe(false)
    expect(presenters && isPresenters(presenters)).toBe(true)
    expect([audience?.token, presenters?.token]).toEqual([keys.room.token, keys.room.token])
    expect(waysIn(room.here)).toEqual({ audience: room.audience, presenters: room.presenters })
  })

  it('leads to the published deck where that has a broker of its own', async () => {
    const settings = { room: 'wss://broker.example.org/mqtt', address: 'https://example.org/case' }
    const order = { folder: parent, ofPresenters: parent, port: 4765, say: () => undefined }
    const other = await openRoom(keys, { ...order, posts: [], settings })
    expect(other.audience).toMatch(/^https:\/\/example\.org\/case\/deck\/#room=/)
    expect(other.presenters).toMatch(/^http:\/\//)
    await other.close()
  })
})
