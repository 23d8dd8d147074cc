/** What brackets, tables and sentences of other teams say of money by the quarter, of prices, and of options. */
import { describe, expect, it } from 'vitest'
import { estimateChart } from '../../../src/core/appraisal/charts.ts'
import { figuresOf } from '../../../src/core/appraisal/figures.ts'
import { ledgerOf } from '../../../src/core/appraisal/index.ts'
import { figuresWorkbook } from '../../../src/core/appraisal/workbook/index.ts'
import { read, readWith } from '../read.ts'

const OPTIONS = '- Option A: Keep things as they are\n- Option B (preferred): We build\n'

function ledgerIn(...lines: readonly string[]) {
  const found = read(`# Case\n\n## Options\n\n${OPTIONS}\n${lines.join('\n\n')}\n`)
  const ledger = ledgerOf(found)
  if (!ledger) throw new Error('Unexpected case without estimates')
  const said = found.findings.map(({ check, message }) => `${check}: ${message}`)
  return { found, ledger, said, entries: ledger.estimates }
}

describe('a bracket', () => {
  it.each([
    ['Option B, capital cost, 2027-28', { flow: 'cost', rhythm: 'one-off' }],
    ['option B, one-off cost, 2027', { flow: 'cost', rhythm: 'one-off' }],
    ['OPTB, annual saving, 2027-28 onwards', { flow: 'benefit', rhythm: 'a year' }],
    ['OPTB, benefit to patients, each year from 2027', { type: 'to society', rhythm: 'a year' }],
    ['OPTB, revenue cost, per quarter, from 2027', { flow: 'cost', period: 'quarter' }],
    ['OPTB, cost, 2027', { flow: 'cost', rhythm: 'one-off' }],
  ])('"%s" says whose it is, what, and how often', (bracket, says) => {
    const { entries, said } = ledgerIn(`Estimate 1 (${bracket}): It comes to £2 to £3 million`)
    expect(entries[0]).toMatchObject({ option: 'option-b', ...says })
    expect(entries[0]?.years?.from).toBe(2027)
    expect(said.filter((one) => /unknown-bracket|unreadable/.test(one))).toEqual([])
  })

  it('that says more than sums take into account is found', () => {
    const { said } = ledgerIn('Estimate 1 (2026 prices, 3% inflation): It costs £2 to £3 million')
    expect(said).toContainEqual(expect.stringContaining('Unexpected "3% inflation" in the bracket'))
  })
})

describe('money by the quarter', () => {
  const lines = [
    'Estimate 1 (OPTB, cost, 2027 to 2028, a quarter): Staff cost £20,000 to £30,000',
    'Estimate 2 (OPTB, benefit, 2027 to 2028): We save £10,000 to £20,000 a month',
  ]

  it('counts four times a year, and by the month twelve times, in the sheet too', () => {
    const { ledger, entries } = ledgerIn(...lines)
    expect(entries.map(({ told }) => told?.central)).toEqual([
      '£25,000 a quarter',
      '£15,000 a month',
    ])
    expect(
      ledger.options[1]?.years.slice(0, 3).map(({ costs, benefits }) => [costs, benefits]),
    ).toEqual([
      [100_000, 180_000],
      [100_000, 180_000],
      [0, 0],
    ])
    expect(ledger.options[1]?.costs?.central).toBeCloseTo(100_000 * (1 + 1 / 1.035), 6)
    const years = figuresWorkbook(ledger, 'Case').find(({ name }) => name === 'Options by year')
    expect(
      years?.rows.flatMap((row) =>
        row[5]?.value === 4 || row[5]?.value === 12 ? row[5].value : [],
      ),
    ).toEqual([4, 12])
  })

  it.each([
    ['£25,000 a quarter', []],
    ['£100,000 a year', []],
    ['£25,000', []],
    ['£90,000 a year', [', expected "£100,000"']],
    ['£2,000 a week', [', expected "£1,900"']],
  ])('agrees with %s as far as it does', (told, wrong) => {
    const { said } = ledgerIn(`Staff cost ${told} (EST1).`, ...lines)
    const drifted = said.filter((one) => one.startsWith('drifted-figure'))
    expect(drifted.map((one) => /, expected "[^"]+"/.exec(one)?.[0])).toEqual(wrong)
  })

  it('is not multiplied by four again', () => {
    const { said } = ledgerIn(...lines, 'Estimate 3 (OPTB, cost, 2027, a year): EST1 × 4')
    expect(said).toContainEqual(expect.stringContaining('expected it without 4'))
  })

  it('of a day is no money of a year, and in no sum in silence', () => {
    const { said } = ledgerIn(
      'Estimate 1 (OPTB, benefit, 2027, a year): We save £300 to £400 a day',
    )
    expect(said).toContainEqual(expect.stringContaining('× 220 days'))
  })
})

it('tells minutes as minutes, and agrees with them in hours', () => {
  const { entries, said } = ledgerIn(
    'A shift needs 0.08 hours (EST1).',
    'Estimate 1: Each shift takes 4 to 6 minutes',
  )
  expect([entries[0]?.told?.central, entries[0]?.told?.range]).toEqual([
    '5 minutes a shift',
    '4 to 6 minutes a shift',
  ])
  expect(said.filter((one) => one.startsWith('drifted'))).toEqual([])
})

it('counts no nominal money among real, and says the prices that the estimates have', () => {
  const { ledger, said } = ledgerIn(
    'Estimate 1 (OPTB, cost, 2028, 2026 prices): It costs £2 to £3 million',
    'Estimate 2 (OPTB, cost, 2029, nominal): It costs £2 to £3 million',
  )
  expect([ledger.basis.base, ledger.basis.prices, ledger.options[1]?.counted]).toEqual([
    2028,
    2026,
    ['estimate-1'],
  ])
  expect(said).toContainEqual(expect.stringContaining('nominal money in EST2'))
})

it('counts in the currency that most estimates have', () => {
  const { ledger } = ledgerIn(
    'Estimate 1: A licence costs €2 to €3',
    'Estimate 2 (OPTB, cost, 2028): It costs £2 to £3 million',
  )
  expect([ledger.basis.currency.over, ledger.options[1]?.told?.costs.central]).toEqual([
    ['£'],
    '£2.5 million',
  ])
})

it('says how a number and its price become a sum', () => {
  const { said } = ledgerIn('Estimate 1: 20 to 40 QALYs are gained, at £70,000 a QALY')
  expect(said).toContainEqual(expect.stringContaining('write "20 to 40 QALYs × £70,000 a QALY"'))
})

it('shows minutes in minutes, tells a cost in hours from a benefit, and no mark in a title', () => {
  const { found, ledger } = ledgerIn(
    'Estimate 1: A call lasts 20 to 30 minutes',
    'Estimate 2 (Option C, cost, a year, from 2027): Volunteers give 500 to 700 hours',
    'Estimate 3 (Option C, benefit, a year, from 2027): 250 to 400 people have a friend',
    '- Option C: A line in the evening (recommended)',
  )
  const [entry] = ledger.estimates
  expect(entry && estimateChart(ledger, entry)?.series[0]?.values[0]).toMatchObject({
    low: 20,
    high: 30,
  })
  const [benefits] = figuresOf(found)?.benefits ?? []
  expect(benefits?.name).toBe('Option C: A line in the evening')
  expect(benefits?.otherwise.map((words) => words.map(({ text }) => text).join(''))).toEqual([
    'A cost: Volunteers give 500 to 700 hours (EST2)',
    '250 to 400 people have a friend (EST3)',
  ])
})

it('takes no endless word for what a number counts', () => {
  const { entries } = ledgerIn(
    `Estimate 1: We get 2 to 3 ${'a'.repeat(200)}`,
    'Estimate 2: We get 2 to 3 forms',
  )
  expect(entries.map(({ told }) => told?.range)).toEqual(['2 to 3', '2 to 3 forms'])
})

it('counts so many estimates and no more, and says so', () => {
  const lines = Array.from(
    { length: 1004 },
    (_, at) => `Estimate ${at + 1}: ${at ? `EST${at} × 1` : '2 calls'}`,
  )
  const { entries, found } = ledgerIn(...lines)
  expect(entries[999]?.told?.central).toBe('2 calls')
  expect(entries[1000]?.unworked?.fault).toContain('after 1000 others')
  expect(
    found.findings
      .filter(({ check }) => check === 'unreadable-estimate')
      .map(({ message }) => message),
  ).toEqual([
    'Unexpected estimate after 1000 others, expected fewer: add some up outside the case (EST1001 and 3 after it)',
  ])
})

describe('a table', () => {
  const table = (rows: string, section = 'Estimates') =>
    readWith(
      'ask: Fund it.\n',
      `# Case\n\n## ${section}\n\n${rows}\n\nEstimate 9: We get 2 to 3 calls\n`,
    )
  const said = (found: ReturnType<typeof table>, id: string) =>
    found.findings.filter(({ check }) => check === id).map(({ message }) => message)

  it('says in a header in what its numbers count', () => {
    const found = table(
      '| Estimate | Low (£000s) | High (£000s) |\n| - | - | - |\n| Vans | 60 | 80 |',
    )
    const [entry] = ledgerOf(found)?.estimates ?? []
    // Pages say the words of the row, and what they come to.
    expect([entry?.text, entry?.told?.range]).toEqual(['Vans: 60 to 80', '£60,000 to £80,000'])
  })

  it('with its numbers in columns of quarters is found', () => {
    const found = table('| Estimate | Q1 | Q2 |\n| - | - | - |\n| Vans | 60 | 80 |')
    expect(said(found, 'unreadable-estimate')[0]).toContain('expected a column called Value')
  })

  it('of options that nothing tells from a list of settings is found, until its rows say so', () => {
    const rows = '| Option | Fast |\n| - | - |\n| Two contracts | No |\n| One contract | Yes |'
    expect(said(table(rows, 'Options'), 'unsure-list')[0]).toContain('"Option 1: Two contracts"')
    const labelled = table(
      rows.replace('Two', 'Option 1: Two').replace('One', 'Option 2: One'),
      'Options',
    )
    expect(said(labelled, 'unsure-list')).toEqual([])
    expect(labelled.graph.case.items.filter(({ kind }) => kind === 'option')).toHaveLength(2)
  })

  it('with options in its columns has them, with what each meets, rests on and comes to', () => {
    const rows =
      '| Factor | Do nothing | Option A: A leaflet | Option B: One service |\n| - | - | - | - |\n| CSF1 | No | Yes (1a) | Meets |\n| Fit | Poor | Fair | Good (1b) |\n| Recommendation | | Discounted because nobody reads it | |\n| Preferred | | | Yes |'
    const others =
      'Success factor 1: Fewer calls\n\nDecision 1: We ask.\n\nEvidence 1a: Nobody read it.\n\nEvidence 1b: A log.'
    const found = table(`${rows}\n\n${others}`, 'Options')
    expect(said(found, 'unsure-list')).toEqual([])
    const options = found.graph.case.items.filter(({ kind }) => kind === 'option')
    expect(options.map(({ id, text }) => `${id} ${text}`)).toEqual([
      ...['OPT1 Do nothing', 'OPTA A leaflet', 'OPTB One service'],
    ])
    expect(ledgerOf(found)?.options).toMatchObject([
      { isBusinessAsUsual: true, meets: [] },
      { fate: 'discounted', because: 'nobody reads it', meets: ['success-factor-1'] },
      { isPreferred: true, meets: ['success-factor-1'] },
    ])
    // A no is a test too.
    expect(said(found, 'untested-option')).toEqual([])
    const links = found.graph.case.links.map(({ from, to }) => `${from} ${to}`)
    expect(links).toEqual(expect.arrayContaining(['option-a evidence-1a', 'option-b evidence-1b']))
  })

  it('with options in its columns says more of those that stand in a list, and finds what is none', () => {
    const list = '- Option 1: BAU\n- Option 2: One service\n\nSuccess factor 1: Fewer calls'
    const rows = (heads: string) =>
      `${list}\n\n| Factor | ${heads} |\n| - | - | - |\n| CSF1 | Fails | Meets |`
    const labels = table(rows('Option 1 | Option 2'), 'Options')
    expect(labels.graph.case.links.map(({ from, to }) => `${from} ${to}`)).toContain(
      'option-2 success-factor-1',
    )
    expect(labels.graph.case.items.filter(({ kind }) => kind === 'option')).toHaveLength(2)
    expect(said(labels, 'unsure-list')).toEqual([])
    const other = table(rows('Do nothing | Leaflets'), 'Options')
    expect(other.graph.case.items.filter(({ kind }) => kind === 'option')).toHaveLength(2)
    expect(said(other, 'unsure-list')[1]).toContain('"Leaflets" above a column')
    const unknown = table(
      '| | Option 1 | Option 2 |\n| - | - | - |\n| CSF1 | No | Yes |',
      'Options',
    )
    expect(said(unknown, 'unsure-list')[0]).toContain('expected words for it: "Option 1: We build"')
  })

  it('of which some columns have a label of options is found, since none of them is read', () => {
    const heads =
      '| CSF | Do nothing (BAU) | Opt 2 - We build | Option Three |\n| - | - | - | - |\n| Fit | Poor | Good | Fair |'
    expect(said(table(heads, 'Options'), 'unsure-list')).toEqual([
      expect.stringContaining('expected a label above each: "Option 2: We build"'),
    ])
    const other = heads.replace(/Do nothing.*Three/, 'Month | Option value | Cost')
    expect(said(table(other, 'Options'), 'unsure-list')).toEqual([])
  })

  it('knows an option by a bold label too, and that its bracket says which is preferred', () => {
    const rows =
      '| | **Option A** Buy | Option B (preferred): Build |\n| - | - | - |\n| CSF1 | No | Yes |'
    const found = table(`${rows}\n\nSuccess factor 1: Fewer calls`, 'Options')
    expect(ledgerOf(found)?.options).toMatchObject([
      { id: 'OPTA', text: 'Buy', meets: [] },
      { id: 'OPTB', isPreferred: true, meets: ['success-factor-1'] },
    ])
  })

  it('of options without business as usual is found, before anything is in money', () => {
    const heads =
      '| | Option 1: We lend | Option 2: We build |\n| - | - | - |\n| Fit | Poor | Good |'
    expect(said(table(heads, 'Options'), 'no-business-as-usual')).toHaveLength(1)
    const usual = heads.replace('We lend', 'Do nothing')
    expect(said(table(usual, 'Options'), 'no-business-as-usual')).toEqual([])
  })
})

describe('what no sum knows', () => {
  const base = 'Estimate 1: It costs £2 to £3 million'
  const faultOf = (sum: string) => ledgerIn(base, `Estimate 2: ${sum}`).entries[1]?.unworked?.fault

  it.each([
    ['1e308 × 10', 'a number such as "2.5 million"'],
    ['EST1 ^ 2', 'ids and numbers between'],
    ['EST1 squared', 'ids and numbers between'],
    ['EST1 minus 10%', '"90% of …"'],
    ['EST1 plus 10%', '"110% of …"'],
    ['__proto__ × EST1', 'ids and numbers between'],
    ['constructor of EST1 times toString', 'ids and numbers between'],
    ['5 to 3 million calls', 'from its larger end'],
  ])('is found in "%s", and comes to nothing', (sum, expected) => {
    expect(faultOf(sum)).toContain(expected)
  })

  it.each([
    ['twice EST1', '£4 to £6 million'],
    ['EST1 less £1 million', '£1 to £2 million'],
    ['100% to 120% of £2 million', '£2 to £2.4 million'],
  ])('and "%s" is known', (sum, range) => {
    expect(ledgerIn(base, `Estimate 2: ${sum}`).entries[1]?.told?.range).toBe(range)
  })

  it.each([
    ['OPTA, OPTB, cost, 2027', 'expected one option, and not OPTA and OPTB'],
    ['OPTB, cost, benefit, 2027', 'Unexpected "benefit" in the bracket'],
    ['OPTB, cost, 2027, 2029', 'Unexpected "2029" in the bracket'],
  ])('is found in the bracket (%s)', (bracket, expected) => {
    const { said } = ledgerIn(`Estimate 1 (${bracket}): It costs £2 to £3 million`)
    expect(said).toContainEqual(expect.stringContaining(expected))
  })
})

it('compares what footnotes and pictures say too', () => {
  const { found } = ledgerIn(
    'We asked.[^1]',
    '[^1]: It costs £9 million (EST1).',
    '![A bar of £8 million (EST1)](bar.png)\n*It costs £7 million (EST1)*',
    'Estimate 1: It costs £2 to £3 million',
  )
  const drifted = found.findings.filter(({ check }) => check === 'drifted-figure')
  expect(
    drifted.map(({ message, place: { line } }) => [/"[^"]+"/.exec(message)?.[0], line]),
  ).toEqual([
    ['"£9 million"', 10],
    ['"£8 million"', 12],
    ['"£7 million"', 13],
  ])
})

it('reads no name behind an id, and finds it', () => {
  const { entries } = ledgerIn('Estimate 1: EST2.constructor × 2', 'Estimate 2: 2 to 3')
  expect(entries[0]?.unworked?.fault).toContain('Unexpected sum "EST2 .constructor × 2"')
})

it('compares a large number without a unit with money, where nothing else is told', () => {
  const told = (words: string) =>
    ledgerIn(`${words} (EST1).`, 'Estimate 1: It costs £2 to £3 million').said.filter((one) =>
      one.startsWith('drifted'),
    )
  expect(told('It costs about a million')[0]).toContain('expected "£2.5 million"')
  expect(told('It costs two and a half million')).toEqual([])
  expect(told('A million calls cost £2.5 million')).toEqual([])
})

it('advises a case that claims much without a number to say what speaks against it', () => {
  const decisions = Array.from({ length: 12 }, (_, at) => `Decision ${at + 1}: We ask ${at} times.`)
  const found = (lines: readonly string[]) =>
    read(`# Case\n\n## Decisions\n\n${lines.join('\n\n')}\n`).findings.map(({ check }) => check)
  expect(found(decisions)).toContain('nothing-against')
  expect(found(decisions.slice(1))).not.toContain('nothing-against')
})

it.each([
  ['£430,000 to £1 million', 430_000, 1e6],
  ['£800,000–£1.2 million', 800_000, 1.2e6],
  ['£2.2 million to £12,000,000', 2.2e6, 12e6],
  ['£0.8 to £1.4 million', 800_000, 1.4e6],
])('reads "%s" with each end as it is, and tells it in one scale or in full', (told, low, high) => {
  const { entries, said } = ledgerIn(`Estimate 1: It costs ${told}`, `It costs ${told} (EST1).`)
  expect(entries[0]?.value).toMatchObject({ low, high })
  expect(said.filter((one) => one.startsWith('drifted-figure'))).toEqual([])
  expect(entries[0]?.told?.range).not.toMatch(/£0\.\d\d/)
})

it.each([
  ['＋EST1 ＋ ５', 'Unexpected sum "+ EST1 + 5"'],
  ['EST1; and then × 5', 'Unexpected sum "EST1" and "× 5"'],
  ['It costs £1,5 to £2,5 million', 'Unexpected number "1,5"'],
  ['It costs 1.234.567 € to 2.345.678 €', 'expected a full stop before its decimals'],
])('finds in "%s" what no sum may leave out', (sum, fault) => {
  const { entries } = ledgerIn('Estimate 1: 2 to 3', `Estimate 2: ${sum}`)
  expect(entries[1]?.unworked?.fault).toContain(fault)
})

it.each([
  ['£3 to 5 million (£4 million most likely)', { low: 3e6, central: 4e6, high: 5e6 }],
  ['£3m to £5m, most likely £4m', { low: 3e6, central: 4e6, high: 5e6 }],
  ['£800,000 to £1.2 million, best estimate £1 million', { low: 8e5, central: 1e6, high: 1.2e6 }],
  ['３０p to ４０p', { low: 0.3, central: 0.35, high: 0.4 }],
])('reads "%s"', (words, value) => {
  const { entries } = ledgerIn(`Estimate 1: It costs ${words}`)
  for (const [name, number] of Object.entries(value))
    expect(entries[0]?.value?.[name as 'low']).toBeCloseTo(number, 9)
})

it('tells what is short for something as it is written', () => {
  const { entries } = ledgerIn('Estimate 1: 2 to 5 QALYs', 'Estimate 2: £60,000 to £70,000 a QALY')
  expect(entries.map(({ told }) => told?.range)).toEqual([
    '2 to 5 QALYs',
    '£60,000 to £70,000 a QALY',
  ])
})

it('counts a sum as often as is said behind it, and finds years that are turned round', () => {
  const { entries, said } = ledgerIn(
    'Estimate 1: £2 to £3 million',
    'Estimate 2 (OPTB, cost, from 2027): EST1 a month',
    'Estimate 3 (OPTB, cost, a year, 2030 to 2027): £2 to £3 million',
    'Estimate 4: £5 to £5 million',
  )
  expect(entries[1]).toMatchObject({ rhythm: 'a year', period: 'month', perYear: 12 })
  expect(said).toContain(
    'turned-range: Unexpected years 2030 to 2027 in EST3, expected the earlier one first',
  )
  expect(said).toContainEqual(
    expect.stringContaining('estimate-without-range: Unexpected "£5 to £5 million"'),
  )
})

it.each([
  ['EST1 × 2 (2027 to 2036; low confidence)', 5],
  ['EST1 × (EST2) (medium confidence)', 7.5],
  ['(EST1 + EST2) × 2 (1a, 2026 prices)', 11],
])('takes a bracket behind "%s" for no part of the sum', (sum, central) => {
  const { entries } = ledgerIn('Estimate 1: 2 to 3', 'Estimate 2: 2 to 4', `Estimate 3: ${sum}`)
  expect(entries[2]?.value?.central).toBe(central)
})
