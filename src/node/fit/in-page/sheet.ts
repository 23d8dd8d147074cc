/** Measures a page on paper, where nobody scrolls. Runs in the page: see `visible.ts`. */

/** A block that is wider, or higher, than the paper leaves room for. */
export interface OverBlock {
  readonly kind: 'table' | 'code' | 'picture' | 'words' | 'row'
  /** What it says first, by which its author finds it; `''` for what says nothing. */
  readonly words: string
  /** Ids that stand before it or around it, the nearest first. */
  readonly ids: readonly string[]
  /** By how much, px. */
  readonly px: number
  /** Set where it is too high. */
  readonly isHigh?: true
}

/** The room between the margins of a sheet of so many px, as the page's own rule of that name sets them; `null` without one. */
export function roomBetweenMargins(
  { width, height }: { readonly width: number; readonly height: number },
  name = '',
): { readonly width: number; readonly height: number } | null {
  const find = (rules: CSSRuleList): CSSPageDescriptors | undefined => {
    for (const rule of rules) {
      if (rule instanceof CSSPageRule && rule.selectorText === name && rule.style.margin)
        return rule.style
      const inside = rule instanceof CSSGroupingRule ? find(rule.cssRules) : undefined
      if (inside) return inside
    }
    return undefined
  }
  const style = [...document.styleSheets].map(({ cssRules }) => find(cssRules)).find(Boolean)
  if (!style) return null
  // As written: `18mm 16mm`, or sides that a brand may set, `var(--page-top, 18mm) …`.
  const ofBrand = getComputedStyle(document.documentElement)
  const sides = style.margin.match(/var\([^)]*\)|\S+/g) ?? []
  const px = (side: number): number => {
    const [, name = '', usual] = /var\((--[\w-]+),\s*([^)]+)\)/.exec(sides[side] ?? '') ?? []
    const mm = ofBrand.getPropertyValue(name) || usual || sides[side]
    return (Number.parseFloat(mm ?? '') * 96) / 25.4
  }
  const [top = 0, right = top, bottom = top, left = right] = sides.map((_, side) => px(side))
  return { width: width - left - right, height: height - top - bottom }
}

/**
 * Lays out tables that are wider than a line: smaller, then on a turned sheet. Where nothing is enough, words
 * break, and it says by how much it is too wide. Else Chromium would make all pages smaller.
 *
 * @param turned width of the room on a turned sheet, px; absent where the page turns none
 */
export function fitTables(turned?: number): void {
  const upright = [[], ['table-small']]
  const wide = upright.map((look) => [...look, 'turned'])
  const ways = [...upright, ...(turned === undefined ? [] : wide), ['table-least']]
  if (turned !== undefined) ways.at(-1)?.push('turned')
  const gain = (turned ?? 0) - document.documentElement.clientWidth
  for (const table of document.querySelectorAll<HTMLElement>('.table > table')) {
    const frame = table.parentElement ?? table
    const room = frame.clientWidth
    table.style.inlineSize = 'min-content'
    const over = (way: readonly string[]): number => {
      frame.className = ['table', ...way].join(' ')
      return table.offsetWidth - room - (way.includes('turned') ? gain : 0)
    }
    const fitting = ways.find((way) => over(way) <= 0)
    if (!fitting) {
      frame.dataset.over = String(over(ways.at(-1) ?? []))
      frame.classList.add('breakable')
    }
    table.style.inlineSize = ''
    if (!frame.classList.contains('turned')) continue
    // What leads to it stands on the same sheet.
    for (
      let before = frame.previousElementSibling;
      before;
      before = before.previousElementSibling
    ) {
      const { breakAfter, display } = getComputedStyle(before)
      if (display === 'none') continue
      if (breakAfter !== 'avoid') break
      before.classList.add('turned')
    }
  }
}

/**
 * Every block that reaches over the edge of a page as wide as the paper, or of a frame that would have to
 * scroll, and what can't be cut and is higher than a page.
 *
 * @param high what a page leaves between its margins, px
 */
export function overBlocks(high: number): readonly OverBlock[] {
  const edge = document.documentElement.clientWidth
  const found = new Map<Element, number>()
  const tall = new Map<Element, number>()
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    // Slides are measured in the deck.
    if (
      element.closest('.canvas') ||
      (element instanceof SVGElement && element.localName !== 'svg')
    )
      continue
    const { overflowX, display } = getComputedStyle(element)
    const boxes = [element.getBoundingClientRect(), ...fit.textBoxes(element)]
    const over = boxes.map(({ left, right, width }) => (width ? Math.max(right - edge, -left) : 0))
    const clips = element.clientWidth > 0 && overflowX !== 'visible'
    const scrolls = clips ? element.scrollWidth - element.clientWidth : 0
    const isTurned = element.closest('.turned') !== null
    const said = Number(element.dataset.over ?? 0)
    const px = isTurned ? said : Math.max(...over, scrolls, said)
    const isWhole = clips || display.startsWith('inline-') || element.matches('tr, img, svg')
    const up = isWhole ? (boxes[0]?.height ?? 0) - high : 0
    if (Math.max(px, up) <= 1 || !fit.isVisible(element, document.body)) continue
    if (up > 1) tall.set(element, up)
    const block = element.closest('table, pre, figure') ?? element
    // Around what is too wide, all is.
    if (
      px > 1 &&
      (said > 0 ||
        element !== block ||
        !element.querySelector('table, pre, figure, img, svg, p, li, td, h2'))
    )
      found.set(block, Math.max(found.get(block) ?? 0, px))
  }
  return [
    ...[...found].map(([block, px]) => fit.overBlock(block, px)),
    ...[...tall].map(([block, px]) => ({ ...fit.overBlock(block, px), isHigh: true as const })),
  ]
}

/** What is told of a block that reaches `px` over the edge. */
export function overBlock(block: Element, px: number): OverBlock {
  const picture = block.matches('img, svg') ? block : block.querySelector('figure img, figure svg')
  const first = block.querySelector('th, td') ?? block
  const words = (
    picture?.getAttribute('alt') ??
    block.getAttribute('alttext') ??
    first.textContent ??
    ''
  ).trim()
  const before = [...document.querySelectorAll('[id]')].filter(
    (each) => each.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return {
    kind: block.matches('tr')
      ? 'row'
      : block.matches('table, .table')
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
