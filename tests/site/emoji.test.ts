/** Emoji show in every output: in the font that travels with it, and not as a box of some system. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emojiIn } from '../../src/core/text/emoji.ts'
import { builtCase } from './built.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'
import { wordsOfPdf } from './words.ts'

const CASE = 'tests/fixtures/writing'
const folder = await builtCase(CASE)
/** Those of the case: keycaps, flags, and people with a tone of skin and a trade. */
const EMOJI = emojiIn(await readFile(join(CASE, '50-front-desk.mdx'), 'utf8'))

let site: OpenSite
beforeAll(async () => {
  site = await openSite(folder)
})
afterAll(() => site.close())

/** Emoji that a page shows, and each of them that another font than ours draws. */
async function emojiOn(page: Page): Promise<{ shown: Set<string>; others: string[] }> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const tab = await page.context().newCDPSession(page)
  await tab.send('DOM.enable')
  await tab.send('CSS.enable')
  const { root } = await tab.send('DOM.getDocument', { depth: -1 })
  const shown = new Set<string>()
  const others: string[] = []
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (['HEAD', 'SCRIPT', 'STYLE', 'TITLE', 'DESC'].includes(node.nodeName.toUpperCase())) continue
    waiting.push(...(node.children ?? []))
    const emoji = node.nodeType === 3 ? emojiIn(node.nodeValue) : []
    if (emoji.length === 0) continue
    const { fonts } = await tab.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId })
    // What is in a closed drawer has no font yet.
    if (fonts.length === 0) continue
    for (const one of emoji) shown.add(one)
    const ours = fonts.find(
      ({ familyName, isCustomFont }) => isCustomFont && /Emoji/.test(familyName),
    )
    if ((ours?.glyphCount ?? 0) < emoji.length)
      others.push(`${node.nodeValue}: ${fonts.map((font) => font.familyName)}`)
  }
  return { shown, others }
}

it.each([
  { name: 'the narrative', address: () => site.url, media: 'screen' },
  { name: 'the narrative on paper', address: () => site.url, media: 'print' },
  { name: 'slides on paper', address: () => `${site.url}deck/?print`, media: 'print' },
  { name: 'the reading view', address: () => `${site.url}deck/?view=read`, media: 'screen' },
  { name: 'the offline narrative', address: () => offline('narrative'), media: 'screen' },
  { name: 'the offline deck', address: () => `${offline('deck')}?view=read`, media: 'screen' },
] as const)('draws every emoji on $name', async ({ address, media }) => {
  const page = await site.open('', { javaScriptEnabled: media === 'screen' })
  await page.emulateMedia({ media })
  await page.goto(address())
  const { shown, others } = await emojiOn(page)
  expect(others).toEqual([])
  expect([...shown].sort()).toEqual(EMOJI)
  await page.context().close()
})

function offline(name: string): string {
  return pathToFileURL(join(folder, 'offline', `${name}.html`)).href
}

it('has them as text in the PDFs', async () => {
  for (const name of ['narrative', 'deck']) {
    const words = (await wordsOfPdf(folder, `handouts/${name}.pdf`)).join('')
    for (const emoji of EMOJI) expect(bare(words), name).toContain(bare(emoji))
  }
})

/** Without the sign for colour, which a PDF may leave out of its text. */
function bare(text: string): string {
  return text.replaceAll('\u{FE0F}', '')
}

it('brings a font with a case that has emoji, small, and none with another', async () => {
  expect((await fontsIn(folder)).length).toBe(1)
  expect(
    (await readFile(join(folder, '_astro', (await fontsIn(folder))[0] ?? ''))).length,
  ).toBeLessThan(60_000)
  expect(await fontsIn(siteFolder)).toEqual([])
})

async function fontsIn(out: string): Promise<readonly string[]> {
  return (await readdir(join(out, '_astro'))).filter((name) => /^emoji.*\.woff2$/.test(name))
}
