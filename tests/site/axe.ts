/** What axe-core finds wrong with a page: WCAG 2.2 AA. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * One line for each element at fault. axe-core ships `target-size` switched off.
 * @param within Selector of the part to look at; the whole page if left out.
 */
export async function faultsOf(page: Page, within?: string): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (within === undefined ? axe : axe.include(within))
    .options({ rules: { 'target-size': { enabled: true } } })
    .withTags(TAGS)
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}
