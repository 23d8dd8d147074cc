/** What `dev` serves of a case that cannot be read for a while: with pages that show the texts they took last. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { serveLive } from '../../../src/node/live/index.ts'
import { nothingListed } from '../../../src/node/live/listed.ts'
import type { LiveReading } from '../../../src/node/live/state.ts'
import { type Watch, watchFolder } from '../../../src/node/live/watch.ts'
import type { ReadCase } from '../../../src/node/read/read-case.ts'
import type { Served } from '../../../src/node/serve/index.ts'

const FILES = ['1.mdx', '2.mdx']
const BROKEN = 'nobody can read this'
const UNCOMPILED = 'nobody can compile this'

let place: string
let watch: Watch
let server: Served
let check: () => Promise<LiveReading>

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'serve-'))
  mkdirSync(join(place, 'case'))
  mkdirSync(join(place, 'out'))
  for (const file of FILES) write(file, 'old')
  watch = watchFolder(join(place, 'case'))
  const texts = new Map<string, string>()
  check = async () => reading()
  server = await serveLive({
    ...{ folder: join(place, 'case'), watch, port: 0, first: reading() },
    readAgain: async () => reading(),
    check: () => check(),
    onError: () => undefined,
    pages: {
      folder: join(place, 'out'),
      take: async (_read, changed = FILES) => {
        for (const file of FILES.filter((one) => changed.includes(one))) {
          const text = textOf(file)
          if (text === UNCOMPILED) throw new Error(`${file} is wrong`)
          texts.set(file, text)
        }
      },
      render: async () => Buffer.from([...texts.values()].join(' and ')),
    },
  })
})
afterEach(async () => {
  await server.close()
  rmSync(place, { recursive: true, force: true })
})

function write(file: string, text: string): void {
  writeFileSync(join(place, 'case', file), text)
}
function textOf(file: string): string {
  return readFileSync(join(place, 'case', file), 'utf8')
}
function reading() {
  const texts = FILES.map(textOf)
  if (texts.includes(BROKEN)) return { unreadable: BROKEN, listed: nothingListed }
  // Of what was read, only that it was: these pages read the files themselves.
  return { read: {} as ReadCase, content: texts.join(), listed: nothingListed }
}
/** What a reader sees now. */
async function seen(): Promise<string> {
  return (await fetch(server.url, { headers: { Accept: 'text/html' } })).text()
}

it('shows what was written while another text of the case could not be read', async () => {
  expect(await seen()).toBe('old and old')
  write('2.mdx', BROKEN)
  expect(await seen()).toContain(BROKEN)
  write('1.mdx', 'new')
  expect(await seen()).toContain(BROKEN)
  write('2.mdx', 'mended')
  expect(await seen()).toBe('new and mended')
})

it('says that a text cannot be compiled until it can, whichever is saved meanwhile', async () => {
  write('1.mdx', UNCOMPILED)
  expect(await seen()).toContain('1.mdx is wrong')
  write('2.mdx', 'new')
  expect(await seen()).toContain('1.mdx is wrong')
  write('1.mdx', 'mended')
  expect(await seen()).toBe('mended and new')
})

it('shows what was saved before it is checked, and then says what was found', async () => {
  const shown = Promise.withResolvers<void>()
  const found = Promise.withResolvers<void>()
  // It waits for what must have come before.
  check = async () => {
    await shown.promise
    return { ...reading(), listed: { ...nothingListed, total: '1 advice', state: 'checked' } }
  }
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}__live/socket`)
  const states = new Set<string>()
  socket.addEventListener('message', ({ data }) => {
    const { state, findings } = JSON.parse(data)
    if (states.size > 0 && !states.has(state)) shown.resolve()
    states.add(state)
    if (findings.total !== '') found.resolve()
  })
  await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }))
  write('1.mdx', 'new')
  await shown.promise
  expect(await seen()).toBe('new and old')
  await found.promise
  socket.close()
})
