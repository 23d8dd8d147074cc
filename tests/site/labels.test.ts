/** What the tool says by itself is in English: on pages in another language it says so (WCAG 3.1.2). */
import { cp, glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { renderPages } from '../../src/node/site/pages.ts'

/** Ours among words of the case in one sentence, or said of a drawing that is the case's. */
const MIXED = 'svg title, desc, tspan, .id, .diagram-id, .holds, .trail, .rest, [data-go]'

let parent: string
let words: ReadonlySet<string>

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'labels-'))
  const folder = join(parent, 'case')
  await cp('tests/fixtures/strong', folder, { recursive: true })
  const settings = join(folder, 'case.yaml')
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('en-GB', 'cy'))
  const read = await readCase(folder)
  words = new Set(
    read.sources
      .flatMap(({ text }) => wordsIn(text))
      .concat(wordsIn(read.settings.ask ?? ''), wordsIn(read.settings.team ?? '')),
  )
  await renderPages(read, join(parent, 'site'))
})
afterAll(() => rm(parent, { recursive: true, force: true }))

function wordsIn(text: string): string[] {
  return [...text.matchAll(/\p{L}{3,}/gu)].map(([word]) => word.toLowerCase())
}

/** Texts of a page with a word that its case does not have, in an element of the case's language. */
function oursIn(html: string): readonly string[] {
  const { document } = parseHTML(html)
  const leaves = [...document.querySelectorAll('body *')].filter(
    (element) => !element.matches('script, style, template') && !element.closest(MIXED),
  )
  return leaves.flatMap((element) => {
    if (element.closest('[lang]')?.getAttribute('lang') !== 'cy') return []
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === 3)
    return texts
      .map(({ textContent }) => textContent?.trim() ?? '')
      .filter((text) => wordsIn(text).some((word) => !words.has(word)))
  })
}

it('says of every label that it is in English, and of no page that all of it is', async () => {
  const site = join(parent, 'site')
  // The handout of one page has ours and theirs in one heading.
  const all = await Array.fromAsync(glob('**/*.html', { cwd: site }))
  const pages = all.filter((page) => !page.startsWith('handouts/'))
  expect(pages.length).toBeGreaterThan(8)
  for (const page of pages) {
    const html = await readFile(join(site, page), 'utf8')
    expect(html).toContain('<html lang="cy"')
    expect(oursIn(html), page).toEqual([])
  }
})
