/** What charts show of the tables that people write. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { chartOf } from '../../../src/core/chart/index.ts'
import type { PlannedChart } from '../../../src/core/chart/plan.ts'
import { allBlocks, isChart } from '../../../src/core/syntax/conventions/index.ts'

/** The charts of a text. */
function charts(text: string): readonly PlannedChart[] {
  const { documents } = assemble([{ file: 'a.mdx', text: `# A case\n\n## Costs\n\n${text}\n` }])
  return documents
    .flatMap(({ blocks }) => [...allBlocks(blocks)])
    .filter(isChart)
    .map(chartOf)
}

const table = (...rows: string[]) => {
  const [header = '', ...body] = rows
  return [header, header.replaceAll(/[^|]+/g, ' --- '), ...body].join('\n')
}

const costs = table('| Area | £m |', '| North | 17 (13 to 23) |', '| Harbour | 11 |')

describe('a chart', () => {
  it.each([
    ['in a line below the table', `${costs}\n\n(as bars)`],
    ['right below its last row', `${costs}\n(as bars)`],
    ['in a component around it', `<Chart as="bars">\n\n${costs}\n\n</Chart>`],
    ['of a list', '- North £17m\n- Harbour: £11m\n\n(as bars)'],
    ['of a list, right below it', '- North 17\n- Harbour – 11\n(as bars)'],
    ['of a list, behind its last entry', '- North 17\n- Harbour – 11 (as bars)'],
    ['of a list, as its last entry', '- North 17\n- Harbour – 11\n- (as bars)'],
    ['of a line', 'North 17 and Harbour 11 (as bars).'],
  ])('is asked for %s', (_, text) => {
    const [{ plan, faults } = { faults: [] }, ...others] = charts(text)
    expect([others, faults]).toEqual([[], []])
    expect(plan?.form).toBe('bars')
    expect(plan?.rows).toEqual(['North', 'Harbour'])
  })

  it.each([
    ['words that only look like it', `${costs}\n\n(as agreed)`],
    ['a sentence', 'We wait (as always).'],
    ['a quote', '> - North 17\n> - Harbour 11\n>\n> (as bars)'],
    ['words behind an entry', '- We wait\n- They wait (as bars)'],
    ['a list of words', '- North\n- Harbour\n\nText (as bars are long).'],
  ])('is not seen in %s', (_, text) => {
    expect(charts(text)).toEqual([])
  })

  it('is called by the one sentence above it, and marks what that names', () => {
    const [chart] = charts(`Calls cost most in the North.\n\n${costs}\n\n(as bars)`)
    expect(chart?.plan?.headline).toBe('Calls cost most in the North')
    expect(chart?.plan?.named.rows).toEqual([0])
  })

  it('leaves a paragraph of several sentences where it is', () => {
    const [chart] = charts(`We asked. Calls cost most.\n\n${costs}\n\n(as bars)`)
    expect(chart?.plan?.headline).toBe('')
  })

  it('knows the ends of ranges in columns of their own', () => {
    const rows = [
      '| Year | Days (low) | Days | Days (high) |',
      '| 2024 | 3 | 5 | 9 |',
      '| 2025 | 2 | 4 | 6 |',
    ]
    const [chart] = charts(`${table(...rows)}\n\n(as lines)`)
    expect(chart?.plan?.series).toHaveLength(1)
    expect(chart?.plan?.series[0]?.values[0]).toMatchObject({ value: 5, low: 3, high: 9 })
  })

  it('compares no years in which things are due', () => {
    const rows = ['| Area | £m | Due |', '| North | 17 | 2026 |', '| Harbour | 11 | 2027 |']
    const [chart] = charts(`${table(...rows)}\n\n(as bars)`)
    expect(chart?.plan?.series.map(({ name }) => name)).toEqual(['£m'])
  })

  it('lets time run along, whichever way the table is written', () => {
    const across = table(
      '| Area | 2024 | 2025 | 2026 |',
      '| North | 3 | 4 | 5 |',
      '| Hills | 1 | 2 | 3 |',
    )
    const down = table(
      '| Year | North | Hills |',
      '| 2024 | 3 | 1 |',
      '| 2025 | 4 | 2 |',
      '| 2026 | 5 | 3 |',
    )
    const [one, other] = [across, down].map((text) => charts(`${text}\n\n(as chart)`)[0]?.plan)
    expect(one?.form).toBe('lines')
    expect(one?.rows).toEqual(other?.rows)
    expect(one?.series).toEqual(other?.series)
  })

  it.each([
    ['columns', ['| Year | Cost |', '| 2024-25 | £3m |', '| 2025-26 | £4m |']],
    ['range', ['| Step | Days |', '| Form | 3 to 5 |', '| Answer | 8 to 15 |']],
    [
      'stacked bars',
      ['| Answer | Yes | No |', '| One form | 81% | 19% |', '| Told once | 34% | 66% |'],
    ],
    ['bars', ['| Area | Days |', '| North | 3 |', '| Hills | 5 |']],
  ] as const)('that names no form has %s where these suit', (form, rows) => {
    expect(charts(`${table(...rows)}\n\n(as chart)`)[0]?.plan?.form).toBe(form)
  })

  it('of lengths starts at nought, also where all are long', () => {
    const [chart] = charts(
      `${table('| Area | Days |', '| North | 97 |', '| Hills | 99 |')}\n\n(as bars)`,
    )
    expect(chart?.plan?.scale.low).toBe(0)
  })

  it('as lines says where its scale starts, if not at nought', () => {
    const [chart] = charts(
      `${table('| Year | Days |', '| 2024 | 97 |', '| 2025 | 99 |', '| 2026 | 98 |')}\n\n(as lines)`,
    )
    expect(chart?.plan?.scale.low).toBe(97)
    expect(chart?.plan?.subtitle).toBe('Days; the scale starts at 97')
  })
})

describe('a chart along days', () => {
  it.each([
    ['with the year', ['5 Jan 2026', '12 January 2026', '2 Feb 2026']],
    ['of a week', ['w/c 5 Jan', 'w/c 12 Jan', 'w/c 19th Jan']],
    ['in figures', ['05/01/2026', '12/01/2026', '19/01/2026']],
    ['as programs write them', ['2026-01-05', '2026-01-12', '2026-01-19']],
    ['as spreadsheets write months', ['Jan-26', 'Feb-26', "Mar '26"]],
    ['in halves of a year', ['H1 2025', 'H2 2025', 'H1 2026']],
  ])('has lines for days %s', (_, days) => {
    const rows = days.map((day, index) => `| ${day} | ${index + 4} |`)
    const [chart] = charts(`${table('| When | People |', ...rows)}\n\n(as lines)`)
    expect(chart?.plan?.times).toHaveLength(3)
  })

  it('says which week is left out', () => {
    const rows = ['| 5 Jan 2026 | 4 |', '| 12 Jan 2026 | 5 |', '| 26 Jan 2026 | 6 |']
    const [chart] = charts(`${table('| Week | People |', ...rows)}\n\n(as lines)`)
    expect(chart?.faults.map(({ message }) => message)[0]).toContain('time left out')
  })
})

describe('numbers that share no scale', () => {
  const drawn = (first: string, second: string): boolean => {
    const rows = ['| 2024 | 41 | 18 |', '| 2025 | 63 | 20 |', '| 2026 | 77 | 21 |']
    const text = table(`| Year | ${first} | ${second} |`, ...rows)
    return charts(`${text}\n\n(as lines)`)[0]?.plan !== undefined
  }

  it.each([
    ['Passengers, million', 'Delay, seconds a stop'],
    ['Cost (£m)', 'Fares (£k)'],
    ['Wait, days', 'Travel, hours'],
  ])('are not drawn together: %s and %s', (...names) => {
    expect(drawn(...names)).toBe(false)
  })

  it.each([
    ['Cost, £ million', 'Fares, £m'],
    ['Cases, open', 'Cases, closed'],
    ['Within 18 weeks', 'Longer'],
    ['Wait, days', 'Wait (day)'],
  ])('are drawn where they do: %s and %s', (...names) => {
    expect(drawn(...names)).toBe(true)
  })
})

describe('what all columns count', () => {
  it.each([
    ['| Area | Staff, £000 a year | Rooms, £000 a year |', '£000 a year'],
    ['| Area | Staff (days) | Rooms (days) |', 'Days'],
  ])('is said once, and not behind each name: %s', (header, said) => {
    const [chart] = charts(`${table(header, '| North | 1,240 | 52 |')}\n\n(as stacked bars)`)
    expect(chart?.plan?.series.map(({ name }) => name)).toEqual(['Staff', 'Rooms'])
    expect(chart?.plan?.subtitle).toBe(said)
  })

  it('stays where it is not the same', () => {
    const rows = ['| Area | Staff, north | Rooms, south |', '| A | 3 | 4 |', '| B | 5 | 6 |']
    const [chart] = charts(`${table(...rows)}\n\n(as dots)`)
    expect(chart?.plan?.series.map(({ name }) => name)).toEqual(['Staff, north', 'Rooms, south'])
  })

  it.each(['£000', '£m', '£ million', '£k'])('as a multiple is no unit of the axis: %s', (unit) => {
    const [chart] = charts(`${table(`| Area | Cost, ${unit} |`, '| A | 3 to 5 |')}\n\n(as range)`)
    expect(chart?.plan?.unit).toBe('')
  })
})

describe('parts of a whole', () => {
  const parts = (...shares: readonly string[]) => {
    const text = table(
      '| Answer | Yes | No | Other |',
      `| Home | ${shares.join(' | ')} |`,
      '| Work | 50% | 49% | 1% |',
    )
    return charts(`${text}\n\n(as stacked bars)`)[0]
  }

  it('that come to more are not stacked, and those that come to less are told', () => {
    const [over, under, rounded] = [
      ['61%', '34%', '22%'],
      ['61%', '20%', '4%'],
      ['61%', '34%', '6%'],
    ].map((one) => parts(...one))
    expect(over?.plan).toBeUndefined()
    expect(over?.faults[0]?.message).toContain('"Home" that come to 117%')
    expect(under?.plan?.form).toBe('stacked bars')
    expect(under?.faults[0]?.message).toContain('"Home" that come to 85%')
    expect(rounded?.faults).toEqual([])
  })
})

describe('digits that are set as in another country', () => {
  it.each(['1.204.500', '1.502.250,5', '12,5', "1'204"])(
    'are named, and not left out: %s',
    (own) => {
      const rows = [`| North | ${own} | 4 |`, `| Hills | ${own} | 5 |`]
      const [chart] = charts(`${table('| Area | Cost | Days |', ...rows)}\n\n(as bars)`)
      expect(chart?.faults[0]?.message).toContain(`digits "${own}"`)
    },
  )

  it('are no numbers of sections', () => {
    const rows = ['| North | 2.3.1 | 4 |', '| Hills | 2.3.2 | 5 |']
    const [chart] = charts(`${table('| Area | Part | Days |', ...rows)}\n\n(as bars)`)
    expect(chart?.plan?.series.map(({ name }) => name)).toEqual(['Days'])
  })
})
