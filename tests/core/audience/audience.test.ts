/** What stays inside, and what was withdrawn, leaves the text before anything reads it. */

import { describe, expect, it } from 'vitest'
import { splitSource } from '../../../src/core/audience/split-source.ts'
import { everyone, type Readers } from '../../../src/core/model/audience.ts'
import { parse } from '../../../src/core/syntax/parse.ts'

const FILE = '1.mdx'

/** What readers get, without the blanks at line ends. */
function shown(text: string, readers: Readers): string | undefined {
  const { source } = splitSource({ file: FILE, text }, readers)
  if (source) expect(parse(source.text, FILE).findings).toEqual([])
  return source?.text.replace(/[ \t]+$/gm, '').replace(/\{\/\*\.*(?:\n[.\s>]*)*\*\/\}/g, '…')
}

const team: Readers = { ...everyone, audience: 'internal' }

describe('a public reading', () => {
  it.each([
    ['a section', '# A\n\n<Internal>\n\n## B\n\n- b\n\n</Internal>\n\n## C', '# A\n\n…\n\n## C'],
    ['what a small letter would publish', 'We <internal>secretly</internal> wait.', 'We … wait.'],
    ['internal only', 'Decision 1 (internal only): b\n\n## C', '…\n\n## C'],
    ['internal use', 'Evidence 1a (interview, for internal use): b', '…'],
    ['words in a line', 'We <Internal>secretly</Internal> wait.', 'We … wait.'],
    ['a whole entry', '- a\n- <Internal>b</Internal>\n- c', '- a\n\n- c'],
    ['a whole heading', '## <Internal>B</Internal>\n\nc', '\n\nc'],
    ['a whole quote', '> <Internal>b</Internal>\n\nc', '\n\nc'],
    ['words in a cell', '| a |\n| - |\n| <Internal>b</Internal> |', '| a |\n| - |\n| … |'],
    [
      'a column whose heading stays inside',
      '| a | <Internal>b</Internal> | c |\n| - | - | - |\n| d | b 1 | e |\n| f | **b** 2 |',
      '| a | … | c |\n| - | - | - |\n| d |     | e |\n| f |         |',
    ],
    [
      'a column of HTML',
      '<table><tr><th>a</th><th><Internal>b</Internal></th></tr><tr><td>c</td><td>b</td></tr></table>',
      '<table><tr><th>a</th><th>…</th></tr><tr><td>c</td><td> </td></tr></table>',
    ],
    [
      'all cells where some are merged',
      '<table><tr><th><Internal>b</Internal></th></tr><tr><td rowspan="2">b</td></tr></table>',
      '<table><tr><th>…</th></tr><tr><td rowspan="2"> </td></tr></table>',
    ],
    ['a labelled item', 'Decision 1 (internal): b\n\n## C', '…\n\n## C'],
    [
      'what is written on below a label',
      'Decision 1 (internal): b\n\nb\n\n- b\n\n<Notes>b</Notes>\n\nDecision 2: c\n\nc',
      '…\n\nDecision 2: c\n\nc',
    ],
    [
      'no label in a component below',
      'Decision 1 (internal): b\n\nb\n\n<Page>\n\nDecision 2: c\n\n</Page>',
      '…\n\n<Page>\n\nDecision 2: c\n\n</Page>',
    ],
    [
      'words in what a picture shows',
      '![a <Internal>b</Internal>](c.svg)',
      '![a                       ](c.svg)',
    ],
    [
      'words in titles and attributes',
      '[a](b "<Internal>b</Internal> c") <Quote by="<Internal>b</Internal>">a</Quote>',
      '[a](b "                       c") <Quote by="                      ">a</Quote>',
    ],
    ['a tag with an attribute', 'a <Internal why="b">b</Internal> c', 'a … c'],
    ['an item with strength', 'Evidence 1a (interview, internal). b\n\n## C', '…\n\n## C'],
    [
      'a line of items',
      'Decision 1: a\nDecision 2 (internal): b\nDecision 3: c',
      'Decision 1: a\n…\nDecision 3: c',
    ],
    [
      'what follows the last entry of a list',
      '- Decision 1: a\n- Decision 2 (internal): b\n\nb\n\nb\n\n## C',
      '- Decision 1: a\n\n\n\n\n\n\n## C',
    ],
    [
      'an entry up to the next one',
      '1. Decision 1 (internal): b\n\n   b\n2. c\n\nc',
      '\n\n\n2. c\n\nc',
    ],
    [
      'the last entry of a list in a list, up to the next entry',
      '- a\n  - Decision 1 (internal): b\n\n  b\n- c\n\nc',
      '- a\n\n\n\n- c\n\nc',
    ],
    ['an item with its list', 'Decision 1 (internal): b:\n\n- b\n\n## C', '…\n\n## C'],
    [
      'an item of a list',
      '- Risk 1: a\n- Risk 2 (Internal): b\n  - b\n\n  b\n- Risk 3: c',
      '- Risk 1: a\n\n\n\n\n- Risk 3: c',
    ],
    [
      'a heading item',
      '### Decision 1 (internal)\n\nb\n\n> b\n\n### Decision 2\n\nc',
      '…\n\n### Decision 2\n\nc',
    ],
    [
      'a heading item with sections below',
      '## Decision 1 (internal)\n\n### B\n\nb\n\n## C',
      '…\n\n## C',
    ],
    [
      'the same in a slide',
      '<Slide>\n\nDecision 1 (internal): b\n\nb\n\n</Slide>\n\nc',
      '<Slide>\n\n…\n\n</Slide>\n\nc',
    ],
    [
      'an item in a component',
      '<Page>\n\nDecision 1 (internal): b\n\n</Page>',
      '<Page>\n\n…\n\n</Page>',
    ],
  ])('leaves out %s', (_, text, expected) => {
    expect(shown(text, everyone)).toBe(expected)
  })

  it.each(['"audience": internal', '{ audience: internal }', '  audience: "internal"'])(
    'leaves out a file that says %s in its head',
    (field) => {
      expect(shown(`---\n${field}\n---\n\nb`, everyone)).toBeUndefined()
    },
  )

  it.each(['internal', '"internal"', 'intrenal', '[a]'])(
    'leaves out a file of audience %s',
    (audience) => {
      expect(shown(`---\ntitle: x\naudience: ${audience}\n---\n\nb`, everyone)).toBeUndefined()
    },
  )

  it('keeps a file that says it is public, and one that talks of what is internal', () => {
    for (const text of [
      '---\naudience: public\n---\n\nInternal words (internal).',
      '## Internal costs',
    ])
      expect(splitSource({ file: FILE, text }, everyone)).toEqual({
        source: { file: FILE, text },
        leftOut: [],
      })
  })

  it('moves no line and no column, and says what it left out', () => {
    const text = '😀 a <Internal>b\nb</Internal> c\r\n\r\nDecision 1 (internal): b\r\n\r\n# d'
    const { source, leftOut } = splitSource({ file: FILE, text }, everyone)
    expect(source?.text).toHaveLength(text.length)
    expect(source?.text.indexOf('d')).toBe(text.lastIndexOf('d'))
    expect(leftOut).toEqual([
      {
        why: 'internal',
        words: '<Internal>b\nb</Internal>',
        place: { file: FILE, line: 1, column: 6 },
      },
      {
        why: 'internal',
        words: 'Decision 1 (internal): b',
        place: { file: FILE, line: 4, column: 1 },
      },
    ])
  })
})

describe('addresses that readers cannot open', () => {
  const readers: Readers = {
    ...everyone,
    restricted: ['wiki.example.org'],
    links: { 'https://trello.com/b/1': 'benefits' },
  }

  it.each([
    ['[a](https://docs.google.com/d/1_), b', '[a](https://docs.google.com/    ), b', 'd/1_'],
    ['[a](https://trello.com/b(1)/x "t")', '[a](https://trello.com/       "t")', 'b(1)/x'],
    ['[a](<https://trello.com/b/2>) b', '[a](<https://trello.com/>)    b', 'b/2'],
    ['[a][b]\n\n[b]: https://trello.com/b/2', '[a][b]\n\n[b]: https://trello.com/', 'b/2'],
    ['(see https://wiki.example.org/x?y#z).', '(see https://wiki.example.org/).', 'x?y#z'],
    ['**HTTPS://me@trello.com/b/2**.', '**HTTPS://trello.com/**.', 'b/2'],
    ['[a](//trello.com/b/2), b', '[a](//trello.com/   ), b', 'b/2'],
    ['[a](trello.com/b/2), b', '[a](trello.com/   ), b', 'b/2'],
    ['See trello.com/b/2. b', 'See trello.com/.    b', 'b/2'],
    ['[a](https:\\\\trello.com\\b\\2) b', '[a](https:\\\\trello.com\\   ) b', 'b\\2'],
    ['<a href="https://trello.com/b/2">a</a>', '<a href="https://trello.com/   ">a</a>', 'b/2'],
    ['[a](https\\://trello.com/b/2) b', '[a](https://trello.com/    ) b', 'b/2'],
    [
      '<a href="https://trello&#46;com/b/2">a</a>',
      '<a href="https://trello.com/       ">a</a>',
      'b/2',
    ],
    ['See https://trello.com&#x2F;b/2&#46; b', 'See https://trello.com/        &#46; b', 'b/2'],
    ['See https://tre\u00ADllo.com/b/2 b', 'See https://tre\u00ADllo.com/    b', 'b/2'],
    [
      '[a](https://www.google.com/url?q=https%3A%2F%2Ftrello.com%2Fb%2F2) b',
      `[a](https://trello.com/${' '.repeat(42)}) b`,
      'url?q=https%3A%2F%2Ftrello.com%2Fb%2F2',
    ],
  ])('keep their host alone: %s', (text, expected, words) => {
    expect(shown(text, readers)).toBe(expected)
    const { source, leftOut } = splitSource({ file: FILE, text }, readers)
    expect(source?.text).toHaveLength(text.length)
    expect(leftOut).toMatchObject([{ why: 'restricted', words }])
    expect(shown(text, { ...readers, audience: 'internal' })).toBe(text)
  })

  it.each(['https://trello.com/', '[a](https://trello.com/b/1)', 'https://example.org/plan'])(
    'stay where readers know them, or are led on: %s',
    (text) => {
      expect(splitSource({ file: FILE, text }, readers)).toEqual({
        source: { file: FILE, text },
        leftOut: [],
      })
    },
  )
})

describe('an internal reading', () => {
  it.each([
    ['<Internal>\n\n## B\n\nb\n\n</Internal>', '\n\n## B\n\nb\n\n'],
    ['We <Internal>secretly</Internal> wait.', 'We           secretly            wait.'],
    ['Decision 1 (internal): b', 'Decision 1           : b'],
    ['![a <Internal>b</Internal>](c)', '![a           b           ](c)'],
    ['<Internal why="x">b</Internal>', '                  b'],
    ['Decision 1 (Internal only): b', 'Decision 1                : b'],
    ['Evidence 1a (interview, internal): b', 'Evidence 1a (interview          ): b'],
    ['Decision 1 (internal use only): b', 'Decision 1                    : b'],
    ['Evidence 1a (internal, interview): b', 'Evidence 1a (          interview): b'],
    ['Evidence 1a (a, internal, interview): b', 'Evidence 1a (a          , interview): b'],
    ['<Internal>\n\nDecision 1 (internal): b\n\n</Internal>', '\n\nDecision 1           : b\n\n'],
  ])('keeps the words of %s', (text, expected) => {
    expect(shown(text, team)).toBe(expected)
  })

  it('keeps a file of its own', () => {
    expect(shown('---\naudience: internal\n---\n\nb', team)).toContain('b')
  })
})

describe('what was withdrawn', () => {
  it.each([
    ['Evidence 1a (interview): b\nb\n\n## C', 'Evidence 1a: Withdrawn\n\n\n## C'],
    ['**Evidence 1a:** b:\n\n> b\n\n## C', 'Evidence 1a: Withdrawn\n\n\n\n## C'],
    ['Evidence 1a: b.\n\n> b\n\nEvidence 1b: c', 'Evidence 1a: Withdrawn\n\n\n\nEvidence 1b: c'],
    ['Evidence 1a: Withdrawn\n\nc', 'Evidence 1a: Withdrawn\n\nc'],
    ['- Evidence 1a: b\n  - b\n- c', '- Evidence 1a: Withdrawn\n\n- c'],
    [
      '### Evidence 1a\n\nb\n\nb\n\n### Evidence 1b\n\nc',
      '### Evidence 1a: Withdrawn\n\n\n\n\n\n### Evidence 1b\n\nc',
    ],
    ['<Slide>\n\nEvidence 1a: b\n\n</Slide>', '<Slide>\n\nEvidence 1a: Withdrawn\n\n</Slide>'],
  ])('leaves its name and no word: %s', (text, expected) => {
    for (const audience of ['public', 'internal'] as const)
      expect(shown(text, { ...everyone, audience, withdrawn: ['1a'] })).toBe(expected)
  })

  it('is there for what changes the files', () => {
    const text = 'Evidence 1a (internal): b'
    expect(shown(text, { ...everyone, audience: 'whole', withdrawn: ['1a'] })).toBe(text)
  })
})

describe('an earlier state of a case', () => {
  it('is read as it is now: without what stays inside by now, and what was withdrawn since', () => {
    const text = 'Decision 1: a\n\nDecision 2: b\n\nEvidence 2a: c'
    const readers = {
      ...everyone,
      withdrawn: ['2a'],
      inside: new Set(['decision-2']),
    } as const
    expect(shown(text, readers)).toBe('Decision 1: a\n\n…\n\nEvidence 2a: Withdrawn')
  })
})
