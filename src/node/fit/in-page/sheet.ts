/** Measures a page on paper, where nobody scrolls. Runs in the page: see `visible.ts`. */

/** A block that is wider than the paper leaves room for. */
export interface WideBlock {
  readonly kind: 'table' | 'code' | 'picture' | 'words'
  /** What it says first, by which its author finds it; `''` for what says nothing. */
  readonly words: string
  /** Ids that stand before it or around it, the nearest first. */
  readonly ids: readonly string[]
  /** By how much, px. */
  readonly px: number
}

/** The room between the margins of an upright sheet of so many px, as the page's own rule sets them. */
export function roomBetweenMargins(width: number): number {
  const margins = (rules: CSSRuleList): number | undefined => {
    for (const rule of rules) {
      if (rule instanceof CSSPageRule && rule.selectorText === '' && rule.style.marginLeft)
        return Number.parseFloat(rule.style.marginLeft) + Number.parseFloat(rule.style.marginRight)
      const inside = rule instanceof CSSGroupingRule ? margins(rule.cssRules) : undefined
      if (inside !== undefined) return inside
    }
    return undefined
  }
  const mm = [...document.styleSheets].map(({ cssRules }) => margins(cssRules))
  return width - ((mm.find((found) => found !== undefined) ?? 0) * 96) / 25.4
}

/** Every block that reaches over the edge of a page as wide as the paper, or of a frame that would have to scroll. */
export function wideBlocks(): readonly WideBlock[] {
  const edge = document.documentElement.clientWidth
  const found = new Map<Element, number>()
  for (const element of document.body.querySelectorAll('*')) {
    // Slides are measured in the deck.
    if (
      element.closest('.canvas') ||
      (element instanceof SVGElement && element.localName !== 'svg')
    )
      continue
    const boxes = [element.getBoundingClientRect(), ...fit.textBoxes(element)]
    const over = boxes.map(({ left, right, width }) => (width ? Math.max(right - edge, -left) : 0))
    const clips = element.clientWidth > 0 && getComputedStyle(element).overflowX !== 'visible'
    const px = Math.max(...over, clips ? element.scrollWidth - element.clientWidth : 0)
    if (px <= 1 || !fit.isVisible(element, document.body)) continue
    const block = element.closest('table, pre, figure') ?? element
    // Around what is too wide, all is.
    if (element !== block || !element.querySelector('table, pre, figure, img, svg, p, li, td, h2'))
      found.set(block, Math.max(found.get(block) ?? 0, px))
  }
  return [...found].map(([block, px]) => fit.wideBlock(block, px))
}

/** What is told of one. */
export function wideBlock(block: Element, px: number): WideBlock {
  const picture = block.matches('img, svg') ? block : block.querySelector('figure img, figure svg')
  const first = block.querySelector('th, td') ?? block
  const words = (picture?.getAttribute('alt') ?? first.textContent ?? '').trim()
  const before = [...document.querySelectorAll('[id]')].filter(
    (each) => each.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return {
    kind: block.matches('table')
      ? 'table'
      : block.matches('pre')
        ? 'code'
        : picture
          ? 'picture'
          : 'words',
    words: words.split('\n')[0]?.slice(0, 60) ?? '',
    ids: before.map(({ id }) => id).reverse(),
    px: Math.ceil(px),
  }
}
