/** Servers on this machine answer people at it, not the sites that they visit. */
import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headersFile } from '../../src/core/publish/headers.ts'
import { guard } from '../../src/node/serve/gate.ts'
import { type Served, serve } from '../../src/node/serve/index.ts'
import { ask, friendly, hostile } from './requests.ts'

let folder: string
let served: Served

const TEXT = 'narrative '.repeat(500)

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'served-')), 'site')
  await mkdir(join(folder, '_astro'), { recursive: true })
  await writeFile(join(folder, 'index.html'), TEXT)
  await writeFile(join(folder, '404.html'), 'not here')
  await writeFile(join(folder, 'deck.pdf'), '0123456789')
  await writeFile(join(folder, 'empty.pdf'), '')
  await writeFile(join(folder, '_astro', 'page.css'), '')
  await writeFile(join(folder, '..', 'secret.txt'), 'secret')
  served = await serve(folder)
})
afterAll(async () => {
  await served.close()
  await rm(join(folder, '..'), { recursive: true })
})

describe('a server refuses', () => {
  it.each(hostile)('what is asked $what', async ({ status, ...request }) => {
    const answer = await ask(served.port, request)
    expect([answer.status, answer.body]).not.toEqual([200, TEXT])
    expect(answer.status).toBe(status)
    expect(answer.body).toMatch(/\.\n$/)
    expect(answer.body).not.toContain('secret')
  })
})

describe('a server answers', () => {
  it.each(friendly)('what is asked $what', async ({ status, ...request }) => {
    expect((await ask(served.port, request)).status).toBe(status)
  })

  it.each(['/', '/_astro/page.css', '/nothing', '/%ff'])(
    '%s with the headers of the published site',
    async (path) => {
      const { headers } = await ask(served.port, { path })
      const [ofAll = ''] = headersFile('/', true).split('/_astro/')
      for (const [, name = '', value] of ofAll.matchAll(/^ {2}([\w-]+): (.*)$/gm))
        expect(headers[name.toLowerCase()]).toBe(value)
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    },
  )

  it('for ever what has a name of its content, and asks again for all else', async () => {
    const cached = async (path: string) =>
      (await ask(served.port, { path })).headers['cache-control']
    expect(await cached('/_astro/page.css')).toContain('immutable')
    expect(await cached('/_astro/gone.css')).toBe('no-cache')
    expect(await cached('/')).toBe('no-cache')
  })
})

describe('what only the team reads', () => {
  it('is kept by no browser, but for what has a name of its content', async () => {
    const own = await serve(folder, { isPrivate: true })
    const cached = async (path: string) => (await ask(own.port, { path })).headers['cache-control']
    expect([await cached('/'), await cached('/deck.pdf')]).toEqual(['no-store', 'no-store'])
    expect(await cached('/_astro/page.css')).toContain('immutable')
    await own.close()
  })
})

describe('a channel to a page', () => {
  it('opens for the own page alone, whoever listens to the server', async () => {
    const server = createServer()
    guard(server)
    server.on('upgrade', (_, socket) =>
      socket.end(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      ),
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { readonly port: number } // of a server that listens
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket' }
    const open = async (headers: Readonly<Record<string, string>>) =>
      (await ask(port, { headers: { ...upgrade, ...headers } })).status
    expect(await open({ origin: 'http://127.0.0.1:HERE' })).toBe(101)
    for (const origin of ['http://example.org', 'null', 'http://localhost:1'])
      expect(await open({ origin })).toBe(403)
    expect(await open({ host: 'example.org', origin: 'http://example.org' })).toBe(403)
    server.close()
  })
})

describe('a part of a file', () => {
  const part = (range: string, more: Readonly<Record<string, string>> = {}, path = '/deck.pdf') =>
    ask(served.port, { path, headers: { range, ...more } })

  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=8-', '89', 'bytes 8-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=5-99', '56789', 'bytes 5-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['Bytes=9-9', '9', 'bytes 9-9/10'],
  ])('is sent for %s', async (range, body, told) => {
    const answer = await part(range)
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([206, body, told])
    expect(answer.headers['content-length']).toBe(`${body.length}`)
  })

  it.each(['bytes=4-2', 'bytes=0-1,4-5', 'lines=0-1', 'bytes=', 'bytes=a-b', 'bytes=-'])(
    'is the whole for %s, which says nothing',
    async (range) => {
      const { status, body } = await part(range)
      expect([status, body]).toEqual([200, '0123456789'])
    },
  )

  it.each([
    ['bytes=10-', '/deck.pdf', 'bytes */10'],
    ['bytes=-0', '/deck.pdf', 'bytes */10'],
    ['bytes=0-', '/empty.pdf', 'bytes */0'],
    [`bytes=${'9'.repeat(400)}-`, '/deck.pdf', 'bytes */10'],
  ])('is refused for %.12s of %s', async (range, path, told) => {
    const { status, body, headers } = await part(range, {}, path)
    expect([status, body, headers['content-range']]).toEqual([416, '', told])
  })

  it('is sent only of what the reader has a part of', async () => {
    const { headers } = await ask(served.port, { path: '/deck.pdf' })
    const { etag = '', 'last-modified': changed = '' } = headers
    const status = async (condition: string) =>
      (await part('bytes=0-3', { 'if-range': condition })).status
    expect(await status(etag)).toBe(206)
    expect(await status(changed)).toBe(206)
    expect(await status(`W/${etag}`)).toBe(200)
    expect(await status('"another"')).toBe(200)
    expect(await status('Wed, 01 Jan 2020 00:00:00 GMT')).toBe(200)
  })

  it('is never one of a packed text, nor of an answer without a body', async () => {
    const packed = await part('bytes=0-8', { 'accept-encoding': 'gzip' }, '/')
    expect([packed.status, packed.body, packed.headers['content-encoding']]).toEqual([
      206,
      'narrative',
      undefined,
    ])
    const head = await ask(served.port, {
      path: '/deck.pdf',
      method: 'HEAD',
      headers: { range: 'bytes=0-3' },
    })
    expect([head.status, head.headers['content-length']]).toEqual([200, '10'])
    expect((await part('bytes=0-3', {}, '/nothing')).status).toBe(404)
  })
})

describe('what a reader has already', () => {
  it('is not sent again until it changes', async () => {
    const get = (headers: Readonly<Record<string, string>>) =>
      ask(served.port, { path: '/deck.pdf', headers })
    const { headers } = await get({})
    const { etag = '', 'last-modified': changed = '' } = headers
    for (const had of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect(await get({ 'if-none-match': had })).toMatchObject({ status: 304, body: '' })
    expect((await get({ 'if-modified-since': changed })).status).toBe(304)
    // A tag says more than a date.
    expect((await get({ 'if-none-match': '"other"', 'if-modified-since': changed })).status).toBe(
      200,
    )
    expect((await get({ 'if-modified-since': 'yesterday' })).status).toBe(200)
    const { atime, mtime } = await stat(join(folder, 'deck.pdf'))
    await utimes(join(folder, 'deck.pdf'), atime, new Date(mtime.getTime() + 2000))
    expect((await get({ 'if-none-match': etag })).status).toBe(200)
    expect((await get({ 'if-modified-since': changed })).status).toBe(200)
  })

  it('is another thing packed than as it is', async () => {
    const tag = async (encoding: string) =>
      (await ask(served.port, { headers: { 'accept-encoding': encoding } })).headers.etag
    expect(await tag('gzip')).not.toBe(await tag('identity'))
  })
})
