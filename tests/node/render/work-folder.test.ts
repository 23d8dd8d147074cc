/** The folder in which one process renders: what is in it, where it stands, and when it goes. */
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sources } from '../../../src/node/paths/index.ts'
import { CACHE, inWorkFolder } from '../../../src/node/render/work-folder.ts'

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
  expect(existsSync(join(sources, 'content.config.ts'))).toBe(true)
})

it('passes on the pictures that were made smaller', async () => {
  const picture = (root: string) => join(root, CACHE, 'assets', 'a.webp')
  await inWorkFolder(ofCase(), async ({ root }) => {
    await mkdir(dirname(picture(root)), { recursive: true })
    await writeFile(picture(root), 'a picture')
  })
  await inWorkFolder(ofCase(), async ({ root }) => {
    expect(existsSync(picture(root))).toBe(true)
    await inWorkFolder(ofCase(), async (other) =>
      expect(existsSync(picture(other.root))).toBe(false),
    )
  })
})

it('stands elsewhere where the path of what is kept is not plain', async () => {
  await inWorkFolder({ ...ofCase(), store: join(place, "it's 50%") }, async ({ root }) =>
    expect(dirname(dirname(root))).toBe(realpathSync(tmpdir())),
  )
})

it('takes away what a killed process left', async () => {
  // No system counts so far.
  const [left, fresh] = ['throughline-99999998-aBc123', 'throughline-99999999-aBc123']
  await mkdir(join(work, left, 'root'), { recursive: true })
  await mkdir(join(work, fresh), { recursive: true })
  await utimes(join(work, left), 1, 1)
  await inWorkFolder(ofCase(), async () => undefined)
  expect(await readdir(work)).toEqual([fresh])
})
