/** The words of the narrative's main text: on the page as it is printed, and in its PDF by its tags. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright'
import { squeeze } from './words.ts'

/** Headings of what follows the main text in the PDF, each at the top of a page. */
const AFTER = ['Notes', 'Index of decisions']

/** Every word of `main` that is printed, in order; print media must be emulated. */
export async function wordsOfMain(page: Page): Promise<readonly string[]> {
  const text = await page.evaluate(() => {
    const runs: string[] = []
    const isPrinted = (node: Element) =>
      node.checkVisibility({ visibilityProperty: true }) && !node.closest('.unseen, title, desc')
    const visit = (node: Node): void => {
      if (node instanceof Text && node.parentElement && isPrinted(node.parentElement))
        runs.push(node.data)
      for (const child of node.childNodes) visit(child)
      if (node instanceof Element && !/^inline/.test(getComputedStyle(node).display)) runs.push(' ')
    }
    const main = document.querySelector('main')
    if (main) visit(main)
    return runs.join('')
  })
  return text.split(/\s+/).filter((word) => word !== '')
}

/**
 * The text of the PDF's body in the order of its tags, without white space: lines break elsewhere.
 * Cover, contents, notes and index are left out.
 *
 * @param first the heading with which the body opens
 */
export async function bodyOfPdf(folder: string, file: string, first: string): Promise<string> {
  const data = new Uint8Array(await readFile(join(folder, file)))
  const reader = await getDocument({ data, verbosity: 0 }).promise
  let body = ''
  let isOpen = false
  for (let number = 1; number <= reader.numPages; number += 1) {
    const { text, heading } = await taggedText(await reader.getPage(number))
    if (heading === squeeze(first)) isOpen = true
    if (isOpen && AFTER.some((title) => heading === squeeze(title))) break
    if (isOpen) body += text
  }
  return body
}

/** The first words of a text that are not in another, where they should be, with some around them. */
export function firstDifference(words: readonly string[], text: string): string | undefined {
  let at = 0
  for (const [index, word] of words.entries()) {
    const expected = squeeze(word)
    if (!text.startsWith(expected, at)) {
      const before = words.slice(Math.max(0, index - 8), index).join(' ')
      const found = text.slice(at, at + 60)
      return `after "${before}": the page says "${words.slice(index, index + 8).join(' ')}", the PDF "${found}"`
    }
    at += expected.length
  }
  return at === text.length ? undefined : `the PDF goes on: "${text.slice(at, at + 60)}"`
}

/** Numbers and dots before entries: a page has them in no words. */
const LABEL = 'Lbl'

/** A page's text by its tags, and the words of the first heading on it. */
async function taggedText(
  page: PDFPageProxy,
): Promise<{ readonly text: string; readonly heading: string | undefined }> {
  const marked = await markedText(page)
  const tree = await page.getStructTree()
  let heading: string | undefined
  const read = (node: Tagged): string => {
    if (node.role === LABEL) return ''
    if (node.type === 'content') return marked.get(node.id ?? '') ?? ''
    const text = (node.children ?? []).map(read).join('')
    if (/^H\d$/.test(node.role ?? '')) heading ??= squeeze(text)
    return text
  }
  return { text: tree ? squeeze(read(tree)) : '', heading }
}

/** A node of the tree of tags, as pdf.js gives it: an element, or a stretch of content. */
interface Tagged {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Tagged[]
}

/** The text of each stretch of marked content, by its id. */
async function markedText(page: PDFPageProxy): Promise<ReadonlyMap<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    const id = open.findLast((one) => one !== '')
    if ('str' in item) {
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? '')
  }
  return texts
}
