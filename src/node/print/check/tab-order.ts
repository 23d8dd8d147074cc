/** The Tab key follows the tags only where a page says so. */
import { nameIn } from '../read/objects.ts'
import type { PdfRule } from './rule.ts'

export const tabOrder: PdfRule = {
  id: 'tab-order',
  demand: 'On pages with links the Tab key follows the tags',
  source: 'ISO 14289-1, 7.18.3; Matterhorn 28-008, 28-009',
  run: ({ document }) =>
    document.getPages().flatMap(({ node }, index) => {
      const order = nameIn(node, 'Tabs')
      if ((node.Annots()?.size() ?? 0) === 0 || order === 'S') return []
      const found = order === undefined ? 'page without order of tabs' : `tabs in order ${order}`
      return [{ message: `Unexpected ${found}, expected Tabs S`, page: index + 1 }]
    }),
}
