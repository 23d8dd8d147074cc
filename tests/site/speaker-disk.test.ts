/** Deck and speaker view find each other from disk too, once each is one file with its script inside. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PRESENT, waitForDeck } from './deck.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'

let site: OpenSite
let folder: string

beforeAll(async () => {
  site = await openSite()
  folder = await mkdtemp(join(tmpdir(), 'throughline-disk-'))
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

// Matches <link rel="stylesheet" href="/_astro/index.css">
const RE_STYLE = /<link rel="stylesheet" href="\/([^"]+)">/g
// Matches <script type="module" src="/_astro/index.js"></script>
const RE_SCRIPT = /<script type="module" src="\/([^"]+)"><\/script>/g
// Matches what is of no use in a file of its own: the policy names other files.
const RE_POLICY = /<meta http-equiv="content-security-policy"[^>]*>|<link rel="preload"[^>]*>/g

it('the two steer each other from disk, and the clock is kept there', async () => {
  await writeAlone('deck/index.html')
  await writeAlone('deck/speaker/index.html')
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } })
  const deck = await context.newPage()
  await deck.goto(String(pathToFileURL(join(folder, 'deck/index.html'))))
  await waitForDeck(deck)
  const [speaker] = await Promise.all([context.waitForEvent('page'), deck.keyboard.press('s')])
  await speaker.getByText('Steering the deck.').waitFor()
  await speaker.keyboard.press('ArrowRight')
  await deck.waitForSelector(`${PRESENT}[id="chapter-introduction"]`, { state: 'attached' })
  await deck.keyboard.press('ArrowRight')
  await speaker.locator('[data-screen="now"] > [id="introduction"]').waitFor({ state: 'attached' })
  await speaker.getByRole('button', { name: 'Pause' }).click()
  await speaker.reload()
  await speaker.getByRole('button', { name: 'Go on' }).waitFor()
  await context.close()
})

/** Writes a page of the site as one file, with links that lead to files. */
async function writeAlone(path: string): Promise<void> {
  const page = await readFile(join(siteFolder, path), 'utf8')
  const found = [...page.matchAll(RE_STYLE), ...page.matchAll(RE_SCRIPT)]
  const texts = new Map(
    await Promise.all(
      found.map(
        async ([, name = '']) => [name, await readFile(join(siteFolder, name), 'utf8')] as const,
      ),
    ),
  )
  expect(texts.size).toBeGreaterThan(1)
  const alone = page
    .replace(RE_POLICY, '')
    .replace(RE_STYLE, (_, name: string) => `<style>${texts.get(name)}</style>`)
    .replace(
      RE_SCRIPT,
      (_, name: string) =>
        `<script type="module">${texts.get(name)?.replaceAll('</script', '<\\/script')}</script>`,
    )
    .replace('href="speaker/"', 'href="speaker/index.html"')
    .replace('href="../" target', 'href="../index.html" target')
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, alone)
}
