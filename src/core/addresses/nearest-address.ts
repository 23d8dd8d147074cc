/** Finds which address was meant by one that leads nowhere. Pure: it runs in the page too. */
import { distance } from '../text/nearest.ts'
import { decodePercent } from '../text/percent.ts'

/** Above this share of changed letters, two words have nothing to do with each other. */
const UNLIKE = 0.4

/**
 * The index of the nearest name; `undefined` where none is like it.
 *
 * @param address what was asked for: `/case/evidence-3a/`, `/case/old-page.html#decision-3`
 * @param names what may have been meant: `evidence-3a`, `https://example.org/old`
 */
export function nearestName(address: string, names: readonly string[]): number | undefined {
  const asked = wordsOf(address)
  const rated = names.map((name, index) => ({ index, cost: costOf(asked, wordsOf(name)) }))
  const best = rated.reduce((a, b) => (b.cost < a.cost ? b : a), { index: -1, cost: UNLIKE })
  return best.index < 0 ? undefined : best.index
}

/** The last parts of a path say the most: `deck/evidence-3a` may be `evidence-3a` of now. */
function costOf(asked: readonly string[], name: readonly string[]): number {
  const last = name.at(-1) ?? ''
  const costs = asked.map((part) => distance(part, last) / Math.max(part.length, last.length, 1))
  return Math.min(1, ...costs)
}

/** `https://example.org/case/Old_Page.html#a` → `['case', 'old-page', 'a']` */
function wordsOf(address: string): readonly string[] {
  return decodePercent(address)
    .toLowerCase()
    .replace(/^https?:\/\/[^/]*/, '')
    .split(/[/#?]+/)
    .map((part) => part.replace(/\.(?:html?|mdx?|pdf)$/, '').replace(/[\s_]+/g, '-'))
    .filter((part) => part.length > 1 && part !== 'index')
}
