/** Links to the web, asked of a server on this machine. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readCase } from '../../../src/node/read/read-case.ts'
import { deadLinks } from '../../../src/node/read/web-links.ts'

let server: Server
let host: string
let folder: string
let asked: string[]
let most: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'links-'))
  let open = 0
  server = createServer((request, response) => {
    const { method, url = '' } = request
    asked.push(`${method} ${url}`)
    open += 1
    most = Math.max(most, open)
    response.on('close', () => {
      open -= 1
    })
    if (url === '/silent') return
    const status =
      url === '/moved'
        ? 302
        : url === '/picky' && method === 'HEAD'
          ? 405
          : Number(url.slice(1)) || 200
    response.writeHead(status, url === '/moved' ? { location: '/404' } : {})
    setTimeout(() => response.end(), 5)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  asked = []
  most = 0
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

async function found(text: string, yaml = ''): Promise<readonly string[]> {
  await writeFile(join(folder, 'a.mdx'), text)
  await writeFile(join(folder, 'case.yaml'), yaml)
  const findings = await deadLinks(await readCase(folder), 300)
  return findings
    .map(
      ({ place, message, related = [] }) =>
        `${[place.file, place.line, place.column].join(':')} ${message.split(',')[0]?.replaceAll(host, '')} +${related.length}`,
    )
    .toSorted()
}

it('names each address without a page once, at its first place', async () => {
  const text = `# A\n\nSee [a](${host}/404), [b](${host}/200), [c](${host}/404#part) and [d][d].\n\n[d]: ${host}/moved\n`
  expect(await found(text)).toEqual([
    'a.mdx:3:5 Unexpected answer 404 from /404 +1',
    'a.mdx:5:1 Unexpected answer 404 from /moved +0',
  ])
})

it('asks for the whole page where a host answers nothing less, and lets those be that refuse', async () => {
  expect(await found(`# A\n\n[a](${host}/picky) [b](${host}/403) [c](${host}/429)\n`)).toEqual([])
  expect(asked).toContain('GET /picky')
})

it('does not wait for ever, and tells a host that is not there', async () => {
  expect(await found(`# A\n\n[a](${host}/silent) [b](http://127.0.0.1:1/x)\n`)).toEqual(
    [
      `a.mdx:3:${host.length + 14} Unexpected failure to connect from http://127.0.0.1:1/x +0`,
      'a.mdx:3:1 Unexpected silence of 0.3 s from /silent +0',
    ].toSorted(),
  )
})

it('looks at case.yaml too, and not at what leads on inside the case or asks for an account', async () => {
  const yaml = `repository: ${host}/410\nlinks: { "${host}/404": a }\nfeedback:\n  - label: L\n    url: ${host}/500\n`
  expect(await found(`# A\n\n[a](${host}/404) [b](https://trello.com/x) [c](#a)\n`, yaml)).toEqual([
    'case.yaml:1:1 Unexpected answer 410 from /410 +0',
    'case.yaml:5:5 Unexpected answer 500 from /500 +0',
  ])
})

it('asks few at a time', async () => {
  const links = Array.from({ length: 40 }, (_, index) => `[x](${host}/200?${index})`)
  expect(await found(`# A\n\n${links.join(' ')}\n`)).toEqual([])
  // On a busy machine an address may be asked twice.
  expect(new Set(asked.map((line) => line.split(' ')[1])).size).toBe(40)
  expect(most).toBeLessThanOrEqual(8)
})
