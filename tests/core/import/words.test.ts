/** What counts as a word, so that the proof that none is lost means something. */
import { describe, expect, it } from 'vitest'
import { importText } from '../../../src/core/import/index.ts'
import { readMarkdown, readMdx } from '../../../src/core/import/markdown.ts'
import { wordsOf } from '../../../src/core/import/words.ts'

const markdown = (text: string): string => wordsOf(readMarkdown(text)).join(' ')
const mdx = (text: string): string => wordsOf(readMdx(text)).join(' ')

describe('the words of Markdown', () => {
  it.each([
    ['*a* **b** `c` [d](e) ![f](g)', 'a b c d f'],
    ['<p>a<b>b</b></p> c<br>d', 'ab c d'],
    ['x <!-- no --> y', 'x y'],
    ['<script>no</script>\n\nyes', 'yes'],
    ['Dear <name>', 'Dear <name>'],
    ['If p<q then r>s, a<b and c > d', 'If p<q then r>s, a<b and c > d'],
    ['<title of project>', '<title of project>'],
    ['<details open>a</details> <b x>b</b> <td nowrap>', 'a b'],
    ['{a} import b', '{a} import b'],
    ['    code {a}', 'code {a}'],
    ['[a][b]\n\n[b]: c "d"', 'a'],
    ['a[^1]\n\n[^1]: b', 'a (note 1) Note 1: b'],
    ['m<sup>2</sup>', 'm2'],
  ])('%j', (text, words) => {
    expect(markdown(text)).toBe(words)
  })

  it('are those of MDX where both read the same', () => {
    expect(mdx('*a* {/* no */} \\{b\\} <Page>c</Page>')).toBe('a {b} c')
  })
})

describe('an import', () => {
  it('shows a block as it was typed where its words would be lost otherwise', () => {
    // Without its tag the line would define an address, and show nothing.
    const { text, literal, mends } = importText(
      'Before\n\n[a]: <b></b>words\n\nAfter <i>it</i>',
      'a.md',
    )
    expect(literal).toBe('some')
    expect(mdx(text)).toBe('Before [a]: <b></b>words After it')
    expect(mends[0]).toMatchObject({ line: 3, column: 1, found: '[a]: <b></b>words' })
    expect(mends[0]?.note).toMatch(/shown as it was typed/)
  })

  it('keeps private notes private in a file that is MDX already', () => {
    const { text } = importText('Fewer <5\n\n<Notes>\n\nPrivate {x}\n\n</Notes>\n', 'a.mdx')
    expect(text).toBe('Fewer \\<5\n\n<Notes>\n\nPrivate \\{x}\n\n</Notes>\n')
  })

  it('keeps a title that is a number', () => {
    const { text } = importText('---\ntitle: 2030\nlayout: x\n---\nWords\n', 'a.md')
    expect(text).toContain('---\ntitle: "2030"\n---\n')
  })

  it('reads front matter that refers to nothing as a comment', () => {
    const { text } = importText('---\ntitle: *Bold\nlayout: x\n---\nWords\n', 'a.md')
    expect(text).toBe('{/* front matter:\ntitle: *Bold\nlayout: x\n*/}\n\nWords\n')
  })
})
