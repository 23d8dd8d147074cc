/** What is nearly an item, and what only looks so. */
import { describe, expect, it } from 'vitest'
import { readWith } from '../read.ts'

/** What is to be typed in place of what stands in a text. */
function mendsOf(text: string): readonly string[] {
  return readWith('ask: x\n', `# T\n\n## S\n\nWords.\n\n${text}`)
    .findings.filter(({ check }) => check === 'nearly')
    .map(({ mend = '' }) => mend)
}

describe('what is nearly a label', () => {
  it.each([
    ['Decison 2: We go.', 'Write "Decision 2:" for "Decison 2:"'],
    ['**Desicion 3**: We go.', 'Write "Decision 3:" for "Desicion 3:"'],
    ['- Objctive 2: Fewer visits', 'Write "Objective 2:" for "Objctive 2:"'],
    ['Asumtion 1 (draft): It rains', 'Write "Assumption 1 (draft):" for "Asumtion 1 (draft):"'],
    ['Decision 2: We go.\nEvidence: It rained.', 'Write "Evidence 2a:" for "Evidence:"'],
    ['Risks R-2: It rains', 'Write "Risk R-2:" for "Risks R-2:"'],
  ])('%j', (text, mend) => expect(mendsOf(text)).toEqual([mend]))

  it('gives each its own number', () => {
    const text = 'Decision 1: A b.\n\nEvidence: One two.\n\nEvidence: Three four.'
    expect(mendsOf(text)).toEqual([
      'Write "Evidence 1a:" for "Evidence:"',
      'Write "Evidence 1b:" for "Evidence:"',
    ])
  })

  it.each([
    'Division 2: the north',
    'Auction 3: 800 MHz',
    'Motion 4: that the report be noted',
    'Section 2: scope',
    'Decision 2 was made in May.',
    'We made\ndecisions 2. They hold.',
    'Evidence: none',
    'Evidence shows that people wait.',
    'Action: Kim books rooms',
    '[Evidence](#s): how strong it is',
    '> Evidence: it rained all day.',
    '### Decision\n\nWe go by bus.',
    '| Kind | Words |\n| --- | --- |\n| Decison 2: | We go |',
  ])('is not %j', (text) => expect(mendsOf(text)).toEqual([]))

  it('is not a part of a decision record', () => {
    const record =
      '## 4. Go\n\nStatus: accepted\n\nContext: It rains here.\n\nDecision: We go by bus.'
    expect(mendsOf(record)).toEqual([])
  })
})

describe('what is nearly a heading of items', () => {
  it.each([
    ['### Objective', 'Write "### Objectives" for "Objective"'],
    ['## 2. Our key benfits', 'Write "## Benefits" for "2. Our key benfits"'],
    ['## Dependency', 'Write "## Dependencies" for "Dependency"'],
  ])('%s', (heading, mend) => {
    expect(mendsOf(`${heading}\n\n- One thing\n- Another thing`)).toEqual([mend])
    expect(mendsOf(`${heading}\n\nOne thing.`)).toEqual([])
  })
})

describe('what is nearly a list or a table', () => {
  it.each([
    ['•\tSupplier leaves\n•\tData is late', 'Write "- Supplier leaves" for "• Supplier leaves"'],
    ['-One\n-Two', 'Write "- One" for "-One"'],
    [
      '| Risk | Owner |\n| It rains | Kim |',
      'Write "| Risk | Owner |", and below it "| --- | --- |" for "| Risk | Owner |"',
    ],
    [
      'Risk\tOwner\nIt rains\tKim',
      'Write "| Risk | Owner |", and below it "| --- | --- |" for "Risk Owner"',
    ],
    [
      '| A | B |\n| --- |\n| c | d |',
      'Write "| A | B |", and below it "| --- | --- |" for "| A | B |"',
    ],
  ])('%j', (text, mend) => expect(mendsOf(text)).toEqual([mend]))

  it.each([
    'Home | About | Contact',
    '-5 degrees\n-7 degrees',
    '*One*\n*Two*',
    'Call 1.5 or\n2.5 metres',
    '```\n| a | b |\n| c | d |\n```',
    'Pay 3 · 4 of them',
  ])('is not %j', (text) => expect(mendsOf(text)).toEqual([]))
})

describe('what is nearly a picture', () => {
  it.each([
    ['![A map] (map.png)', 'Write "![A map](map.png)" for "![A map] (map.png)"'],
    ['![A map](map.png', 'Write "![A map](map.png)" for "![A map](map.png"'],
    ['![[my map.png|300]]', 'Write "![What it shows](my map.png)" for "![[my map.png|300]]"'],
    ['![A map]', 'Write "![A map](picture.png)" for "![A map]"'],
  ])('%s', (text, mend) => expect(mendsOf(text)).toEqual([mend]))

  it.each(['![A map](my map.png)', '\\![A map]', '`![A map]`', '![A][a]\n\n[a]: map.png'])(
    'is not %j',
    (text) => expect(mendsOf(text)).toEqual([]),
  )

  it('is said once', () => {
    const { findings } = readWith(
      'ask: x\n',
      '# T\n\nSee ![[map.png]] and ![x] (https://a.uk/b.png)',
    )
    expect(findings.map(({ check }) => check)).toEqual(['nearly', 'malformed-link'])
  })
})

describe('the head of a file', () => {
  it.each([
    ['---\ntitle: For the board\n\n# T', 'Write a line of --- below the last of these fields, too'],
    ['\n---\ntitle: For the board\n---\n\n# T', 'Delete the empty lines above the first ---'],
    ['', 'Write its text, or delete the file'],
    ['---\ntitle: x\n---\n', 'Write its text, or delete the file'],
  ])('%j', (text, mend) => {
    const { findings } = readWith('ask: x\n', '# T\n\nWords.', text)
    const near = findings.filter(({ check }) => check === 'nearly')
    expect(near.map((one) => [one.place.file, one.mend])).toEqual([['2.mdx', mend]])
  })

  it('is empty on purpose where it holds a note alone', () => {
    const { findings } = readWith('ask: x\n', '# T\n\nWords.', '{/* later */}')
    expect(findings.map(({ check }) => check)).not.toContain('nearly')
  })
})
