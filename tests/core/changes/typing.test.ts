/** What is typing and layout is no news; everything else is. */
import { describe, expect, it } from 'vitest'
import { compareCases } from '../../../src/core/changes/index.ts'
import { isMend, printOf, tokensOf } from '../../../src/core/changes/typing.ts'
import { edition, sentencesOf } from './between.ts'

const TEXT = `# [Prototype] Case

## Why

Services don't join up, so people repeat themselves - "three times", they say.
It costs 1,000 hours (1).

- one entry here
- another entry here

## Decisions

Decision 1: We ask people first

Evidence 1a: They told us that it is slow
`

/** The same case, typed or laid out otherwise. */
const LAYOUTS: Readonly<Record<string, string>> = {
  'line ends of Windows': TEXT.replaceAll('\n', '\r\n'),
  'a byte order mark': `\uFEFF${TEXT}`,
  'another wrap': TEXT.replace('so people repeat', 'so\npeople repeat').replace(
    'say.\nIt',
    'say. It',
  ),
  'a blank line between sentences': TEXT.replace('say.\nIt', 'say.\n\nIt'),
  'more spaces': TEXT.replace('join up', 'join   up'),
  'a non-breaking space': TEXT.replace('join up', 'join\u00a0up'),
  'curly quotes': TEXT.replace("don't", 'don’t').replace('"three times"', '“three times”'),
  'another dash': TEXT.replace(' - "', ' – "'),
  'other punctuation': TEXT.replace('up, so', 'up; so').replace('hours', 'hours.'),
  'list markers': TEXT.replaceAll('\n- ', '\n* '),
  emphasis: TEXT.replace('join up', '**join** _up_'),
  'a link on words': TEXT.replace('join up', '[join up](https://example.org)'),
  'hashes that change no parent': TEXT.replaceAll('## ', '### '),
  'capitals in labels': TEXT.replace('Decision 1:', 'DECISION 1:'),
  'a label with a dash': TEXT.replace('Decision 1: ', 'Decision 1 – '),
  'a bold label': TEXT.replace('Decision 1:', '**Decision 1:**'),
  'labels turned into headings': TEXT.replace('Decision 1: ', '### Decision 1\n\n').replace(
    'Evidence 1a: ',
    '#### Evidence 1a\n\n',
  ),
  'encoding mended': TEXT.replace("don't", 'donâ€™t'),
  'a thousand without its comma': TEXT.replace('1,000', '1000'),
  'a slip mended': TEXT.replace('people repeat', 'poeple repeat').replace('another', 'anothr'),
  capitals: TEXT.replace('one entry', 'One entry'),
  'a soft hyphen': TEXT.replace('themselves', 'them\u00adselves'),
  'a comment': TEXT.replace('## Decisions', '{/* later */}\n\n## Decisions'),
  'private notes': TEXT.replace(
    '## Decisions',
    '<Notes>\n\nSay it slowly\n\n</Notes>\n\n## Decisions',
  ),
  'a slide of its own': TEXT.replace(
    '## Decisions',
    '<Slide>\n\nIt costs\n\n</Slide>\n\n## Decisions',
  ),
  'front matter': `---\ntiming: 3\n---\n\n${TEXT}`,
}

describe('no news', () => {
  it.each(Object.entries(LAYOUTS))('is %s', (_, other) => {
    expect(other).not.toBe(TEXT)
    expect(sentencesOf(TEXT, other)).toEqual([])
    expect(sentencesOf(other, TEXT)).toEqual([])
  })

  it('is a file that was split', () => {
    const [first = '', second = ''] = TEXT.split('## Decisions')
    expect(compareCases(edition(TEXT), edition(first, `## Decisions${second}`))).toEqual([])
  })

  it('is a paragraph that a heading item takes in from its section', () => {
    const before = '# T\n\n## A\n\nDecision 1: We ask\n\nSince they know best.\n\nEvidence 1a: So'
    const after = before.replace('Decision 1: We ask', '### Decision 1\n\nWe ask')
    expect(sentencesOf(before, after)).toEqual([])
    expect(sentencesOf(after, before)).toEqual([])
  })
})

describe('news', () => {
  it.each([
    ['a number', TEXT.replace('1,000', '1,500')],
    ['a number that differs by one digit', TEXT.replace('1,000', '1,001')],
    ['a sign', TEXT.replace('1,000', '-1,000')],
    ['a per cent', TEXT.replace('1,000 hours', '1,000%')],
    ['a negation', TEXT.replace("don't join", 'do join')],
    ['a question', TEXT.replace('hours (1).', 'hours (1)?')],
    ['a plural', TEXT.replace('one entry', 'one entries')],
  ])('is %s', (_, other) => {
    expect(other).not.toBe(TEXT)
    expect(sentencesOf(TEXT, other)).toEqual(['Section “Why” reworded.'])
  })
})

describe('a slip', () => {
  it.each([
    ['recieve', 'receive'],
    ['teh', 'the'],
    ['goverment', 'government'],
    ['accomodate', 'accommodate'],
    ['neccesary', 'necessary'],
    ['seperate', 'separate'],
    ['organize', 'organise'],
  ])('is %s for %s', (before, after) => {
    expect(isMend(before, after)).toBe(true)
  })

  it.each([
    ['million', 'billion'],
    ['month', 'months'],
    ['could', 'would'],
    ['three', 'there'],
    ['increase', 'decrease'],
    ['include', 'exclude'],
    ['internal', 'external'],
    ['cost', 'lost'],
    ['able', 'unable'],
    ['productive', 'protective'],
    ['2020', '2021'],
    ['3a', '3b'],
    ['now', 'not'],
    ['服务很好用', '服务不好用'],
  ])('is not %s for %s', (before, after) => {
    expect(isMend(before, after)).toBe(false)
  })
})

describe('words', () => {
  it('keep what stands behind them, so that together they are the text', () => {
    const text = '  “Services” – don’t cost £3.5m, or −5 %, in 2020/21! 🙂 '
    expect(
      tokensOf(text)
        .map(({ text: shown }) => shown)
        .join(''),
    ).toBe(text)
    expect(printOf(text)).toBe('services dont cost £3.5m or -5% in 2020/21 🙂')
  })

  it('are none in a text without any', () => {
    expect(tokensOf(' – … ')).toEqual([])
  })
})
