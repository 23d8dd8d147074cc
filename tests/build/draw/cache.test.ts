/** Drawings on disk: what goes, and what stays. */
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sweepDrawings } from '../../../src/build/draw/cache.ts'

const DAY = 24 * 60 * 60

test('drops drawings unused for 30 days and what was left half-written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'drawings-'))
  const now = Date.now() / 1000
  const days = { 'new.json': 0, 'used.json': 29, 'old.json': 31, 'x.json.1': 2, 'y.json.2': 0 }
  for (const [name, ago] of Object.entries(days)) {
    await writeFile(join(folder, name), '')
    await utimes(join(folder, name), now, now - ago * DAY)
  }
  sweepDrawings(folder)
  expect((await readdir(folder)).sort()).toEqual(['new.json', 'used.json', 'y.json.2'])
  await rm(folder, { recursive: true })
})

test('has nothing to drop where nothing was drawn', () => {
  expect(() => sweepDrawings(join(tmpdir(), 'never-made'))).not.toThrow()
})
