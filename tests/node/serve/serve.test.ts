/** The small static server. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Served, serve } from '../../../src/node/serve/index.ts'

let folder: string
const running: Served[] = []

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'serve-')), 'site')
  await mkdir(join(folder, 'deck'), { recursive: true })
  await writeFile(join(folder, 'index.html'), 'narrative')
  await writeFile(join(folder, 'deck', 'index.html'), 'deck')
  await writeFile(join(folder, 'case.json'), '{}')
  await writeFile(join(folder, '.hidden'), 'hidden')
  await writeFile(join(folder, '..', 'secret.txt'), 'secret')
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

/** Asks for a path exactly as written; `fetch` would tidy it first. */
function ask(
  port: number,
  path: string,
  method = 'GET',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
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
  expect((await ask(port, '/case.json')).status).toBe(404)
  const home = await fetch(`http://127.0.0.1:${port}/prototype`)
  expect(home.url).toBe(url)
})

test.each([
  '/../secret.txt',
  '/deck/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/deck/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/.hidden',
])('does not serve %s', async (path) => {
  const { port } = await start()
  const { status, body } = await ask(port, path)
  expect(status).toBe(404)
  expect(body).toBe('There is no such page.\n')
})

test.each(['/%', '/%00', '//example.org/%2f..'])('refuses the malformed %s', async (path) => {
  const { port } = await start()
  expect((await ask(port, path)).status).toBe(400)
})

test('shows the own page for what is missing', async () => {
  await writeFile(join(folder, '404.html'), 'not here')
  const { port } = await start()
  expect(await ask(port, '/nothing')).toEqual({ status: 404, body: 'not here' })
})

test('answers HEAD without a body, and nothing but reading', async () => {
  const { port } = await start()
  expect(await ask(port, '/', 'HEAD')).toEqual({ status: 200, body: '' })
  expect((await ask(port, '/', 'POST')).status).toBe(405)
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
