/** What axe-core finds wrong with a page: WCAG 2.2 AA. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * axe-core ships `target-size` switched off, and that landmarks can be told apart is in none of these
 * tags. Of what is right, it needs not say where that stands.
 */
const OPTIONS = {
  rules: {
    'target-size': { enabled: true },
    'landmark-no-duplicate-banner': { enabled: true },
    'landmark-no-duplicate-contentinfo': { enabled: true },
    'landmark-one-main': { enabled: true },
    'landmark-unique': { enabled: true },
  },
  resultTypes: ['violations' as const],
}

/** Runs where its script is already: to read that takes longer than to look at a slide. */
const NO_SCRIPT = 'undefined'

/**
 * One line for each element at fault.
 * @param within Selector of the part to look at; the whole page if left out.
 */
export async function faultsOf(page: Page, within?: string): Promise<readonly string[]> {
  const isThere = await Promise.all(page.frames().map((frame) => frame.evaluate('"axe" in window')))
  const axe = new AxeBuilder(isThere.every(Boolean) ? { page, axeSource: NO_SCRIPT } : { page })
  const { violations } = await (within === undefined ? axe : axe.include(within))
    .options(OPTIONS)
    .withTags(TAGS)
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}
