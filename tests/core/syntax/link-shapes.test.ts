/** What is proposed for a link that went wrong is a link that leads somewhere. */
import { markdownToMdast } from 'satteri'
import { expect, it } from 'vitest'
import { LINK_SHAPES } from '../../../src/core/syntax/link-shapes.ts'

/** As written, and the link that is proposed; none where nobody can tell the address. */
const LINKS: readonly (readonly [written: string, mended: string | undefined])[] = [
  ['See [the log]((https://a.uk/log)) first', '[the log](https://a.uk/log)'],
  ['See [the log]((https://a.uk/log.))', '[the log](https://a.uk/log).'],
  ['See [the log]((#key-decisions))', '[the log](#key-decisions)'],
  ['See [the log]((https://))', undefined],
  ['[Plan](https://a.uk/Our plan.pdf)', '[Plan](https://a.uk/Our%20plan.pdf)'],
  [
    '[Plan](https://a.uk/The 2026 plan for halls.docx)',
    '[Plan](https://a.uk/The%202026%20plan%20for%20halls.docx)',
  ],
  ['[Plan](papers/Our plan.docx)', '[Plan](papers/Our%20plan.docx)'],
  ['[Plan](Our plan.mdx#costs)', '[Plan](Our%20plan.mdx#costs)'],
  ['[Plan](https://a.uk/plan. We counted, twice, all of it)', undefined],
  ['[Plan](https://a.uk/plan, and [map](https://a.uk/map)', '[Plan](https://a.uk/plan),'],
  ['[Plan](https://a.uk/plan and https://a.uk/map)', undefined],
  ['[Plan] (https://a.uk/plan) says', '[Plan](https://a.uk/plan)'],
  ['[Plan] (https://…) says', undefined],
  ['[Plan] (http://intranet) says', undefined],
  ['[Plan](https://a.uk/plan.', '[Plan](https://a.uk/plan).'],
  ['[Plan](https://a.uk/plan and more', '[Plan](https://a.uk/plan)'],
  ['[Plan](https:// and more', undefined],
  ['[Plan]()', undefined],
  ['(Plan)[https://a.uk/plan]', '[Plan](https://a.uk/plan)'],
  ['(Plan)[http://nowhere]', undefined],
]

it.each(LINKS)('%s', (written, mended) => {
  expect(mendsOf(written)[0]).toBe(mended)
})

it('proposes what Markdown reads as one link', () => {
  for (const mended of LINKS.flatMap(([, link]) => link ?? [])) {
    const [, words, address] = /^\[(.*)\]\((.*)\)/.exec(mended) ?? []
    const link = { type: 'link', url: address, children: [{ type: 'text', value: words }] }
    const root = markdownToMdast(mended)
    expect(root).toMatchObject({ children: [{ children: [link, ...after(mended)] }] })
  }
})

/** What stands behind the link: the end of a sentence, or nothing. */
function after(mended: string): readonly object[] {
  const value = mended.slice(mended.lastIndexOf(')') + 1)
  return value === '' ? [] : [{ type: 'text', value }]
}

/** What each shape that the text has proposes. */
function mendsOf(written: string): readonly (string | undefined)[] {
  const found = LINK_SHAPES.flatMap(({ pattern, mend }) =>
    [...written.matchAll(pattern)].map(({ 1: words = '', 2: address = '' }) =>
      mend(words, address),
    ),
  )
  expect(found).not.toEqual([])
  return found
}
