/** No raw mark stands in an output that core plans where no finding speaks of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatten, planDeck } from '../../src/core/deck/index.ts'
import type { Assembled } from '../../src/core/model/assembled.ts'
import { onePageOf } from '../../src/core/one-page/index.ts'
import { caseJsonOf } from '../../src/core/register/case-json.ts'
import { guessedMeasure } from '../../src/core/text/measure.ts'
import { PLACES, RAW, sourceOf, spokenOf, strayWords } from './raw-words.ts'
import { read } from './read.ts'

/** One of each. */
const MARKS = [
  ...['We **wait long', 'We wait** long', 'We ** wait ** long', 'We wait**"now"**long'],
  ...['We ~~wait long', 'We __wait long', 'We _wait long', 'Run `npm start', 'We don`t wait'],
  ...['See [the map](our', 'See [the map][plan]', 'See [](https://a.uk)', 'See ![the map now'],
  ...['We wait^[Our survey] long', 'It is m^2^ large', 'We ++wait++ long', "We '''wait''' long"],
  ...['We [b]wait[/b] long', 'h2. Costs of it', 'We &mdsh; wait', 'It is $x^2$ large', '#a #b'],
  ...['.. note:: Wait', 'We wait\\ long', 'We ==wait long', '[[_TOC_]]'],
]
const LIKE = [
  ...['C:\\temp\\x and a_b', 'It is 0.31** and 12*', 'The _whole_ of **it**', 'We \\*\\*wait'],
  ...['£5 and x_y for $6', 'Likely \\ costly', 'A `**` in code', 'See [1][2]', 'It is a == b'],
  ...['It is $$x_i + b_j$$ large', 'It holds CO~2~ and $$\\sigma_h$$'],
  ...['We asked [P3] twice', 'Name: ____', 'https://a.uk/a_b_', 'R&D; so', 'A \\| B'],
]

describe.each(Object.entries(PLACES))('in %s', (_, placed) => {
  it('no raw mark stands without a finding at its line', () => {
    fc.assert(
      fc.property(strayWords, (text) => {
        const made = read(sourceOf(placed(text)))
        if (RAW.test(wordsOf(made))) expect(spokenOf(made, text)).not.toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  it('each is found', () => {
    const isFound = (words: string) => spokenOf(read(sourceOf(placed(words))), words).length > 0
    expect(MARKS.filter((words) => !isFound(words))).toEqual([])
  })

  it('what only looks like one is left alone', () => {
    const isFound = (words: string) =>
      read(sourceOf(placed(words))).findings.some(({ check }) => check === 'raw-mark')
    expect(LIKE.filter(isFound)).toEqual([])
  })
})

it('entries that begin with letters are found, where Markdown joins them', () => {
  const found = (text: string) =>
    read(`# T\n\n## Part\n\n${text}\n`).findings.flatMap(({ check, message, place }) =>
      check === 'raw-mark' ? [`${place.line} ${message.split(',')[0]}`] : [],
    )
  expect(found('- Triage\n   a. urgent\n   b. routine')).toEqual(['7 Unexpected "b. routine"'])
  expect(found('We do:\na) ask\nb) wait')).toEqual(['7 Unexpected "b) wait"'])
  expect(found('We a. ask and b. wait')).toEqual([])
})

it('code that holds a line is whole in a row with too many cells', () => {
  const rows = '| `sort | uniq` | Sorts ``a`|b`` it |\n| don`t | wait |\n'
  const made = read(`# T\n\n## Part\n\n| Command | Meaning |\n| --- | --- |\n${rows}`)
  const [table] = made.documents.flatMap(({ blocks }) =>
    blocks.filter((one) => one.type === 'table'),
  )
  expect(table?.type === 'table' && table.rows.slice(1)).toEqual([
    ['sort | uniq', 'Sorts a`|b it'],
    ['don`t', 'wait'],
  ])
  expect(made.findings.map(({ check }) => check)).toEqual(['raw-mark'])
})

/** All words that slides, the one page and case.json say. */
function wordsOf(made: Assembled): string {
  const slides = flatten(planDeck(made, guessedMeasure)).flatMap(({ title, head, body }) => [
    title,
    head?.text,
    ...body.map(({ text }) => text),
  ])
  const { options, strongest } = onePageOf(made)
  const lines = [...options.lines, ...strongest.lines].map(({ text }) => text)
  return [...slides, ...lines, ...caseJsonOf(made).items.map(({ text }) => text)].join('\n')
}
