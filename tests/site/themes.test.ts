/** The second theme is as accessible as the first: axe on narrative and slides, light and dark. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultTheme, themeNames } from '../../src/core/model/themes.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { faultsOf } from './axe.ts'
import { goTo, slidesOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

const others = themeNames.filter((name) => name !== defaultTheme)
const schemes = ['light', 'dark'] as const

describe.each(others)('the theme %s', (theme) => {
  let parent: string
  let site: OpenSite

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'theme-'))
    const folder = join(parent, 'case')
    await cp('tests/fixtures/strong', folder, { recursive: true })
    const settings = await readFile(join(folder, 'case.yaml'), 'utf8')
    await writeFile(join(folder, 'case.yaml'), `${settings}\ntheme: ${theme}\n`)
    const out = join(parent, 'site')
    await buildSite({ read: await readCase(folder), out, base: '/', print: [] })
    site = await openSite(out)
  })
  afterAll(async () => {
    await site?.close()
    await rm(parent, { recursive: true, force: true })
  })

  it.each(schemes)('has a clean narrative and trace, %s', async (colorScheme) => {
    for (const path of ['', 'trace/']) {
      const page = await site.open(path, { colorScheme })
      expect(await faultsOf(page)).toEqual([])
      await site.putBack(page)
    }
  })

  it.each(schemes)('has a clean slide of every layout, %s', async (colorScheme) => {
    const page = await site.open('deck/', { colorScheme })
    await waitForDeck(page)
    const layouts = await page.$$eval('section.slide', (slides) =>
      slides.map((slide) => slide.className.match(/\bslide-[a-z]+/)?.[0] ?? ''),
    )
    const slides = (await slidesOf(page)).filter(
      (_, index) => layouts.indexOf(layouts[index] ?? '') === index,
    )
    expect(slides.length).toBeGreaterThan(5)
    const faults: string[] = []
    for (const slide of slides) {
      await goTo(page, slide)
      faults.push(...(await faultsOf(page)).map((fault) => `${slide.hash} ${fault}`))
    }
    expect(faults).toEqual([])
    await site.putBack(page)
  })
})
