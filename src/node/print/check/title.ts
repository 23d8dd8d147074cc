/** The title is what a screen reader says first, and what a tab shows, in place of the file's name. */
import { dictIn, isTrueIn } from '../read/objects.ts'
import type { PdfFailure, PdfRule } from './rule.ts'

export const title: PdfRule = {
  id: 'title',
  demand: 'The document has a title, and windows show it',
  source: 'ISO 14289-1, 7.1; Matterhorn 07-001, 07-002',
  run({ document }) {
    const failures: PdfFailure[] = []
    if (!document.getTitle()?.trim()) {
      failures.push({ message: 'Unexpected document without title, expected Title in its Info' })
    }
    const preferences = dictIn(document.catalog, 'ViewerPreferences')
    if (!preferences || !isTrueIn(preferences, 'DisplayDocTitle')) {
      failures.push({
        message: 'Unexpected title that windows do not show, expected "DisplayDocTitle true"',
      })
    }
    return failures
  },
}
