/** Processes that would make the same thing make it in turn. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inTurn } from '../../../src/node/store/in-turn.ts'

let store: string
let lock: string

beforeEach(() => {
  store = mkdtempSync(join(tmpdir(), 'in-turn-'))
  lock = join(store, 'work', 'a.lock')
  mkdirSync(join(store, 'work'))
})
afterEach(() => rmSync(store, { recursive: true, force: true }))

it('waits for another process that makes it, and holds it while it makes it itself', async () => {
  writeFileSync(lock, `${process.ppid}`)
  const done: string[] = []
  const making = inTurn({ store, name: 'a' }, async () => {
    done.push('second')
    expect(existsSync(lock)).toBe(true)
  })
  await setTimeout(300)
  done.push('first')
  rmSync(lock)
  await making
  expect(done).toEqual(['first', 'second'])
  expect(existsSync(lock)).toBe(false)
})

it('does not wait for one that has ended, or for other things', async () => {
  const ended = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' })
  writeFileSync(lock, ended.trim())
  writeFileSync(join(store, 'work', 'b.lock'), `${process.ppid}`)
  expect(await inTurn({ store, name: 'a' }, async () => 'made')).toBe('made')
})

it('makes it where nothing can be kept', async () => {
  const file = join(store, 'file')
  writeFileSync(file, '')
  expect(await inTurn({ store: file, name: 'a' }, async () => 'made')).toBe('made')
})
