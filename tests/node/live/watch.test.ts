/** What `dev` notices in the folder of a case. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Watch, watchFolder } from '../../../src/node/live/watch.ts'

let place: string
let folder: string
let watch: Watch

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'watch-'))
  folder = join(place, 'case')
  mkdirSync(join(folder, 'more'), { recursive: true })
  write('1.mdx', 'one')
  write('more/2.mdx', 'two')
  for (const file of ['1.mdx', 'more/2.mdx']) utimesSync(join(folder, file), 1, 1)
  watch = watchFolder(folder)
})
afterEach(() => {
  vi.useRealTimers()
  watch.close()
  rmSync(place, { recursive: true, force: true })
})

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text)
}

it('says which files came, went and changed, and each once', () => {
  expect(watch.isChanged()).toBe(false)
  write('1.mdx', 'another')
  write('map.svg', '<svg/>')
  rmSync(join(folder, 'more/2.mdx'))
  expect(watch.isChanged()).toBe(true)
  expect(watch.take().toSorted()).toEqual(['1.mdx', 'map.svg', 'more/2.mdx'])
  expect(watch.isChanged()).toBe(false)
})

it('notices a second change in the same moment, and of the same length', () => {
  const now = 1_000_000
  vi.setSystemTime(now * 1000)
  for (const text of ['six', 'ten']) {
    write('1.mdx', text)
    utimesSync(join(folder, '1.mdx'), now, now)
    expect(watch.isChanged()).toBe(true)
    expect(watch.take()).toEqual(['1.mdx'])
  }
})

it('has nothing to say of what is set aside or hidden', () => {
  write('_draft.mdx', 'later')
  write('.1.mdx.swp', 'one')
  mkdirSync(join(folder, 'node_modules'))
  write('node_modules/a.mdx', '')
  expect(watch.isChanged()).toBe(false)
})

it('tells of a change by itself, also in a folder that went and came again', async () => {
  const told = vi.fn()
  watch.listen(told)
  expect(told).not.toHaveBeenCalled()
  write('1.mdx', 'another')
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), 10_000)
  watch.take()
  renameSync(folder, `${folder}-away`)
  await vi.waitFor(() => expect(watch.take()).toContain('1.mdx'), 10_000)
  renameSync(`${folder}-away`, folder)
  await vi.waitFor(() => expect(watch.take()).toContain('1.mdx'), 10_000)
  told.mockClear()
  write('1.mdx', 'as it is now')
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), 10_000)
})
