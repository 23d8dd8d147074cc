/** A claim followed on paper: from the citation to its note, to where it is set out, and back. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenSite, openSite, siteFolder } from './site.ts'
import { squeeze, wordsOfPdf } from './words.ts'

const FILE = 'handouts/narrative.pdf'

interface Note {
  readonly id: string
  /** `Evidence 3a We realised …` */
  readonly words: string
  /** Key of the item. */
  readonly of: string
  /** Anchors of its citations. */
  readonly from: readonly string[]
}

let site: OpenSite
let reader: PDFDocumentProxy
let notes: readonly Note[]
/** Anchor of each citation on the page → id of its note. */
let citations: Readonly<Record<string, string>>
/** How many items lead to their note from where they are set out. */
let setOut: number

beforeAll(async () => {
  site = await openSite()
  const data = new Uint8Array(await readFile(join(siteFolder, FILE)))
  reader = await getDocument({ data, verbosity: 0 }).promise
  const page = await site.open('')
  const idOf = (link: { readonly hash: string }) => decodeURIComponent(link.hash.slice(1))
  const found = await page.$$eval('.endnotes li', (all) =>
    all.map((note) => {
      const links = [...note.querySelectorAll<HTMLAnchorElement>('.trace a')]
      const [to, ...back] = links.map(({ hash }) => ({ hash }))
      return { id: note.id, words: note.querySelector('p')?.textContent ?? '', to, back }
    }),
  )
  notes = found.map(({ id, words, to, back }) => ({
    id,
    words,
    of: to ? idOf(to) : '',
    from: back.map(idOf),
  }))
  const cites = await page.$$eval('a[id^="cite--"]', (all) =>
    all.map((link) => [link.id, (link as HTMLAnchorElement).hash] as const),
  )
  citations = Object.fromEntries(cites.map(([id, hash]) => [id, idOf({ hash })]))
  setOut = await page.locator('.note-mark').count()
  await site.putBack(page)
})
afterAll(() => site.close())

it('has a note for every citation, and a way back to each', () => {
  expect(notes.length).toBeGreaterThan(0)
  expect(setOut).toBeGreaterThan(0)
  expect(Object.keys(citations).length).toBeGreaterThan(0)
  const back = notes.flatMap(({ id, from }) => from.map((anchor) => [anchor, id] as const))
  expect(Object.fromEntries(back)).toEqual(citations)
})

it('says in the PDF what each link leads to, with the page on which that stands', async () => {
  const ids = new Map(notes.map(({ id }, index) => [id, index + 1]))
  const seen = { cited: 0, setOut: 0, back: 0 }
  for (const { dest, says } of await linksOf()) {
    const note = ids.get(dest)
    if (note !== undefined) {
      // From where the item itself is set out, its note is all there is to say.
      if (says === `Note ${note}`) seen.setOut += 1
      else {
        expect(says).toMatch(new RegExp(`^\\D+ \\S+, note ${note}$`))
        seen.cited += 1
      }
    }
    if (!dest.startsWith('cite--')) continue
    expect(says).toBe(`Back to citation on page ${await pageOf(dest)}`)
    seen.back += 1
  }
  const count = Object.keys(citations).length
  expect(seen).toEqual({ cited: count, setOut, back: count })
})

it('tells in each note, in order, the pages on which it is set out and cited', async () => {
  const text = (await wordsOfPdf(siteFolder, FILE)).join('')
  let at = text.lastIndexOf('Notes')
  for (const [index, { words, of, from }] of notes.entries()) {
    const start = text.indexOf(squeeze(`${index + 1}.${words}`), at)
    expect(start, words).toBeGreaterThan(at)
    const setOut = squeeze(`Set out on page ${await pageOf(of)}.`)
    at = text.indexOf(setOut, start)
    expect(at, `${words} ${setOut}`).toBeGreaterThan(start)
    const pages = await Promise.all(from.map(pageOf))
    const said = /^Citedonpages?((?:\d+(?:\([^)]*\))?,?)+)\./.exec(text.slice(at + setOut.length))
    expect((said?.[1] ?? '').replace(/\([^)]*\)/g, '')).toBe(pages.join())
  }
})

it('sets the notes as a list of their own, found by a bookmark', async () => {
  const outline = await reader.getOutline()
  const titles = outline.flatMap(function flat({ title, items }): string[] {
    return [title, ...items.flatMap(flat)]
  })
  expect(titles.slice(-3)).toEqual(['Notes', 'Index of decisions', 'About this document'])
  const document = await PDFDocument.load(await readFile(join(siteFolder, FILE)))
  const lists = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => object.get(PDFName.of('S')) === PDFName.of('L'))
  const entries = lists.map((list) => {
    const kids = list.lookup(PDFName.of('K'))
    const all = kids instanceof PDFArray ? kids.asArray().map((_, n) => kids.lookup(n)) : [kids]
    return all.filter((kid) => kid instanceof PDFDict && kid.get(PDFName.of('S')) === LI).length
  })
  expect(entries).toContain(notes.length)
})

it('leaves them to paper: on screen a citation opens its card', async () => {
  const page = await site.open('')
  expect(await page.locator('.endnotes').isVisible()).toBe(false)
  expect(await page.locator('.note-number').first().isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  await page.locator('.endnotes').waitFor()
  await page.locator('.note-number').first().waitFor()
  await site.putBack(page)
})

const LI = PDFName.of('LI')

/** Every link inside the document, and its description. */
async function linksOf(): Promise<readonly { readonly dest: string; readonly says: string }[]> {
  const links: { dest: string; says: string }[] = []
  for (let number = 1; number <= reader.numPages; number += 1) {
    for (const { dest, contentsObj } of await (await reader.getPage(number)).getAnnotations()) {
      if (typeof dest === 'string') links.push({ dest, says: contentsObj.str })
    }
  }
  return links
}

/** 1-based, as printed at the foot. */
async function pageOf(name: string): Promise<number> {
  const target = await reader.getDestination(name)
  expect(target, name).not.toBeNull()
  return (await reader.getPageIndex(target?.[0])) + 1
}
