/** What the page of a part says of the whole: on which pages its own are, and where else things stand. */
import type { Page } from 'playwright'
import { type PageNumbers, writePages } from './pages.ts'

/** Numbers as they stand in the whole. */
export interface PartNumbers {
  /** Its first page, from 1. */
  readonly first: number
  /** All pages of the whole. */
  readonly total: number
  /** Of what it says the page. */
  readonly pages: PageNumbers
  /** Those that it said before, of which no number shall take less room. */
  readonly before?: PageNumbers
}

/** Writes them into an opened part, and sets how it begins and ends. Absent for a draft. */
export async function settlePart(
  tab: Page,
  {
    targets,
    numbers,
  }: { readonly targets: readonly string[]; readonly numbers?: PartNumbers | undefined },
): Promise<void> {
  await tab.evaluate(beginAndEnd)
  await tab.evaluate(leadTo, targets)
  if (numbers) await tab.evaluate(numberFrom, { first: numbers.first, total: numbers.total })
  if (numbers?.before) await writePages(tab, numbers.before)
  await writePages(tab, numbers?.pages, numbers?.before !== undefined)
}

/** A part begins a page by itself, and ends one: asked for, it would leave a page empty. */
function beginAndEnd(): void {
  for (const one of document.querySelectorAll<HTMLElement>('[data-cut-before]'))
    one.style.breakBefore = 'auto'
  for (const one of document.querySelectorAll<HTMLElement>('[data-cut-after]'))
    one.style.breakAfter = 'auto'
}

/** Chromium names no places but those that the page leads to itself, even unseen. */
function leadTo(ids: readonly string[]): void {
  const list = document.createElement('div')
  list.hidden = true
  for (const id of ids) {
    const link = document.createElement('a')
    link.setAttribute('href', `#${encodeURIComponent(id)}`)
    list.append(link)
  }
  document.body.append(list)
}

function numberFrom({ first, total }: { readonly first: number; readonly total: number }): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:root { --pages: "${total}" } @page :first { counter-set: page ${first} }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
