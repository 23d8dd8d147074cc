/**
 * A long page, printed in parts. For each sheet Chromium looks at every link of the page, and where it leads:
 * ten times as many take a hundred times as long, and fill memory.
 */
import { PDFDict, type PDFDocument, PDFName, PDFString } from 'pdf-lib'
import type { Page } from 'playwright'
import { SITE_ORIGIN } from '../browser/built-site.ts'
import { setRunningLines } from './running.ts'

/** Elements of a page that is printed whole, and about as many of a part. */
export interface PartSizes {
  readonly whole: number
  readonly part: number
}

const MOST: PartSizes = { whole: 15_000, part: 4000 }

/** How many pages each part of a page takes; one number where it is printed whole. */
export type PartLengths = readonly number[]

/** Links from one part to another lead here while they are printed. */
const ELSEWHERE = `${SITE_ORIGIN}/.another-part#`

/**
 * Cuts an opened page where a sheet, a slide or a section begins, which begins a page of paper then.
 * @returns As many pages as each part most likely takes, by its sheets; a single part is the page as it is.
 */
export function cutInParts(tab: Page, most = MOST): Promise<PartLengths> {
  return tab.evaluate(
    ({ most, elsewhere }) => {
      if (document.querySelectorAll('*').length <= most.whole) return [1]
      const starts = ['.sheet', '.slide', 'main > :is(h2, h3), .endnotes, .decision-index']
        .map((what) => [...document.querySelectorAll(what)].filter((one) => one.checkVisibility()))
        .find((found) => found.length > 1)
      if (!starts) return [1]
      const isStart = new Set(starts)
      const around = new Set<Node>()
      for (const start of starts)
        for (let up = start.parentNode; up && !around.has(up); up = up.parentNode) around.add(up)
      const lengths = [0]
      const runs: { part: number; nodes: ChildNode[]; gap: Comment }[] = []
      let size = 0
      let last: HTMLElement | undefined
      walk(document.body)
      const partOf = new Map<string, number>()
      for (const { part, nodes } of runs)
        for (const { id } of nodes.flatMap(withInner)) if (id !== '') partOf.set(id, part)
      const targets = leadElsewhere()
      globalThis.showPart = (shown) => {
        for (const { part, nodes, gap } of runs) {
          if (shown !== undefined && part !== shown) {
            if (nodes[0]?.isConnected) nodes[0].before(gap)
            for (const node of nodes) node.remove()
          } else if (gap.isConnected) gap.replaceWith(...nodes)
        }
        for (const list of document.querySelectorAll('[data-targets]')) list.remove()
        if (shown !== undefined) document.body.append(linksTo(targets.get(shown) ?? new Set()))
      }
      return lengths

      /** Puts all that stands beside a start in a part, in order. */
      function walk(parent: Node): void {
        let run: (typeof runs)[number] | undefined
        for (const child of parent.childNodes) {
          if (around.has(child)) {
            run = undefined
            walk(child)
            continue
          }
          // What every page says at its edges is of every part.
          if (child instanceof Element && child.querySelector('[data-margin]')) {
            run = undefined
            continue
          }
          if (child instanceof Element) count(child)
          const part = lengths.length
          if (run?.part !== part) {
            run = { part, nodes: [], gap: document.createComment('') }
            runs.push(run)
          }
          run.nodes.push(child)
        }
      }

      function count(child: Element): void {
        const begins = isStart.has(child)
        // A heading stays with what it heads.
        const isFree = begins && !child.previousElementSibling?.matches('h2, h3, .cross-link')
        if (isFree && size > most.part) {
          lengths.push(0)
          size = 0
          // Else it would leave a page empty.
          if (last) last.style.breakAfter = 'auto'
          if (child instanceof HTMLElement) child.style.breakBefore = 'auto'
        }
        if (begins && child instanceof HTMLElement) last = child
        size += 1 + child.querySelectorAll('*').length
        if (begins) lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1
      }

      function withInner(node: Node): readonly Element[] {
        return node instanceof Element ? [node, ...node.querySelectorAll('[id]')] : []
      }

      /** Chromium looks long for what is not there. Returns what other parts lead to, by its part. */
      function leadElsewhere(): Map<number, Set<string>> {
        const found = new Map<number, Set<string>>()
        for (const { part, nodes } of runs)
          for (const node of nodes) {
            if (!(node instanceof Element)) continue
            const links = [...(node.matches('a') ? [node] : []), ...node.querySelectorAll('a')]
            for (const link of links) {
              const attribute = link.hasAttribute('href') ? 'href' : 'xlink:href'
              const href = link.getAttribute(attribute) ?? ''
              const to = partOf.get(decodeURIComponent(href.slice(1)))
              if (!href.startsWith('#') || to === undefined || to === part) continue
              link.setAttribute(attribute, elsewhere + href.slice(1))
              found.set(to, (found.get(to) ?? new Set()).add(href))
            }
          }
        return found
      }

      /** Chromium names no places but those that the page leads to itself, even unseen. */
      function linksTo(hrefs: ReadonlySet<string>): Element {
        const list = document.createElement('div')
        list.dataset.targets = ''
        list.hidden = true
        for (const href of hrefs) {
          const link = document.createElement('a')
          link.setAttribute('href', href)
          list.append(link)
        }
        return list
      }
    },
    { most, elsewhere: ELSEWHERE },
  )
}

declare global {
  /** Set where a page is cut: takes all but one part out of it, or puts all back. */
  var showPart: (shown: number | undefined) => void
}

/**
 * Shows one part after the other, or the whole page, each to be printed, and leaves the page whole.
 * @param expected How many pages they take, for the numbers at their feet.
 * @param print Called with the number of each part, from 0.
 */
export async function eachPart(
  tab: Page,
  expected: PartLengths,
  print: (part: number) => Promise<void>,
): Promise<void> {
  if (expected.length === 1) return print(0)
  const total = pagesOf(expected)
  for (const index of expected.keys()) {
    const first = pagesOf(expected.slice(0, index)) + 1
    await setRunningLines(tab, index === 0)
    await showOnly(tab, { part: index + 1, first, total })
    await print(index)
  }
  await tab.evaluate(() => globalThis.showPart(undefined))
}

/** How many pages some parts have. */
export function pagesOf(lengths: PartLengths): number {
  return lengths.reduce((all, length) => all + length, 0)
}

/** Takes all but one part out of the page. Its pages are numbered from `first`. */
function showOnly(
  tab: Page,
  shown: { readonly part: number; readonly first: number; readonly total: number },
): Promise<void> {
  return tab.evaluate(({ part, first, total }) => {
    const sheet = Object.assign(new CSSStyleSheet(), { isOfPart: true })
    sheet.replaceSync(`:root { --pages: "${total}" } @page :first { counter-set: page ${first} }`)
    const others = document.adoptedStyleSheets.filter((one) => !('isOfPart' in one))
    document.adoptedStyleSheets = [...others, sheet]
    globalThis.showPart(part)
  }, shown)
}

/** Links from one part to another: on the page, as they were, and in its printed parts, as links within a document. */
export async function joinPartLinks(tab: Page, whole: PDFDocument): Promise<void> {
  await tab.evaluate((elsewhere) => {
    for (const link of document.querySelectorAll(`a[*|href^="${elsewhere}"]`)) {
      const attribute = link.hasAttribute('href') ? 'href' : 'xlink:href'
      link.setAttribute(attribute, `#${link.getAttribute(attribute)?.slice(elsewhere.length)}`)
    }
  }, ELSEWHERE)
  for (const [, object] of whole.context.enumerateIndirectObjects()) {
    const action = object instanceof PDFDict ? object.get(A) : undefined
    const uri = action instanceof PDFDict ? action.get(URI) : undefined
    const address = uri instanceof PDFString ? uri.asString() : ''
    if (!(object instanceof PDFDict) || !address.startsWith(ELSEWHERE)) continue
    object.delete(A)
    object.set(DEST, PDFName.of(address.slice(ELSEWHERE.length)))
  }
}

const A = PDFName.of('A')
const URI = PDFName.of('URI')
const DEST = PDFName.of('Dest')
