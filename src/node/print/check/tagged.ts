/** Without tags a screen reader guesses what is a heading, and in which order to read. */
import { dictIn, isTrueIn } from '../read/objects.ts'
import type { PdfFailure, PdfRule } from './rule.ts'

export const tagged: PdfRule = {
  id: 'tagged',
  demand: 'The document is tagged, and its tags hold content',
  source: 'ISO 14289-1, 7.1; Matterhorn 01-006, 01-007',
  run({ document: { catalog }, elements }) {
    const failures: PdfFailure[] = []
    const marks = dictIn(catalog, 'MarkInfo')
    if (!marks || !isTrueIn(marks, 'Marked')) {
      failures.push({
        message: 'Unexpected catalogue without "Marked true", expected it in MarkInfo',
      })
    }
    if (marks && isTrueIn(marks, 'Suspects')) {
      failures.push({
        message: 'Unexpected "Suspects true" in MarkInfo, expected tags to be certain',
      })
    }
    if (!elements.some(({ contents }) => contents.length > 0)) {
      failures.push({
        message: 'Unexpected document without tagged content, expected a structure tree',
      })
    }
    return failures
  },
}
