/** Readers who do not see a picture hear its alternative text, or only that there is a picture. */
import { textIn } from '../read/objects.ts'
import { failureAt, type PdfRule } from './rule.ts'

export const figures: PdfRule = {
  id: 'figures',
  demand: 'Every figure has alternative text',
  source: 'ISO 14289-1, 7.3; Matterhorn 13-004',
  needsTags: true,
  run: ({ elements }) =>
    elements
      .filter(({ role }) => role === 'Figure' || role === 'Formula')
      .filter(({ dict }) => !textIn(dict, 'Alt') && !textIn(dict, 'ActualText'))
      .map((each) => failureAt(each, `Unexpected ${each.role} without alternative, expected Alt`)),
}
