/** A file is replaced whole or not at all. */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeAtomically } from '../../../src/node/store/atomic-write.ts'

let place: string

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'whole-'))
})
afterEach(() => rm(place, { recursive: true }))

test('makes the folders on the way, then replaces the file', async () => {
  const path = join(place, 'a', 'b.pdf')
  await writeAtomically(path, 'first')
  await writeAtomically(path, new TextEncoder().encode('second'))
  expect(await readFile(path, 'utf8')).toBe('second')
  expect(await readdir(join(place, 'a'))).toEqual(['b.pdf'])
})

test('lets two write the same file at once', async () => {
  const path = join(place, 'b.pdf')
  await Promise.all([writeAtomically(path, 'same'), writeAtomically(path, 'same')])
  expect(await readFile(path, 'utf8')).toBe('same')
  expect(await readdir(place)).toEqual(['b.pdf'])
})

test('leaves nothing beside what it cannot replace', async () => {
  await mkdir(join(place, 'folder', 'full'), { recursive: true })
  await expect(writeAtomically(join(place, 'folder'), 'file')).rejects.toThrow()
  expect(await readdir(place)).toEqual(['folder'])
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves the old file whole', async (signal) => {
  const path = join(place, 'b.pdf')
  await writeFile(path, 'old')
  const whole = resolve(import.meta.dirname, '../../../src/node/store/atomic-write.ts')
  const script = join(place, 'script.ts')
  await writeFile(
    script,
    `import { readdirSync } from 'node:fs'
    import { writeAtomically } from ${JSON.stringify(whole)}
    writeAtomically(${JSON.stringify(path)}, Buffer.alloc(256e6))
    const wait = () => {
      const begun = readdirSync(${JSON.stringify(place)}).some((name) => name.endsWith('.half'))
      if (begun) process.kill(process.pid, ${JSON.stringify(signal)})
      else setImmediate(wait)
    }
    wait()`,
  )
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise((done) => child.on('exit', done))
  expect(code).toBe(signal === 'SIGINT' ? 130 : 143)
  expect(await readFile(path, 'utf8')).toBe('old')
  expect((await readdir(place)).sort()).toEqual(['b.pdf', 'script.ts'])
})
