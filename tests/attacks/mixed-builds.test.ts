/** Builds at once, in one installation: each tells its own case, to its own readers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { refuseIncomplete } from '../../src/node/site/complete.ts'
import { faultsOfBuilds, faultsOfTexts, writeCase, writeCases } from '../bench/at-once.ts'
import { startDev } from '../bench/save.ts'
import { builtCase } from '../site/built.ts'

let scratch: string
let served: { readonly url: string; readonly stop: () => void }

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'mixed-'))
  await builtCase()
  await writeCases(scratch)
  await writeCase(join(scratch, 'live'), 'Rowan')
  served = await startDev(join(scratch, 'live'), ['--port', '0'])
}, 240_000)
afterAll(async () => {
  served?.stop()
  await rm(scratch, { recursive: true, force: true })
})

async function livePages(): Promise<readonly string[]> {
  const pages = ['', 'deck/', 'trace/', 'case.json']
  return Promise.all(pages.map(async (page) => (await fetch(served.url + page)).text()))
}

it('mixes no builds that run at once, nor any with what is being written', async () => {
  const faults = await faultsOfBuilds(scratch, [0, 0, 0.4, 0.8, 1.5, 3])
  const live = faultsOfTexts(await livePages(), { name: 'Rowan', audience: 'public' })
  expect([...faults, ...live]).toEqual([])
}, 480_000)

it('stops a build whose pages are of another case, and names what they lack', async () => {
  const own = await readCase(join(scratch, 'Rowan'))
  await refuseIncomplete(join(scratch, '1'), own)
  const swapped = refuseIncomplete(join(scratch, '0'), own)
  await expect(swapped).rejects.toThrow(
    '  index.html lacks Decision 1, Evidence 1a.\nBuild it again.',
  )
})

it('stops a build that lacks a page', async () => {
  const folder = join(scratch, '5')
  await rm(join(folder, 'deck', 'index.html'))
  const lacking = refuseIncomplete(folder, await readCase(join(scratch, 'Rowan')))
  await expect(lacking).rejects.toThrow('There is no page deck/index.html.')
})
