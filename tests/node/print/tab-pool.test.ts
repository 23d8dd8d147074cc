/** Pages that are printed side by side, each on the tab that is free. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { eachInPrintTab } from '../../../src/node/print/tab-pool.ts'

let browser: Browser
let folder: string

beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'presses-'))
  for (const name of ['one', 'two', 'three'])
    await writeFile(join(folder, `${name}.html`), `<!doctype html><title>${name}</title><p>Words`)
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

describe('eachInPrintTab', () => {
  it('gives what it prints in the order of the pages, and closes its tabs', async () => {
    expect(await titles('one', 'two', 'three')).toEqual(['one', 'two', 'three'])
    expect(browser.contexts()).toEqual([])
  })

  it('prints a page that fills memory while no other is open', async () => {
    const filler = `<!-- ${' '.repeat(5_000_000)} -->`
    await writeFile(join(folder, 'large.html'), `<!doctype html>${filler}<title>large</title><p>W`)
    let most = 0
    const pages = ['one', 'large', 'two'].map((name) => ({ page: `${name}.html` }))
    await eachInPrintTab({ start, site: site() }, pages, async (open, page) => {
      const tab = await open()
      most = Math.max(most, browser.contexts().length)
      return tab.print(page)
    })
    expect(most).toBe(1)
  })

  it('opens nothing where there is nothing to print', async () => {
    const failing = () => Promise.reject(new Error('a browser was started'))
    const pages = [{ page: 'one.html' }]
    expect(await eachInPrintTab({ start: failing, site: site() }, pages, async () => 1)).toEqual([
      1,
    ])
  })

  it('says which page is missing, and closes its tabs', async () => {
    await expect(titles('one', 'missing', 'two')).rejects.toThrow('Cannot print missing.html')
    expect(browser.contexts()).toEqual([])
  })
})

async function titles(...names: readonly string[]): Promise<readonly string[]> {
  const pages = names.map((name) => ({ page: `${name}.html` }))
  return eachInPrintTab({ start, site: site() }, pages, async (open, page) => {
    const { title } = await (await open()).print(page)
    return title
  })
}

const start = async () => browser

function site() {
  return { folder, base: '/' }
}
