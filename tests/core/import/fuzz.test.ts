/** Whatever Markdown comes in, a file that can be read comes out, with the same words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Imported, importText, type Mend } from '../../../src/core/import/index.ts'
import { readMarkdown, readMdx } from '../../../src/core/import/markdown.ts'
import { literalWords, wordsOf } from '../../../src/core/import/words.ts'
import { parse } from '../../../src/core/syntax/parse.ts'

/** Pieces of a line as people type and paste them. */
const PIECES = [
  'words of the case',
  'Decision 3: We went on (2a, O1).',
  'a < b and b <= c',
  '{placeholder}',
  '}{',
  '<b>bold</b>',
  '<b>un',
  '</b>',
  '<i> loose </i>',
  'x<em>y</em>z',
  '<code>a_b*c</code>',
  '<kbd>`</kbd>',
  '<a href="https://a.uk/b c">link</a>',
  '<a name="x"></a>',
  '<br>',
  '<br/>next',
  '<img src="x y.png" alt="a [b] {c}">',
  '<span class="x">',
  'm<sup>2</sup>',
  'Hello <name>',
  '<team name> here',
  '<my-tag>own</my-tag>',
  '<script>let a = {b: 1}</script>',
  '<style>',
  '<!-- a comment -->',
  '<!-- `tick` */ { -->',
  '<!-- open',
  '-->',
  '<?php x ?>',
  '{/* mdx */}',
  '{/* open',
  '<Notes>private</Notes>',
  '<https://example.org/a_b>',
  '<team@example.org>',
  'https://a.uk/x_y_z?a=b&c=d',
  'www.example.org/_a_',
  '[x](https://a.uk)',
  '[x]((https://a.uk))',
  '[x](https://a.uk/b c)',
  '[x] (https://a.uk)',
  '[x](https://a.uk',
  '[x]()',
  '(x)[https://a.uk]',
  '[x](<a b> "t {u} <v>")',
  '[text][ref]',
  '[ref]',
  '![alt {x}](a.png)',
  '![alt][ref]',
  '[^1]',
  '[^long note]',
  '[^missing]',
  '*emph*',
  '**strong** ',
  '_under_score_',
  '~~gone~~',
  '`co{de}<x>`',
  '`` ` ``',
  '`',
  '``',
  '**',
  '*',
  '\\',
  '\\<b>',
  '\\{',
  '\\\\{x',
  '&lt;b&gt;',
  '&amp;copy;',
  '&#123;',
  '&nbsp;',
  'Weâ€™re',
  'â',
  '🙂',
  '👩‍👩‍👧',
  '\u00a0',
  '\u2028',
  '\u0000',
  '\ud800',
  '\ufeff',
  '$x_{1}$',
  '| a | b |',
  '(',
  '](',
  '!',
  'import x from "y"',
  'export const a',
  '  ',
  '\t',
] // prettier-ignore

/** What starts a line, and what stands alone on lines. */
const STARTS = [
  '',
  '',
  '',
  '',
  '# ',
  '### ',
  '- ',
  '  - ',
  '    ',
  '      ',
  '1. ',
  '10) ',
  '> ',
  '> > ',
  '>     ',
  '\t',
  '- [ ] ',
  '[^1]: ',
  '[ref]: ',
  '    - ',
  '   1. ',
  '* ',
] // prettier-ignore
const BLOCKS = [
  '',
  '',
  '---',
  '***',
  '+++',
  '===',
  '```',
  '~~~',
  '```js {1}',
  '| a | b |\n| - | - |\n| {x} | <y> |',
  '| --- |',
  '<div>',
  '</div>',
  '<div align="center">\n\n**x**\n\n</div>',
  '<details><summary>More</summary>',
  '</details>',
  '<p>a <b>b</b>\nc {d}</p>',
  '<ul><li>a<li>b <ol start=3><li>c</ol></ul>',
  '<table><tr><td>a|b<td>c<tr><td>d</table>',
  '<table>\n<tr>\n\n<td>x</td>',
  '<h2>T #</h2>',
  '<pre>\na\n  {b}\n</pre>',
  '<pre>',
  '<hr>',
  '<blockquote>a<p>b</blockquote>',
  '<!--\nlong\n\ncomment\n-->',
  '<!-- never closed',
  '<script>\nvar a\n\nb\n</script>',
  '<script>',
  '<iframe src="x">in</iframe>',
  '<Foo bar={1}>',
  '<notatag>',
  '[ref]: https://a.uk/x(y) "T"',
  '[//]: # (a comment)',
  '[^1]: a note\n\n    with more',
  '[^long note]:\n    deep',
  'import of goods',
  'export { a }',
  'para\n    # not a heading\n    - not a list',
  'title: x',
  '![]()',
  '## **Bold** {#bold}',
  '# **`x` y** {#a .b}',
  '### *a* **b** {#',
  'Under {#c}\n===',
] // prettier-ignore

const line = fc
  .tuple(fc.constantFrom(...STARTS), fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }))
  .chain(([start, pieces]) => fc.constantFrom('', ' ').map((glue) => start + pieces.join(glue)))
const block = fc.oneof({ weight: 3, arbitrary: line }, fc.constantFrom(...BLOCKS))
const text = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '---\nlayout: post\ntitle: A\n---\n',
      '+++\ntitle = "x"\n+++\n',
      '% T\n',
    ),
    fc.array(block, { maxLength: 12 }),
    fc.constantFrom('\n', '\n', '\n\n', '\r\n'),
  )
  .map(([head, blocks, eol]) => (head + blocks.join('\n')).replaceAll('\n', eol))

const RUNS = { seed: 20_200_331, numRuns: 500 }

describe('an import of random Markdown', () => {
  it('can be read, has the same words, and stays as it is the second time', () => {
    fc.assert(
      fc.property(text, (source) => {
        const made = importText(source, 'a.md')
        expect(faultsOf(made.text)).toEqual([])
        expectSameWords(made)
        expect(importText(made.text, 'a.mdx').text).toBe(made.text)
        expect(made.mends.filter((mend) => !isInside(mend, source))).toEqual([])
      }),
      RUNS,
    )
  })

  it('ends soon for a very long line', () => {
    const long = fc.sample(line, RUNS).join(' ').replaceAll('\n', ' ').slice(0, 20_000)
    const made = importText(`# T\n\n${long}\n`, 'a.md')
    expect(faultsOf(made.text)).toEqual([])
    expectSameWords(made)
  })

  it('shows signs as typed only where nothing less keeps the words', () => {
    const literal = fc.sample(text, RUNS).filter((source) => importText(source, 'a.md').literal)
    expect(literal.length / RUNS.numRuns).toBeLessThan(0.1)
  })

  it('can be read where it is taken for MDX', () => {
    fc.assert(
      fc.property(text, (source) => {
        const made = importText(source, 'a.mdx')
        expect(faultsOf(made.text)).toEqual([])
        expect(importText(made.text, 'a.mdx').text).toBe(made.text)
      }),
      RUNS,
    )
  })
})

function faultsOf(made: string): readonly string[] {
  return parse(made, 'a.mdx').findings.map(({ check, message }) => `${check}: ${message}`)
}

function isInside({ line: number, column }: Mend, source: string): boolean {
  const found = source.split(/\r\n|\n|\r/)[number - 1]
  return found !== undefined && column >= 1 && column <= found.length + 1
}

/** A file that is shown as typed shows more than its words, but all of them. */
function expectSameWords({ text: made, prepared, literal }: Imported): void {
  const words = wordsOf(readMarkdown(prepared))
  const kept = wordsOf(readMdx(made))
  if (literal === 'all') expect(kept).toEqual(literalWords(prepared))
  else if (literal === undefined) expect(kept).toEqual(words)
  else expect(areAmong(words, kept)).toBe(true)
}

/** Whether all letters are among others; notes move to the end, so their order may differ. */
function areAmong(words: readonly string[], kept: readonly string[]): boolean {
  const letters = words.join('').replace(/\(note\d+\)|Note\d+:/g, '')
  const count = (text: string, letter: string): number => text.split(letter).length
  const all = kept.join('')
  return [...new Set(letters.replace(/[^\p{L}\p{N}]/gu, ''))].every(
    (letter) => count(all, letter) >= count(letters, letter),
  )
}
