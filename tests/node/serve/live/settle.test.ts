/** What `dev` hears of files that are written in several goes. */
import { EventEmitter } from 'node:events'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEveryChange } from '../../../../src/node/serve/live/settle.ts'

let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settle-'))
  file = join(folder, '10-case.mdx')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A watcher that reports what the test says, and what was heard of it. */
function listen(): { readonly emitter: EventEmitter; readonly heard: readonly string[] } {
  const emitter = new EventEmitter()
  const heard: string[] = []
  onEveryChange(
    emitter as unknown as ViteDevServer['watcher'], // of which only `on` is used
    (path) => path.startsWith(folder),
    (event, path) => heard.push(`${event} ${path}`),
  )
  return { emitter, heard }
}

it('hears of words that follow a truncation, though the watcher drops them', async () => {
  const { emitter, heard } = listen()
  await writeFile(file, '')
  await utimes(file, 1, 1)
  emitter.emit('all', 'change', file)
  await writeFile(file, '# A case\n')
  await pause(300)
  expect(heard).toEqual([`change ${file}`, `change ${file}`])
})

it('hears once of what is written once, and nothing of other folders', async () => {
  const { emitter, heard } = listen()
  await writeFile(file, '# A case\n')
  emitter.emit('all', 'add', file)
  emitter.emit('all', 'change', join(tmpdir(), 'elsewhere.mdx'))
  await pause(300)
  expect(heard).toEqual([`add ${file}`])
})
