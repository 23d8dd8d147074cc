/**
 * Moves words that are too long for a sheet to further sheets. CSS can break a page anywhere, but
 * can't say on the next page what it continues.
 */
import type { Page } from 'playwright'

/** Air for what rounding takes, px. */
const SPARE = 8

/**
 * Splits each `.sheet` that has `data-continued` and is higher than the paper: what does not fit goes
 * to a new sheet below those words. Nothing is left out, and a page without such sheets stays as it is.
 * @param height what a page leaves between its margins, px
 */
export async function splitSheets(tab: Page, height: number): Promise<void> {
  const room = height - SPARE
  // Sheets are measured all at once and then split all at once: a long deck is laid out anew each time.
  for (let left = await splitOnce(tab, room); left > 0; left = await splitOnce(tab, room));
}

/** Splits every sheet that is too high once, and returns how many were. */
function splitOnce(tab: Page, room: number): Promise<number> {
  return tab.evaluate((room) => {
    const BLOCKS = 'p, li, dt, dd, pre, tr, .found-text, .private-note'
    const FEWEST_LINES = 2
    /** Entries up to this share of a sheet are kept whole. */
    const WHOLE = 1 / 3

    const cuts = [...document.querySelectorAll<HTMLElement>('.sheet[data-continued]')].flatMap(
      (sheet) => {
        const { top, height } = sheet.getBoundingClientRect()
        const cut = height > room ? cutOf(sheet, top + room) : undefined
        return cut ? [{ sheet, cut }] : []
      },
    )
    for (const { sheet, cut } of cuts) runOn(sheet, cut)
    return cuts.length

    /** Where the first block that ends below `limit` is cut; undefined where nothing can be. */
    function cutOf(sheet: HTMLElement, limit: number): Range | undefined {
      const blocks = [...sheet.querySelectorAll(BLOCKS)].filter(
        (block) => !block.closest('.canvas, .sheet-name') && !block.querySelector(BLOCKS),
      )
      const over = blocks.find((block) => block.getBoundingClientRect().bottom > limit)
      if (!over) return undefined
      const whole = over.closest('[data-whole]')
      const isShort = whole && whole.getBoundingClientRect().height < room * WHOLE
      const before = cutBefore(isShort ? whole : over, sheet)
      if (isShort && before) return before
      const starts = lineStarts(over)
      const fitting = starts.filter(({ bottom }) => bottom <= limit).length
      const kept = starts.length - fitting < FEWEST_LINES ? starts.length - FEWEST_LINES : fitting
      const line = kept < FEWEST_LINES ? undefined : starts[kept]
      if (!line) return before
      const cut = document.createRange()
      cut.setStart(line.node, line.offset)
      return cut
    }

    /**
     * A cut in front of a block, with its heading and all that it is the first part of; undefined
     * where it is the first of its sheet.
     */
    function cutBefore(block: Element, sheet: Element): Range | undefined {
      let first = block
      for (let up: Element | null = block; up && up !== sheet; ) {
        first = up
        const before: Element | null = up.previousElementSibling
        if (before && !before.matches('[data-head]')) break
        up = before ?? up.parentElement
      }
      if (first.previousElementSibling?.matches('.sheet-name') ?? true) return undefined
      const cut = document.createRange()
      cut.setStartBefore(first)
      return cut
    }

    /** Where each line of a block starts, and how far down it reaches. */
    function lineStarts(block: Element): { node: Node; offset: number; bottom: number }[] {
      const lines: { node: Node; offset: number; bottom: number }[] = []
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          const { top, bottom, width } = range.getBoundingClientRect()
          if (width === 0) continue
          const last = lines.at(-1)
          // Raised or larger words belong to the line on which they begin.
          if (last && top < last.bottom - 2) last.bottom = Math.max(last.bottom, bottom)
          else lines.push({ node, offset: index, bottom })
        }
      }
      return lines
    }

    /** What stands above the second half of a part that has a heading. */
    function goingOn(head: HTMLElement): Node {
      const again = head.cloneNode() as HTMLElement // as what it copies
      again.textContent = head.dataset.head ?? ''
      return again
    }

    /** Moves everything after a cut to a new sheet, below words that say what it continues. */
    function runOn(sheet: HTMLElement, cut: Range): void {
      const heads = [...sheet.querySelectorAll<HTMLElement>('[data-head]')]
      const head = heads.find(({ parentElement: whole }) => whole?.contains(cut.startContainer))
      cut.setEnd(sheet, sheet.childNodes.length)
      const rest = cut.extractContents()
      // An element that was cut in two is there twice, but an id may stand only once.
      for (let half = rest.firstElementChild; half; half = half.firstElementChild) {
        const { id } = half
        if (id && !document.getElementById(id)) break
        half.removeAttribute('id')
        half.removeAttribute('aria-label')
        half.classList.add('continues')
        if (half.matches(BLOCKS) && !half.querySelector(BLOCKS)) break
      }
      if (head) rest.querySelector('.continues')?.prepend(goingOn(head))
      const name = document.createElement('p')
      name.className = 'sheet-name'
      name.textContent = sheet.dataset.continued ?? ''
      const next = document.createElement('div')
      next.className = 'sheet sheet-continued'
      next.dataset.continued = sheet.dataset.continued ?? ''
      next.append(name, rest)
      sheet.after(next)
    }
  }, room)
}
