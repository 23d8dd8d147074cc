/** A remark on a cell is about the item in its row, not about the section around it. */
import { expect, it } from 'vitest'
import { subjectFinder } from '../../../src/core/feedback/subject.ts'
import { readWordReview } from '../../../src/core/import/foreign/office/word-review.ts'
import { readXml } from '../../../src/core/import/foreign/xml.ts'
import { read } from '../read.ts'

const CASE = `# Case

## Options

| Option | Cost | Our view |
| - | - | - |
| A. Do nothing | £0 | Rejected |
| B. More crews | £4 | Preferred |

## Risks

| ID | Risk | Likelihood | Owner |
| - | - | - | - |
| R1 | People without internet are left out | High | Depot |
| R2 | Winter (1a) | High | Finance |`

const paragraph = (words: string, comment?: number) =>
  `<w:p>${comment === undefined ? '' : `<w:commentRangeStart w:id="${comment}"/>`}<w:r><w:t>${words}</w:t></w:r></w:p>`
const row = (cells: readonly string[], comment: number) =>
  `<w:tr>${cells.map((cell, at) => `<w:tc>${paragraph(cell, at === cells.length - 1 ? comment : undefined)}</w:tc>`).join('')}</w:tr>`
const heading = (words: string) =>
  `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`

it.each([
  [['A. Do nothing', '£0', 'Rejected'], 'option-a'],
  [['B. More crews', '£4', 'Preferred'], 'option-b'],
  [['R1', 'People without internet are left out', 'High', 'Depot'], 'risk-1'],
  [['R2', 'Winter (1a)', 'High', 'Finance'], 'risk-2'],
  [['Nobody', 'knows', 'this'], 'risks'],
])('that stands in the row %j', (cells, key) => {
  const document = readXml(
    `<w:document xmlns:w="w"><w:body>${heading('Risks')}<w:tbl>${row(cells, 1)}</w:tbl></w:body></w:document>`,
  )
  const comments = readXml(
    `<w:comments xmlns:w="w"><w:comment w:id="1">${paragraph('Why?')}</w:comment></w:comments>`,
  )
  const { comments: found } = readWordReview({
    ...{ document, comments, extended: undefined },
    levelOf: (style) => (style === 'Heading2' ? 2 : undefined),
  })
  const [remark] = found
  expect(remark && subjectFinder(read(CASE), new Map())(remark)?.key).toBe(key)
})
