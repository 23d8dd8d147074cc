/** No reader can say anything about a tag whose type it does not know. */
import { isStandard } from '../read/tree.ts'
import { failureAt, type PdfRule } from './rule.ts'

export const roles: PdfRule = {
  id: 'roles',
  demand: 'Every tag is of a standard type, or mapped to one',
  source: 'ISO 14289-1, 7.1; Matterhorn 02-001',
  needsTags: true,
  run: ({ elements }) =>
    elements
      .filter(({ role }) => !isStandard(role))
      .map((each) =>
        failureAt(each, `Unexpected tag of type ${each.role}, expected a standard type in RoleMap`),
      ),
}
