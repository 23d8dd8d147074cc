/** The words of items as each output shows them, apart from what the outputs add to them. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright'

/** The words of one item in one place. White space is left out. */
export interface ItemWords {
  readonly key: string
  /** What the author wrote, without citations: those are links. */
  readonly own: string
  /** What is printed there, line for line of thought: the author's words, citations and marks. */
  readonly printed: readonly string[]
  /** 1-based number of the slide; 1 in the narrative. */
  readonly slide: number
}

/** A text without white space: lines break elsewhere in each output. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** As on a keyboard: display type sets quotation marks and arrows, and changes nothing else. */
export function asTyped(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replaceAll('→', '->')
}

/** Items where the narrative sets them out; `print` media must be emulated to read what is printed. */
export function wordsInNarrative(page: Page, keys: readonly string[]) {
  return readWords(
    page,
    keys.map((key) => ({ key, roots: [`[id="${key}"] > .item-body > .item-text`] })),
  )
}

/**
 * Items where the deck sets them out: as lines of a list; as a decision, in head and rest; as
 * evidence, in running text. What flows on joins what it flows from.
 */
export function wordsInDeck(page: Page, keys: readonly string[]) {
  const parts = ['.head .headline', '.canvas > .rest:not(.standing)', '.canvas > .running']
  return readWords(
    page,
    keys.map((key) => ({
      key,
      roots: [
        `li[id="${key}"] > .words`,
        ...parts.map((part) => `[data-item="${key}"][id="${key}"] ${part}`),
        // What has no slide of its own stands beside its decision.
        `.canvas:has(> [id="${key}"]) [data-evidence="${key}"] .running`,
        ...['.rest', '.running'].map((part) => `[data-item="${key}"][id^="${key}--"] ${part}`),
      ],
    })),
  )
}

interface Search {
  readonly key: string
  readonly roots: readonly string[]
}

/** One entry for each item and slide on which it stands, in order. */
async function readWords(page: Page, searches: readonly Search[]): Promise<readonly ItemWords[]> {
  const found = await page.evaluate((searches) => {
    // Around an item's words, not among them.
    const around =
      '.item, .mark, .id, .trace, .strength, .behind, .gap-small, .diagram, .quotation-by'
    // Among them, but ours.
    const ours = '.cite, .not-public'
    const slides = [...document.querySelectorAll('.slide')]

    function read(root: Element) {
      const runs: string[] = []
      let own = ''
      let last: Element | null = null
      const visit = (node: Node): void => {
        if (node instanceof Element) {
          if (node !== root && node.matches(around)) {
            last = null
            return
          }
          for (const child of node.childNodes) visit(child)
        }
        if (!(node instanceof Text) || !node.parentElement) return
        if (!node.parentElement.closest(ours)) own += node.data
        // Clipped to nothing: heard, and not part of what is printed in a line.
        if (!node.parentElement.checkVisibility() || node.parentElement.closest('.unseen')) return
        let block: Element = node.parentElement
        while (block !== root && /^inline/.test(getComputedStyle(block).display)) {
          block = block.parentElement ?? root
        }
        if (block === last) runs.push(`${runs.pop() ?? ''}${node.data}`)
        else runs.push(node.data)
        last = block
      }
      visit(root)
      return { own, printed: runs }
    }

    return searches.flatMap(({ key, roots }) => {
      const all = [...document.querySelectorAll(roots.join())]
      return all.map((root) => {
        const slide = root.closest('.slide')
        return { key, slide: slide ? slides.indexOf(slide) + 1 : 1, ...read(root) }
      })
    })
  }, searches)
  return found.map(({ own, printed, ...place }) => ({
    ...place,
    own: squeeze(own),
    printed: printed.map(squeeze).filter(Boolean),
  }))
}

/**
 * The text of a handout, a string a page, without white space and what is no content.
 * @param withEdges whether what every page says at its edges counts too
 */
export async function wordsOfPdf(
  folder: string,
  file: string,
  withEdges = false,
): Promise<readonly string[]> {
  const bytes = await readFile(join(folder, file))
  const key = `${createHash('sha1').update(bytes).digest('hex')} ${withEdges}`
  const pages = known.get(key) ?? wordsIn(bytes, withEdges)
  known.set(key, pages)
  return pages
}

/** By the bytes of a PDF: many tests look into the same one. */
const known = new Map<string, Promise<readonly string[]>>()

async function wordsIn(bytes: Uint8Array, withEdges: boolean): Promise<readonly string[]> {
  const reader = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= reader.numPages; number += 1) {
    const page = await reader.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const open: boolean[] = []
    let text = ''
    for (const item of items) {
      if ('str' in item) text += open.includes(true) ? '' : item.str
      else if (item.type === 'endMarkedContent') open.pop()
      else open.push(!withEdges && 'tag' in item && item.tag === 'Artifact')
    }
    pages.push(squeeze(text))
  }
  return pages
}
