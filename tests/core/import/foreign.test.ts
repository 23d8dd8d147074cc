/** Pages and tables of other programs, and what is made of each. All documents are invented. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../src/core/import/foreign/csv.ts'
import { importDocument } from '../../../src/core/import/foreign/index.ts'
import { RefusedDocument } from '../../../src/core/import/foreign/refused.ts'
import { isReadable } from '../../../src/core/import/mend-markdown.ts'

const page = (html: string) => importDocument({ html }, false)

describe('a page of Google Docs', () => {
  const made = page(`<html><head><title>Booking</title><style>
      @import url(https://fonts.example/x);
      .c1{font-weight:700}.c2{font-size:18pt;font-weight:700}.c3{font-style:italic}
      .c4{text-decoration:line-through}.c9{display:none}p{font-size:11pt}.title{font-size:26pt}
    </style></head><body class="doc-content">
    <p class="c7 title" id="h.a"><span>The case for one place</span></p>
    <h1 id="h.b"><span class="c1">Why now</span></h1>
    <p><span>People </span><span class="c1">book</span><span class="c3"> twice</span><span> to </span><span class="c4">day</span><sup><a
      href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span> See </span><a
      href="https://www.google.com/url?q=https://a.uk/x?b%3Dc&amp;sa=D">there</a><sup><a
      href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>
    <p><span class="c2">Objectives</span></p>
    <ul class="c1 lst-kix_q-0 start"><li>One {x}</li></ul><ul class="lst-kix_q-1 start"><li>Below
      &lt;y&gt;</li></ul><ul class="lst-kix_q-0"><li>Two</li></ul>
    <table><tr><td rowspan="2"><p>A</p></td><td colspan="2">B</td></tr><tr><td>c | d</td></tr></table>
    <p class="c9">Secret</p><hr>
    <div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Our survey</span></p></div>
    <div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>Is it so?</p></div></body></html>`)

  it('keeps headings, also by their looks, lists, tables, notes, links and emphasis', () => {
    expect(made.text).toBe(`# The case for one place

## Why now

People **book** *twice* to ~~day~~[^1] See [there](https://a.uk/x?b=c)

### Objectives

- One \\{x}
  - Below \\<y>
- Two

| A | B |  |
| --- | --- | --- |
|  | c \\| d |  |

[^1]: Our survey
`)
  })

  it('says what it took for a heading, what it hides, and what was remarked where', () => {
    expect(made.readAs).toEqual(['"Objectives": a heading by its looks'])
    expect(made.notTaken).toEqual(['words that the page hides: "Secret"'])
    expect(made.comments).toEqual([
      {
        words: 'Is it so?',
        block: 'People book twice to day See there',
        headings: ['The case for one place', 'Why now'],
        bookmarks: [],
      },
    ])
  })
})

describe('a saved page', () => {
  it('is its text, without the menus around it, which are named', () => {
    const made = page(
      '<nav>Home</nav><main><h1>Case</h1><p>Words</p></main><footer>Cookies</footer><script>x()</script>',
    )
    expect(made.text).toBe('# Case\n\nWords\n')
    expect(made.notTaken).toEqual([
      'what stands around the text of the page: "Home"',
      'what stands around the text of the page: "Cookies"',
    ])
  })

  it('names what is no text', () => {
    const made = page('<p>Words</p><video src="a.mp4"></video><iframe title="A map"></iframe>')
    expect(made.notTaken).toEqual(['a film: a.mp4', 'a frame with another page: A map'])
  })

  it('has one title: several headings of the first rank stand below it', () => {
    const made = page('<title>Our case</title><h1>Why</h1><p>x</p><h1>How</h1><h2>Soon</h2>')
    expect(made.text).toBe('## Why\n\nx\n\n## How\n\n### Soon\n')
    expect(made.title).toBe('Our case')
  })

  it('makes no component of what is written in it', () => {
    const made = page('<x-notes>Seen</x-notes><p>&lt;Notes&gt;</p><Internal>Too</Internal>')
    expect(made.text).toBe('Seen\n\n\\<Notes>\n\nToo\n')
  })

  it('keeps a frame of one cell as what is in it', () => {
    expect(page('<table><tr><td><p>A</p><ul><li>b</table>').text).toBe('A\n\n- b\n')
  })

  it.each([
    ['entries', '<ul><li>A desk<li>A lamp</ul>', 'A desk; A lamp'],
    [
      'what leads to them and what follows',
      '<p>Needs</p><ul><li>a<li>b</ul><p>Soon</p>',
      'Needs: a; b; Soon',
    ],
    [
      'signs of their own',
      '<p>We need:</p><ul><li>a.<li><b>b,</b><li>c</ul>',
      'We need: a. **b,** c',
    ],
    ['lists in lists', '<ul><li>a<ul><li>b<li>c</ul><li>d</ul>', 'a: b; c; d'],
    [
      'a list in a box',
      '<div><div><ul><li><p>a</p><li><p>b | c</p></ul></div></div>',
      'a; b \\| c',
    ],
    ['ids', '<ul><li>CSF1<li>CSF2</ul>', 'CSF1; CSF2'],
    ['no list', '<p>a<br>b</p><p>c</p>', 'a b c'],
  ])('keeps apart in a cell: %s', (_, cell, said) => {
    const rows = `<tr><th>A<th>B<tr><td>${cell}<td>x`
    expect(page(`<table>${rows}</table>`).text).toBe(`| A | B |\n| --- | --- |\n| ${said} | x |\n`)
  })

  it('says where numbers of a list are not shown', () => {
    const list = '<ol><li>a<li>b</ol>'
    expect(page(`<table><tr><td>${list}</table>${list}`).readAs).toEqual([])
    const { text, readAs } = page(`<table><tr><td>A<td>B<tr><td>${list}<td>x</table>`)
    expect(text).toContain('| a; b | x |')
    expect(readAs).toEqual([
      'numbered lists in cells of tables, as their entries in order, without numbers: 1',
    ])
  })

  it('is refused where it is nested deeper than any document', () => {
    expect(() => page('<div>'.repeat(5000))).toThrow(RefusedDocument)
  })

  it.each([
    [
      'of cells over many',
      `<tr>${'<td colspan=200 rowspan=200>a</td>'.repeat(2000)}</tr>${'<tr></tr>'.repeat(300)}`,
    ],
    [
      'with one long row',
      `<tr>${'<td>a</td>'.repeat(3000)}</tr>${'<tr><td>a</td></tr>'.repeat(3000)}`,
    ],
  ])('is refused where it has a table %s', (_, rows) => {
    expect(() => page(`<table>${rows}</table>`)).toThrow(RefusedDocument)
  })
})

describe('a table of text', () => {
  it.each([
    ['commas', 'id,risk\nR1,"Late, again"\nR2,"Says ""no"""\n'],
    ['semicolons', '\uFEFFid;risk\r\nR1;Late, again\r\nR2;"Says ""no"""'],
    ['tabs', 'id\trisk\nR1\tLate, again\nR2\t"Says ""no"""'],
  ])('with %s becomes a table under its name', (_, text) => {
    expect(importDocument(readCsv(text, 'risk-register')).text).toBe(
      '## Risk register\n\n| id | risk |\n| --- | --- |\n| R1 | Late, again |\n| R2 | Says "no" |\n',
    )
  })
})

/** HTML as programs write it, with its words told apart. */
const word = fc
  .tuple(
    fc.constantFrom(
      'w',
      'Decision 1:',
      '(2a)',
      '{x}',
      '&lt;b&gt;',
      '*',
      '_a_',
      '# ',
      '1. ',
      '- ',
      '| ',
      'é',
      '`',
      '[x](y)',
      '~~',
      'import a',
      '£',
    ),
    fc.nat(999),
  )
  .map(([sign, n]) => `${sign}${n}`)
const inline = fc.letrec((tie) => ({
  node: fc.oneof(
    { weight: 4, arbitrary: word },
    fc
      .tuple(
        fc.constantFrom(
          'b',
          'i',
          's',
          'code',
          'span',
          'a href="https://a.uk"',
          'sup',
          'font',
          'u',
          'q',
        ),
        fc.array(tie('node'), { maxLength: 3 }),
      )
      .map(([tag, inner]) => `<${tag}>${inner.join(' ')}</${tag.split(' ')[0]}>`),
    fc.constantFrom('<br>', ' ', '<wbr>', '<img src="a.png" alt="alt {p}">', '<!-- c -->'),
  ),
})).node as fc.Arbitrary<string>
const line = fc.array(inline, { maxLength: 5 }).map((parts) => parts.join(' '))
const block = fc.letrec((tie) => ({
  node: fc.oneof(
    { weight: 4, arbitrary: line.map((words) => `<p>${words}</p>`) },
    line.map((words) => `<h2>${words}</h2>`),
    line.map((words) => `<p data-size="20" data-bold>${words}</p>`),
    line.map((words) => `<pre>${words}</pre>`),
    fc
      .tuple(
        fc.constantFrom('ul', 'ol', 'ol start="4"', 'dl'),
        fc.array(tie('node'), { maxLength: 3 }),
      )
      .map(
        ([tag, items]) =>
          `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag.split(' ')[0]}>`,
      ),
    fc
      .array(fc.array(fc.oneof(line, tie('node')), { minLength: 1, maxLength: 3 }), {
        maxLength: 3,
      })
      .map(
        (rows) =>
          `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
      ),
    fc
      .tuple(
        fc.constantFrom('div', 'blockquote', 'section', 'figure', 'x-notes', 'x-internal'),
        fc.array(tie('node'), { maxLength: 3 }),
      )
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
    fc.constantFrom(
      '<hr>',
      '<script>x</script>',
      '<p><a href="#n1" id="r1">1</a></p><li id="n1">note <a href="#r1">up</a></li>',
    ),
  ),
})).node as fc.Arbitrary<string>

describe('an import of random pages', () => {
  it('can be read, and has every word', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.boolean(), (blocks, isOwn) => {
        const made = importDocument({ html: blocks.join('') }, isOwn)
        expect(isReadable(made.text)).toBe(true)
        expect(made.notTaken.filter((told) => /^\d+ words?:/.test(told))).toEqual([])
      }),
      { seed: 20_200_331, numRuns: 400 },
    )
  })
})
