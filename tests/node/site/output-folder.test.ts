/** An output is replaced whole or not at all. */

import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UsageError } from '../../../src/node/run/usage-error.ts'
import { addMade, MARKER, replaceFolder } from '../../../src/node/site/output-folder.ts'

let place: string
let out: string

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'swap-'))
  out = join(place, 'site')
})
afterEach(() => rm(place, { recursive: true }))

function fill(text: string) {
  return async (folder: string) => {
    await writeFile(join(folder, 'index.html'), text)
    return text
  }
}

const page = () => readFile(join(out, 'index.html'), 'utf8')

test('makes a folder, then replaces what it made', async () => {
  expect(await replaceFolder(out, fill('first'))).toBe('first')
  await replaceFolder(out, fill('second'))
  expect(await page()).toBe('second')
  expect((await readdir(out)).sort()).toEqual([MARKER, 'index.html'])
  expect(await readdir(place)).toEqual(['site'])
})

test('makes the folders on the way', async () => {
  await replaceFolder(join(place, 'a', 'b'), fill('deep'))
  expect(await readFile(join(place, 'a', 'b', 'index.html'), 'utf8')).toBe('deep')
})

test('fills an empty folder', async () => {
  await mkdir(out)
  await replaceFolder(out, fill('first'))
  expect(await page()).toBe('first')
})

test('replaces what was added to its own, also where that came first', async () => {
  const add = async (name: string) => {
    await mkdir(out, { recursive: true })
    await writeFile(join(out, name), 'slides')
    await addMade(out, join(out, name))
  }
  await add('deck.pptx')
  await replaceFolder(out, fill('first'))
  await add('deck.pptx')
  await add('narrative.docx')
  await replaceFolder(out, fill('second'))
  expect((await readdir(out)).sort()).toEqual([MARKER, 'index.html'])
})

test('refuses what was added among files that it did not make', async () => {
  await mkdir(out)
  await writeFile(join(out, 'thesis.txt'), 'years of work')
  await writeFile(join(out, 'deck.pptx'), 'slides')
  await addMade(out, join(out, 'deck.pptx'))
  await expect(replaceFolder(out, fill('first'))).rejects.toThrow(UsageError)
  expect((await readdir(out)).sort()).toEqual(['deck.pptx', 'thesis.txt'])
})

test('refuses a folder with files that it did not make', async () => {
  await mkdir(out)
  await writeFile(join(out, 'thesis.txt'), 'years of work')
  await expect(replaceFolder(out, fill('first'))).rejects.toThrow(UsageError)
  expect(await readdir(out)).toEqual(['thesis.txt'])
  expect(await readdir(place)).toEqual(['site'])
})

test.each([
  ['beside its own', 'CNAME'],
  ['deep inside', 'deck/mine.txt'],
  ['of git', '.git/HEAD'],
  ['in the place of the list', `${MARKER}/kept.json`],
])('loses no file that somebody put there later, %s', async (_, name) => {
  await replaceFolder(out, fill('first'))
  const path = join(out, name)
  if (name.startsWith(MARKER)) await rm(join(out, MARKER))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, 'years of work')
  await expect(replaceFolder(out, fill('second'))).rejects.toThrow(/not made here: .*lost/)
  expect(await readFile(path, 'utf8')).toBe('years of work')
  expect(await page()).toBe('first')
})

test('asks nobody about what a system leaves', async () => {
  await replaceFolder(out, fill('first'))
  await writeFile(join(out, '.DS_Store'), '')
  await replaceFolder(out, fill('second'))
  expect(await page()).toBe('second')
})

test('refuses a file', async () => {
  await writeFile(out, 'a file')
  await expect(replaceFolder(out, fill('first'))).rejects.toThrow('expected a folder')
  expect(await readFile(out, 'utf8')).toBe('a file')
})

test('leaves the old output whole when filling fails', async () => {
  await replaceFolder(out, fill('first'))
  const broken = replaceFolder(out, async (folder) => {
    await writeFile(join(folder, 'index.html'), 'half')
    throw new Error('no')
  })
  await expect(broken).rejects.toThrow('no')
  expect(await page()).toBe('first')
  expect(await readdir(place)).toEqual(['site'])
})

test('fills one output once at a time, and says so to whoever comes second', async () => {
  await replaceFolder(out, async (folder) => {
    await expect(replaceFolder(out, fill('quick'))).rejects.toThrow(
      /^Another build \(process \d+\) is filling --out .*site; expected it to end first: wait for it, or name another folder/,
    )
    await writeFile(join(folder, 'index.html'), 'first')
  })
  expect(await page()).toBe('first')
  expect(await readdir(place)).toEqual(['site'])
})

test('waits for no build that was killed', async () => {
  await writeFile(join(place, '.site.lock'), `${2 ** 22 + 1} ${hostname()}\n`)
  await replaceFolder(out, fill('first'))
  expect(await readdir(place)).toEqual(['site'])
})

test('leaves an output to a build on another machine, until that is silent for long', async () => {
  const lock = join(place, '.site.lock')
  await writeFile(lock, `${process.pid} another-machine\n`)
  await expect(replaceFolder(out, fill('first'))).rejects.toThrow('on another-machine')
  await utimes(lock, 1, 1)
  await replaceFolder(out, fill('first'))
  expect(await readdir(place)).toEqual(['site'])
})

test('keeps a link to a folder, and replaces the folder', async () => {
  const real = join(place, 'real')
  await mkdir(real)
  await symlink(real, out)
  await replaceFolder(out, fill('first'))
  expect(await readFile(join(real, 'index.html'), 'utf8')).toBe('first')
  expect((await readdir(place)).sort()).toEqual(['real', 'site'])
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves the old output whole', async (signal) => {
  await replaceFolder(out, fill('first'))
  const swap = resolve(import.meta.dirname, '../../../src/node/site/output-folder.ts')
  const script = join(place, 'script.ts')
  await writeFile(
    script,
    `import { replaceFolder } from ${JSON.stringify(swap)}
    import { writeFileSync } from 'node:fs'
    await replaceFolder(${JSON.stringify(out)}, async (folder) => {
      writeFileSync(folder + '/index.html', 'half')
      console.log('filling')
      await new Promise((done) => setTimeout(done, 60_000))
    })`,
  )
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  child.stdout.once('data', () => child.kill(signal))
  const code = await new Promise((done) => child.on('exit', done))
  expect(code).toBe(signal === 'SIGINT' ? 130 : 143)
  expect(await page()).toBe('first')
  expect((await readdir(place)).sort()).toEqual(['script.ts', 'site'])
})

test('mends what a killed run left', async () => {
  await mkdir(join(place, '.site.building-0a1b2c3d'))
  await mkdir(join(place, '.site.before-0a1b2c3d'))
  await writeFile(join(place, '.site.before-0a1b2c3d', MARKER), '\nindex.html\n')
  await writeFile(join(place, '.site.before-0a1b2c3d', 'index.html'), 'old')
  const broken = replaceFolder(out, () => Promise.reject(new Error('no')))
  await expect(broken).rejects.toThrow('no')
  expect(await page()).toBe('old')
  expect(await readdir(place)).toEqual(['site'])
})
