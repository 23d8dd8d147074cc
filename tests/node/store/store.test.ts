/** What is kept on disk: what goes, and what stays. */
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  deleteUnused,
  readStored,
  type StoreKind,
  storeFolder,
} from '../../../src/node/store/index.ts'

const DAY = 24 * 60 * 60

let place: string

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'kept-'))
})
afterEach(() => rm(place, { recursive: true }))

/** Writes files of a kind, by name with how many days ago each was used; returns their folder. */
async function used(kind: StoreKind, days: Readonly<Record<string, number>>) {
  const folder = storeFolder(place, kind)
  await mkdir(folder)
  for (const [name, ago] of Object.entries(days)) {
    await writeFile(join(folder, name), 'four')
    const at = Date.now() / 1000 - ago * DAY
    await utimes(join(folder, name), at, at)
  }
  return folder
}

test('drops what was unused for 30 days and what was left half-written', async () => {
  const half = { '.x.json.1.half': 2, '.y.json.2.half': 0 }
  const folder = await used('diagrams', { 'new.json': 0, 'used.json': 29, 'old.json': 31, ...half })
  deleteUnused(place)
  expect((await readdir(folder)).sort()).toEqual(['.y.json.2.half', 'new.json', 'used.json'])
})

test('drops what was left half-written among modules that are still used', async () => {
  const modules = join(storeFolder(place, 'unpacked'), 'one', 'chunks')
  await mkdir(modules, { recursive: true })
  for (const [name, ago] of Object.entries({
    'x.mjs': 9,
    '.y.mjs.1.half': 2,
    '.z.mjs.2.half': 0,
  })) {
    await writeFile(join(modules, name), 'four')
    const at = Date.now() / 1000 - ago * DAY
    await utimes(join(modules, name), at, at)
  }
  deleteUnused(place)
  expect((await readdir(modules)).sort()).toEqual(['.z.mjs.2.half', 'x.mjs'])
})

test('drops of too much what was used longest ago', async () => {
  const folder = await used('printed', { 'a.kept': 3, 'b.kept': 1, 'c.kept': 2 })
  deleteUnused(place, Date.now(), 8)
  expect((await readdir(folder)).sort()).toEqual(['b.kept', 'c.kept'])
})

test('counts a folder of modules as large', async () => {
  const folder = storeFolder(place, 'unpacked')
  for (const [ago, name] of ['new', 'older', 'oldest'].entries()) {
    await mkdir(join(folder, name), { recursive: true })
    await utimes(join(folder, name), Date.now() / 1000, Date.now() / 1000 - ago * DAY)
  }
  deleteUnused(place, Date.now(), 10e6)
  expect((await readdir(folder)).sort()).toEqual(['new', 'older'])
})

test('counts what is read as used', async () => {
  const folder = await used('printed', { 'read.kept': 29, 'left.kept': 29 })
  expect(readStored(join(folder, 'read.kept'))?.toString()).toBe('four')
  deleteUnused(place, Date.now() + 2 * DAY * 1000)
  expect(await readdir(folder)).toEqual(['read.kept'])
})

test('drops what was kept of a case that is gone, and nothing that is in use', async () => {
  const history = await used('history', { 'gone.json': 90, 'case.json': 0 })
  const work = await used('work', { 'throughline-1': 90 })
  deleteUnused(place)
  expect(await readdir(history)).toEqual(['case.json'])
  expect(await readdir(work)).toEqual(['throughline-1'])
})

test('has nothing to drop or to read where nothing was kept', () => {
  expect(() => deleteUnused(place)).not.toThrow()
  expect(readStored(join(place, 'never-made'))).toBeUndefined()
})
