/** The small static server. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Served, serve } from '../../../src/node/serve/index.ts'
import { ask } from '../../attacks/requests.ts'

let folder: string
const running: Served[] = []

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'serve-')), 'site')
  await mkdir(join(folder, 'deck'), { recursive: true })
  await writeFile(join(folder, 'index.html'), 'narrative')
  await writeFile(join(folder, 'deck', 'index.html'), 'deck')
  await writeFile(join(folder, 'case.json'), '{}')
  await writeFile(join(folder, '.hidden'), 'hidden')
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
  await rm(join(folder, '..'), { recursive: true })
})

async function start(base = '/', port = 0): Promise<Served> {
  const server = await serve(folder, { base, port })
  running.push(server)
  return server
}

test('serves files with their types, and folders by their index', async () => {
  const { url } = await start()
  expect(await (await fetch(url)).text()).toBe('narrative')
  expect(await (await fetch(`${url}deck/`)).text()).toBe('deck')
  const data = await fetch(`${url}case.json?x=1`)
  expect(data.headers.get('content-type')).toBe('application/json; charset=utf-8')
})

test('packs text for those who take it, and nothing else', async () => {
  await writeFile(join(folder, 'picture.png'), 'x'.repeat(9999))
  await writeFile(join(folder, 'long.html'), 'words '.repeat(9999))
  const { url } = await start()
  const get = (path: string, encoding: string) =>
    fetch(url + path, { headers: { 'Accept-Encoding': encoding } })
  const packed = await get('long.html', 'gzip, deflate, br')
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(packed.headers.get('vary')).toBe('Accept-Encoding')
  expect(await packed.text()).toBe('words '.repeat(9999))
  for (const [path, encoding] of [
    ['long.html', 'identity'],
    ['long.html', 'br, gzip;q=0'],
    ['picture.png', 'gzip'],
  ] as const) {
    const plain = await get(path, encoding)
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.headers.get('content-length')).toMatch(/^\d+$/)
  }
})

test('leads from a folder without a slash to the one with', async () => {
  const { url } = await start()
  const response = await fetch(`${url}deck`)
  expect(response.url).toBe(`${url}deck/`)
})

test('serves under a base, and nothing outside it', async () => {
  const { url, port } = await start('/prototype/')
  expect(url).toBe(`http://127.0.0.1:${port}/prototype/`)
  expect(await (await fetch(url)).text()).toBe('narrative')
  expect((await ask(port, { path: '/case.json' })).status).toBe(404)
  const home = await fetch(`http://127.0.0.1:${port}/prototype`)
  expect(home.url).toBe(url)
})

test.each(['/.hidden', '/deck/.hidden', '/.git/config'])('does not serve %s', async (path) => {
  const { port } = await start()
  expect((await ask(port, { path })).status).toBe(404)
})

test('shows the own page for what is missing', async () => {
  await writeFile(join(folder, '404.html'), 'not here')
  const { port } = await start()
  expect(await ask(port, { path: '/nothing' })).toMatchObject({ status: 404, body: 'not here' })
})

test('answers HEAD without a body, and nothing but reading', async () => {
  const { port } = await start()
  expect(await ask(port, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  const { status, headers } = await ask(port, { method: 'POST' })
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
})

test('moves on from a taken port', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  const server = await start('/', taken)
  expect(server.port).toBeGreaterThan(taken)
  expect(await (await fetch(server.url)).text()).toBe('narrative')
  other.close()
})
