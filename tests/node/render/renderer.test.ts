/** The bundle of our pages, which each state of the tool makes once. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { prepareRenderer } from '../../../src/node/render/index.ts'
import { isRendererKept, readyRenderer } from '../../../src/node/render/renderer.ts'
import { inWorkFolder } from '../../../src/node/render/work-folder.ts'

it('is made by a process of its own on a new machine, for the one that asked', async () => {
  const store = await mkdtemp(join(tmpdir(), 'nothing-kept-'))
  const of = { caseFolder: store, store, base: '/' }
  try {
    expect(await isRendererKept(of)).toBe(false)
    await prepareRenderer(of)
    expect(await isRendererKept(of)).toBe(true)
    const { pages } = await inWorkFolder(of, (work) => readyRenderer(work, of))
    expect(pages.length).toBeGreaterThan(10)
  } finally {
    await rm(store, { recursive: true })
  }
})
