/** Texts that are too deep or too long for anyone: a finding at its place, in a time that is short. */
import { describe, expect, it } from 'vitest'
import { compareCases, editionOf } from '../../src/core/changes/index.ts'
import { planChart } from '../../src/core/chart/plan.ts'
import { readCell } from '../../src/core/chart/quantity.ts'
import { readChartTable } from '../../src/core/chart/table.ts'
import { LANGUAGES } from '../../src/core/code/languages.ts'
import { codeParts } from '../../src/core/code/parts.ts'
import { flatten, planDeck } from '../../src/core/deck/index.ts'
import { readFormula } from '../../src/core/formula/read.ts'
import { importText } from '../../src/core/import/index.ts'
import { numericColumns } from '../../src/core/syntax/conventions/numeric-columns.ts'
import { parse } from '../../src/core/syntax/parse.ts'
import { displayText } from '../../src/core/text/display.ts'
import { guessedMeasure } from '../../src/core/text/measure.ts'
import { read, readWith } from '../core/read.ts'

const DEEP = 3000

/**
 * ms. What grows with the square of a length takes a sixth of the time where that is two and a half times
 * shorter, so that it is ended after a sixth of what other tests may take: it is found all the same.
 */
const SIXTH = 100_000

const DEEP_TEXTS: Readonly<Record<string, string>> = {
  quotes: `${'> '.repeat(DEEP)}a`,
  lists: Array.from({ length: 300 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
  emphasis: `${'*a '.repeat(DEEP)}b${'*'.repeat(DEEP)}`,
  strong: `${'**'.repeat(DEEP)}a${'**'.repeat(DEEP)}`,
  elements: `${'<b>'.repeat(DEEP)}a${'</b>'.repeat(DEEP)}`,
  blocks: `${'<div>\n\n'.repeat(DEEP)}a\n\n${'</div>\n\n'.repeat(DEEP)}`,
  internal: `${'<Internal>'.repeat(800)}a${'</Internal>'.repeat(800)}`,
  'brackets in code': `<p title={${'('.repeat(50_000)}1${')'.repeat(50_000)}} />`,
  'braces in code': `a {${'{'.repeat(50_000)}${'}'.repeat(50_000)}}`,
}

describe.each(Object.entries(DEEP_TEXTS))('%s in each other', (_, text) => {
  it('are a finding with a place', () => {
    const { tree, findings } = parse(text, '1.mdx')
    expect(tree).toBeUndefined()
    expect(findings).toHaveLength(1)
    expect(findings[0]?.place.line).toBeGreaterThanOrEqual(1)
    expect(findings[0]?.message).toContain('Unexpected depth')
  })

  it('stop a case, and not the reading of it', () => {
    expect(read('# T\n\n## A\n\nWords', `# U\n\n${text}`).unreadable).toBe(true)
  })
})

it.each(['>', '> ', '- ', '1. '])(
  'imports what is deeper than anyone writes as it was typed: %s',
  (sign) => {
    const { text, literal } = importText(`${sign.repeat(20_000)}x`, '1.md')
    expect(literal).toBe('all')
    expect(parse(text, '1.mdx').findings).toEqual([])
  },
)

it.each([
  ['a line before front matter', `---\n${'a\n'.repeat(20_000)}`],
  ['another such line', `+++\n${'+\r\n'.repeat(20_000)}`],
  ['openings of links', `](${' '.repeat(50_000)}`],
  ['the name of a heading', `# A ${' '.repeat(20_000)}{#${'a'.repeat(20_000)} `],
  ['code', `${'`'.repeat(50_000)}a`],
])('imports very long %s', (_, text) => {
  expect(importText(text, '1.md').text.length).toBeGreaterThan(0)
})

it.each([
  '- a\n  - b\n    - c\n      - d\n        - e\n          - f',
  `${'['.repeat(5000)}a${']'.repeat(5000)}`,
  `${'(a '.repeat(5000)}`,
  '`<b>` and `<br>` '.repeat(3000),
  'One <br /> two <img src="a.png" alt="" /> '.repeat(3000),
])('reads what is not deep: %#', (text) => {
  expect(parse(text, '1.mdx').findings).toEqual([])
})

it('takes no longer for a comment than for its length', () => {
  expect(parse(`{${'/**/'.repeat(28)} x}`, '1.mdx').findings).toHaveLength(1)
  expect(parse(`{${'/**/'.repeat(5000)} x}`, '1.mdx').findings).toHaveLength(1)
  expect(parse(`{${'/**/'.repeat(5000)}}`, '1.mdx').findings).toEqual([])
})

it.each(['<code>{</code>, a<br>\n', '<td>\n<code>{</code> <code>}</code><br>\n', '\\p{^a}<br>\n'])(
  'takes no longer for braces among tags that nothing closes: %j',
  (line) => {
    const { tree, findings } = parse(`# T\n\n${line.repeat(300)}`, '1.mdx')
    expect(tree).toBeUndefined()
    expect(findings).toMatchObject([{ check: 'unreadable-mdx' }])
  },
)

it.each([
  ['comments', '{/* a */}'.repeat(5001)],
  ['elements', '<b>a</b>'.repeat(10_001)],
  ['elements that keep words inside', '<Internal>a</Internal> b '.repeat(10_001)],
])('says where a file has too many %s', (_, text) => {
  const { unreadable, findings } = read(`# T\n\n## A\n\n${text}`)
  expect(unreadable).toBe(true)
  expect(findings[0]).toMatchObject({ check: 'unreadable-mdx', place: { line: 5 } })
  expect(findings[0]?.message).toMatch(/^Unexpected number of .* make several files of it$/)
})

// Each took minutes where every one of them was counted from the start of the text.
it.each([
  ['short sentences in a line', 'A. '.repeat(50_000)],
  ['exclamations in a line', 'a!'.repeat(20_000)],
  ['citations in a line', '(1a) '.repeat(8000)],
  ['sentences that cite', 'See (1a). '.repeat(10_000)],
  ['words that stand out', '*a* **b** '.repeat(20_000)],
  [
    'lists in each other',
    `\n\n${Array.from({ length: 20 }, (_, n) => `${'  '.repeat(n)}- a\n`)
      .join('')
      .repeat(400)}`,
  ],
  ['brackets in a line', '((a)) (NHS) '.repeat(10_000)],
  ['questions in addresses', 'https://a.b/c?d '.repeat(10_000)],
  ['spaces in a line', `${' '.repeat(50_000)}x`],
  ['spaces in a label', `\n\nDecision 1 (${' '.repeat(50_000)}x): a`],
  ['spaces in a quote', `\n\n> a${' '.repeat(50_000)}x\n> b${' '.repeat(50_000)}x`],
  ['openings of links', `](`.repeat(50_000)],
  ['items kept inside', 'Decision 1 (internal): a\n'.repeat(1500)],
  ['brackets that nobody knows', 'Evidence 1a (intervew): a\n'.repeat(1500)],
  ['labels in a paragraph', 'Evidence 1a: a\n'.repeat(10_000)],
  ['paragraphs of a sign', '\n\na'.repeat(8000)],
  ['rows', `\n\n| a |\n| - |\n${'| b |\n'.repeat(8000)}`],
  ['lists of objectives', '\n\n## Objectives\n\n- a'.repeat(2000)],
  ['tabs behind a dash', `\n\n> a\n\n–${'\t'.repeat(50_000)}–`],
  ['signs at an end that goes on', `\n\nA${' :.?!-'.repeat(9000)}x`],
  ['dashes in a title', `\n\n## A${'-'.repeat(50_000)}x`],
  ['a word withdrawn', `\n\nDecision 1: ${'\t'.repeat(50_000)}withdrawn x`],
  ['digits', `\n\n${'1'.repeat(50_000)}* (internally`],
  ['sections of one title', '## B\n\nWords.\n\n'.repeat(4000)],
])(
  'reads a case with very many %s',
  (_, text) => {
    const { graph } = read(`# T\n\n## A\n\nWords ${text}`)
    expect(graph.case.sections[0]?.title).toBe('A')
  },
  SIXTH,
)

// Each took minutes, or more room than there is.
it.each([
  ['marks', `${'*'.repeat(300_000)}x`],
  ['notes', `${'[p]'.repeat(100_000)}x`],
  ['spaces', `a${' '.repeat(300_000)}b`],
  ['brackets', '('.repeat(300_000)],
  ['digits', '1'.repeat(400)],
  ['small digits', `0.${'0'.repeat(100)}1`],
])('takes a cell of very many %s for no number', (_, cell) => {
  expect(readCell(cell)).toBe('words')
})

it('draws no chart of 250,000 rows, and sets them as numbers', () => {
  const rows = Array.from({ length: 250_000 }, (_, row) => [`Row ${row}`, '1', '2.5'])
  const cells = [['Area', 'Now', 'Then'], ...rows]
  const { plan, faults } = planChart(readChartTable(cells), { form: 'lines' }, '')
  expect(plan).toBeUndefined()
  expect(faults).toHaveLength(1)
  expect(numericColumns(cells)[2]?.pads.length).toBe(250_000)
})

// By the grammar of Terraform, a word of 2,000 letters took ten seconds, and one of 50,000 days.
describe.each(LANGUAGES.map(({ names: [name] }) => name))('code in %s', (language) => {
  it.each(['a', '1_', 'a ', '(', '{', '"\\', '<a ', '`${', 'a = ', '/*'])(
    'is coloured in no more time than its length takes: %s',
    async (sign) => {
      const line = sign.repeat(15_000 / sign.length)
      for (const code of [line, `${line}${line}`]) {
        const parts = await codeParts(`${code}\nx = 1`, language)
        expect(parts.map(({ text }) => text).join('')).toBe(`${code}\nx = 1`)
      }
    },
  )
})

it.each([
  String.raw`\hspace{99999em}x`,
  String.raw`\genfrac{}{}{99em}{}{a}{b}`,
  String.raw`x\mkern 999mu y`,
])('sets nothing that pushes words out of sight: %s', (tex) => {
  expect(readFormula(tex, true)).toHaveProperty('why')
})

it.each(['("', "'", '-', 'a"'])('sets very many signs in large type: %s', (sign) => {
  expect(displayText(sign.repeat(50_000)).length).toBe(sign.length * 50_000)
})

it('sets words among very much code in large type', () => {
  expect(displayText('"a" x->y '.repeat(20_000), ['x->y'])).toBe('“a” x->y '.repeat(20_000))
})

describe('4,000 labels', () => {
  const labels = (label: (n: number) => string) =>
    Array.from({ length: 4000 }, (_, n) => label(n + 1)).join('\n\n')

  it('are read with as many words that case.yaml knows', () => {
    const words = Array.from({ length: 4000 }, (_, n) => `  w q${n + 1}z: note`).join('\n')
    const { unreadable } = readWith(
      `brackets:\n${words}`,
      labels((n) => `Decision ${n} (w q${n}z): a`),
    )
    expect(unreadable).toBe(false)
  })

  it('are read with as many that are withdrawn', () => {
    const ids = Array.from({ length: 4000 }, (_, n) => n + 1)
    const { sources } = readWith(
      `withdrawn: [${ids}]`,
      labels((n) => `Decision ${n}: We say a.`),
    )
    expect(sources[0]?.text).not.toContain('We say')
  })
})

it.each([
  ['boxes of code', '```\n'.repeat(24_000)],
  ['quotes', '> a\n\n'.repeat(8000)],
])(
  'gives each slide of very many %s an address',
  (_, text) => {
    const slides = flatten(planDeck(read(`# T\n\n## A\n\n${text}`), guessedMeasure))
    expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length)
  },
  SIXTH,
)

it(
  'reads 20,000 paragraphs of one section',
  () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `Words of paragraph ${index} here.`)
    const { unreadable, graph } = read(`# T\n\n## A\n\n${words.join('\n\n')}`)
    expect(unreadable).toBe(false)
    expect(graph.case.sections.map(({ title }) => title)).toContain('A')
  },
  SIXTH,
)

it(
  'compares 8,000 paragraphs of which each is another',
  () => {
    const editionOfAll = (word: string) =>
      editionOf(
        read(
          `# T\n\n## A\n\n${Array.from({ length: 8000 }, (_, n) => `${word} ${n} stay.`).join('\n\n')}`,
        ),
      )
    const changes = compareCases(editionOfAll('Words'), editionOfAll('Others'))
    expect(changes.map(({ what }) => what)).toEqual(['reworded'])
  },
  SIXTH,
)

it.each(['[^1]', '"a" ', '{', ']', 'a: ', '\n- '])(
  'says where case.yaml is unreadable by very many %s',
  (sign) => {
    const { findings } = readWith(`ask: ${sign.repeat(8000)}`, '# T')
    expect(findings.some(({ check, place }) => check === 'off-schema' && place.line)).toBe(true)
  },
  SIXTH,
)

describe('20,000 unknown fields', () => {
  it(
    'are findings of which the last counts the rest',
    () => {
      const yaml = Array.from({ length: 20_000 }, (_, index) => `field${index}: x`).join('\n')
      const { findings } = readWith(yaml, '# T')
      const found = findings.filter(({ check }) => check === 'off-schema')
      expect(found.length).toBe(501)
      expect(found.at(-1)?.message).toContain('19500 more faults')
    },
    SIXTH,
  )
})

it('says where a name of case.yaml stands twice', () => {
  const { findings } = readWith('title: a\nask: b\ntitle: c\n', '# T')
  const [found] = findings.filter(({ check }) => check === 'off-schema')
  expect(found?.place).toMatchObject({ line: 3, column: 1 })
  expect(found?.message).toContain('unique')
})
