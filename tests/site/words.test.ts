/** The words of every item are the same wherever the case is told, and those of the whole narrative on paper. */

import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseJson } from '../../src/core/model/case-json.ts'
import { type ReadCase, readCase } from '../../src/node/read/read-case.ts'
import { bodyOfPdf, firstDifference, wordsOfMain } from './body.ts'
import { builtCase } from './built.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'
import {
  asTyped,
  type ItemWords,
  squeeze,
  wordsInDeck,
  wordsInNarrative,
  wordsOfPdf,
} from './words.ts'

const UGLY = 'tests/fixtures/ugly'

describe.each([
  { folder: 'slides', out: siteFolder },
  { folder: UGLY, out: await builtCase(UGLY) },
])('every item of $folder', ({ folder, out }) => {
  let read: ReadCase
  let site: OpenSite
  let expected: Readonly<Record<string, string>>

  beforeAll(async () => {
    read = await readCase(resolve(folder))
    site = await openSite(out)
    expected = Object.fromEntries(read.case.items.map(({ key, text }) => [key, squeeze(text)]))
    expect(Object.keys(expected).length).toBeGreaterThan(10)
  })
  afterAll(() => site?.close())

  it('is in case.json as in the sources', async () => {
    const json: CaseJson = JSON.parse(await readFile(join(out, 'case.json'), 'utf8'))
    expect(json.items.map(({ key, text }) => [key, text])).toEqual(
      read.case.items.map(({ key, text }) => [key, text]),
    )
  })

  it('is in the narrative, and in its PDF', async () => {
    const words = await wordsOn('index.html', wordsInNarrative)
    expect(joined(words)).toEqual(expected)
    const text = (await wordsOfPdf(out, 'handouts/narrative.pdf')).join('')
    for (const { key, printed } of words) expectInOrder(text, printed, key)
  })

  it('is on the slides that tell it, and in their PDF', async () => {
    const words = await wordsOn('deck/index.html?print', wordsInDeck)
    expect(typed(joined(words))).toEqual(typed(expected))
    const pages = await wordsOfPdf(out, 'handouts/deck.pdf')
    for (const { key, printed, slide } of words) expectInOrder(pages[slide - 1] ?? '', printed, key)
  })

  it('stands in a main text that is the same, word by word, in the PDF of the narrative', async () => {
    const page = await site.open('index.html', { javaScriptEnabled: false })
    await page.emulateMedia({ media: 'print' })
    const words = await wordsOfMain(page)
    const first = await page.locator('main :is(h2, h3, h4, h5, h6)').first().textContent()
    await site.putBack(page)
    expect(words.length).toBeGreaterThan(500)
    const body = await bodyOfPdf(out, 'handouts/narrative.pdf', first ?? '')
    expect(firstDifference(words, body)).toBeUndefined()
    // A word that is missing anywhere is a difference.
    const middle = Math.floor(words.length / 2)
    expect(firstDifference(words.toSpliced(middle, 1), body)).toContain(words[middle])
    expect(firstDifference(words.slice(0, -1), body)).toMatch(/^the PDF goes on/)
  })

  /** Reads a page as it is printed. */
  async function wordsOn(
    path: string,
    readItems: typeof wordsInDeck,
  ): Promise<readonly ItemWords[]> {
    const page = await site.open(path, { javaScriptEnabled: false })
    await page.emulateMedia({ media: 'print' })
    const words = await readItems(
      page,
      read.case.items.map(({ key }) => key),
    )
    await site.putBack(page)
    return words
  }
})

/** The author's words by key; what flows on is joined. */
function joined(words: readonly ItemWords[]): Readonly<Record<string, string>> {
  const whole: Record<string, string> = {}
  for (const { key, own } of words) whole[key] = `${whole[key] ?? ''}${own}`
  return whole
}

/** Each part stands in the text, behind the one before. */
function expectInOrder(text: string, parts: readonly string[], key: string): void {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) expect(text.slice(from), `${key}, printed`).toContain(part)
    from = at + part.length
  }
  expect(parts.length, key).toBeGreaterThan(0)
}

function typed(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, asTyped(text)]))
}
