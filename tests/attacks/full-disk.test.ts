/** Disks that are full, protected, somebody else's or in a strange place: said plainly, and nothing lost. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { launchBrowser } from '../../src/node/browser/index.ts'
import { explain } from '../../src/node/report/failure.ts'
import { replaceFolder } from '../../src/node/site/output-folder.ts'
import { keep } from '../../src/node/store/atomic-write.ts'
import { storeOf } from '../../src/node/store/place.ts'
import { type Disk, fillUp, makeDisk } from './disks.ts'

let place: string
let disk: Disk
/** What was said to whoever typed the command. */
let said: string

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'full-disk-'))
  disk = await makeDisk(join(place, 'disk'))
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    said += words
    return true
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await disk.remove()
  await rm(place, { recursive: true })
})

function fill(words: string) {
  return (folder: string) => writeFile(join(folder, 'index.html'), words)
}

const page = (out: string) => readFile(join(out, 'index.html'), 'utf8')

it('keeps the old output where the disk is full half-way, and says so', async () => {
  const out = join(disk.folder, 'site')
  await replaceFolder(out, fill('old'))
  const error = await replaceFolder(out, (folder) => disk.overfill(join(folder, 'a.pdf'))).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(explain(error, {})).toMatch(
    /^Nothing can be written.*, since the disk is full: make room or choose another folder, and try again\. What was there before is as it was\.$/,
  )
  expect(await page(out)).toBe('old')
  expect(await readdir(disk.folder)).toEqual(['site'])
})

it('keeps the old output where nothing may be written, and says so', async () => {
  const out = join(disk.folder, 'site')
  await replaceFolder(out, fill('old'))
  await disk.protect()
  await expect(replaceFolder(out, fill('new'))).rejects.toThrow(
    /^Unexpected --out .*site that cannot be made, since (?:the disk can only be read|it is not yours to write); expected a folder that you can write\.$/,
  )
  expect(await page(out)).toBe('old')
})

it('builds into a disk of its own, and says where it cannot take its place', async () => {
  await replaceFolder(join(disk.folder, 'site'), fill('new'))
  expect(await page(join(disk.folder, 'site'))).toBe('new')
  await rm(join(disk.folder, 'site'), { recursive: true })
  const whole = replaceFolder(disk.folder, fill('new')).then(
    () => 'built',
    ({ message }: Error) => message,
  )
  // Where we may make no disk, it is a folder like any other.
  expect(['built', expectedOfDisk(disk.folder)]).toContain(await whole)
  expect(await readdir(dirname(disk.folder))).toEqual(['disk'])
})

it.each([
  [
    '[ERROR] Failed to write file in /a/b.mjs\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>',
    'Nothing can be written at /a/b.mjs, since the disk is full: make room',
  ],
  [
    'page.pdf: Protocol error (IO.read): Read failed',
    'Nothing can be printed, since the browser has no room for temporary files: make room',
  ],
])('says what other programs mean by %s', (message, words) => {
  const said = explain(new Error(message), {})
  expect(said).toContain(words)
  expect(said).not.toContain('unknown')
})

function expectedOfDisk(folder: string): string {
  return `Unexpected --out ${folder} that is a disk of its own, which cannot be replaced; expected a folder in it, such as ${folder}/site.`
}

it.each([
  ['a file stands where it should be', async () => writeFile(join(place, 'disk', 'kept'), '')],
  ['the disk is full', async () => fillUp(disk)],
  ['nothing may be written', async () => disk.protect()],
])('works without what is kept where %s, and says so', async (_, make) => {
  await make()
  const named = join(disk.folder, 'kept', 'deep')
  vi.stubEnv('THROUGHLINE_STORE', named)
  const store = await storeOf(place)
  await keep(join(store, 'a'), 'words')
  expect(await readFile(join(store, 'a'), 'utf8')).toBe('words')
  if (store === named) return expect(said).toBe('')
  expect(said).toContain(`Nothing is kept in ${named}, since `)
  expect(dirname(store)).toBe(tmpdir())
})

it('loses nothing but time where what is kept can be written no more', async () => {
  await writeFile(join(place, 'file'), '')
  await keep(join(place, 'file', 'a'), 'words')
  expect(existsSync(join(place, 'file', 'a'))).toBe(false)
})

it('says that temporary files cannot be written, rather than that there is no browser', async () => {
  await mkdir(join(place, 'there'))
  vi.stubEnv('TMPDIR', join(place, 'there', 'not'))
  await expect(launchBrowser()).rejects.toThrow('set TMPDIR to a folder that can be written')
})
