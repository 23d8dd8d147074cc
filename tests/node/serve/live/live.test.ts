/** When pages are told to load again while a case is written. */
import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { expect, it, vi } from 'vitest'
import { type LiveReading, liveCase } from '../../../../src/node/serve/live/index.ts'

const FOLDER = join(tmpdir(), 'no-such-case')

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** A server of one case that says the same whenever it is read, and what it sends to pages. */
function serve() {
  const looked: LiveReading = { content: 'as before', listed: {} as LiveReading['listed'] } // of which nothing is read
  const readAgain = vi.fn(async () => looked)
  const sent: unknown[] = []
  const watcher = Object.assign(new EventEmitter(), { add: () => watcher, unwatch: () => watcher })
  let middleware: Middleware = () => undefined
  const server = {
    ws: { on: () => undefined, send: (first: unknown) => sent.push(first) },
    watcher,
    environments: {},
    config: { root: '/' },
    middlewares: { use: (given: Middleware) => (middleware = given) },
  } as unknown as ViteDevServer // of which these alone are used
  const plugins: Plugin[] = []
  const live = liveCase({ folder: FOLDER, first: looked, readAgain, onError: () => undefined })
  live.hooks['astro:config:setup']?.({
    injectScript: () => undefined,
    updateConfig: ({ vite }: { vite: { plugins: Plugin[] } }) => plugins.push(...vite.plugins),
  } as never)
  const { configureServer } = plugins[0] ?? {}
  if (typeof configureServer === 'function') configureServer.call({} as never, server)
  return {
    readAgain,
    sent,
    save: () => watcher.emit('all', 'change', join(FOLDER, '10-case.mdx')),
    ask: () => {
      const request = { method: 'GET', url: '/', headers: { accept: 'text/html' } }
      return new Promise<void>((answer) =>
        middleware(request as IncomingMessage, {} as ServerResponse, answer),
      )
    },
  }
}

const RELOAD = { type: 'full-reload' }

it('lets a page that is asked for between two saves wait until both are read', async () => {
  const { save, ask, readAgain } = serve()
  const read: string[] = []
  save()
  const answered = ask().then(() => read.push('answered'))
  save()
  expect(read).toEqual([])
  await answered
  expect(readAgain).toHaveBeenCalled()
})

it('tells nobody of a save that changes nothing', async () => {
  const { save, ask, sent, readAgain } = serve()
  await ask()
  save()
  await vi.waitFor(() => expect(sent).toContain('throughline:findings'), 10_000)
  await Promise.resolve()
  expect(sent).not.toContainEqual(RELOAD)
  expect(readAgain).toHaveBeenCalledOnce()
})
