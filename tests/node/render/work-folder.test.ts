/** The folder in which one process renders: what is in it, where it stands, and when it goes. */
import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sources } from '../../../src/node/paths/index.ts'
import { inWorkFolder } from '../../../src/node/render/work-folder.ts'

let place: string
let work: string

beforeEach(async () => {
  place = realpathSync(await mkdtemp(join(tmpdir(), 'work-')))
  work = join(place, 'kept', 'work')
  await mkdir(join(place, 'case'))
})
afterEach(() => rm(place, { recursive: true }))

const caseFolder = () => join(place, 'case')
const ofCase = () => ({ caseFolder: caseFolder(), store: join(place, 'kept') })

it('has our sources, the case and the packages by plain names', async () => {
  await inWorkFolder(ofCase(), async (folder) => {
    expect(dirname(dirname(folder.root))).toBe(work)
    expect(realpathSync(folder.sources)).toBe(sources)
    expect(realpathSync(folder.caseFolder)).toBe(caseFolder())
    expect(existsSync(join(folder.root, 'node_modules', 'astro'))).toBe(true)
  })
})

it('is one of its own for each that asks, and takes nothing with it when it goes', async () => {
  const one = inWorkFolder(ofCase(), ({ root }) =>
    inWorkFolder(ofCase(), async (other) => expect(other.root).not.toBe(root)),
  )
  await one
  await expect(inWorkFolder(ofCase(), () => Promise.reject(new Error('No')))).rejects.toThrow()
  expect(await readdir(work)).toEqual([])
  expect(existsSync(caseFolder())).toBe(true)
  expect(existsSync(join(sources, 'env.d.ts'))).toBe(true)
})

it('stands elsewhere where the path of what is kept is not plain', async () => {
  await inWorkFolder({ ...ofCase(), store: join(place, "it's 50%") }, async ({ root }) =>
    expect(dirname(dirname(root))).toBe(realpathSync(tmpdir())),
  )
})

it('takes away what a killed process left, and nothing that may run on another machine', async () => {
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
  // No system counts so far.
  const [left, other, fresh] = [
    `throughline-${machine}-99999998-aBc123`,
    'throughline-0a1b2c3d-99999998-aBc123',
    `throughline-${machine}-99999999-aBc123`,
  ]
  await mkdir(join(work, left, 'root'), { recursive: true })
  await mkdir(join(work, other))
  await mkdir(join(work, fresh))
  const before = Date.now() / 1000 - 24 * 60 * 60
  for (const name of [left, other]) await utimes(join(work, name), before, before)
  await inWorkFolder(ofCase(), async () => undefined)
  expect((await readdir(work)).sort()).toEqual([other, fresh].sort())
})
