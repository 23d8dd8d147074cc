/** Charts as drawn: what stands in the picture, and what never does. */
import { describe, expect, it } from 'vitest'
import { flowsChart, tornadoChart, valuesChart } from '../../../src/core/appraisal/charts.ts'
import { assemble } from '../../../src/core/assemble.ts'
import { type ChartPlan, chartOf } from '../../../src/core/chart/index.ts'
import { allBlocks, isChart } from '../../../src/core/syntax/conventions/index.ts'
import { type ChartPlace, drawChart } from '../../../src/node/chart/index.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { ledgerIn } from '../../core/estimates/economic-case.ts'
import { inThread } from '../../store.ts'

const measure = fontMeasure(inThread)

function planOf(text: string): ChartPlan {
  const { documents } = assemble([{ file: 'a.mdx', text: `# A case\n\n## Costs\n\n${text}\n` }])
  const block = documents.flatMap(({ blocks }) => [...allBlocks(blocks)]).find(isChart)
  const plan = block && chartOf(block).plan
  if (!plan) throw new Error('no chart')
  return plan
}

const table = (...rows: string[]) => {
  const [header = '', ...body] = rows
  return [header, header.replaceAll(/[^|]+/g, ' --- '), ...body].join('\n')
}

const WRITTEN = {
  'costs by year': `${table('| Year | Cost, £m |', '| 2024-25 | 1.2 |', '| 2025-26 | 1.4 |', '| 2026-27 | 0.9 |')}\n\n(as columns)`,
  'a survey': `${table('| Question | Agree | Neither | Disagree |', '| I know where I stand | 12% | 18% | 70% |', '| I was told once | 34% | 26% | 40% |')}\n\n(as stacked bars)`,
  'waits with ranges': `${table('| Step | Days |', '| Form | 3 to 5 |', '| First answer | 10 (8 to 15) |', '| Plot | 40 to 60 |')}\n\n(as range)`,
  'years that are missing': `${table('| Area | 2019 | 2020 | 2021 | 2024 | 2025 |', '| North | 40 | 38 | 35 | 19 | 12 |', '| Harbour | 20 | n/a | 23 | 20 | 18 |')}\n\n(as lines)`,
  savings: `${table('| Option | Saves, £m |', '| As now | -1.4 |', '| Better letters | 0.9 |', '| One place to book | 3.1 (-0.4 to 7.2) |')}\n\n(as bars)`,
  'before and after': `${table('| Area | Before | After |', '| North | 40 | 12 |', '| Harbour | 20 | 18 |')}\n\n(as dots)`,
  'two columns': `${table('| Option | One-off | A year |', '| As now | £0m | £1.2m |', '| One place to book for all of the districts | £1.1m | £0.5m |')}\n\n(as bars)`,
} as const

const ledger = ledgerIn([
  'Estimate 1 (OPT1, cost, one-off, 2026): Building the whole of it costs £80,000 to £140,000',
  'Estimate 2 (OPT1, benefit, 2028 to 2036, a year): It saves 3,000 to 9,000 calls × £6 a call',
  'Option 1 (preferred): One place to book for all of the districts',
])
const [option] = ledger.options
const quarterly = ledgerIn([
  'Estimate 1 (OPT2, cost, a quarter, 2027 to 2036): Staff who answer callers cost £19,000 to £23,000',
  'Estimate 2 (OPT2, benefit, a quarter, 2027 to 2036): Fewer calls about the same booking save £50,000 to £90,000',
  'Option 1: Business as usual',
  'Option 2 (preferred): One contract for all of the districts',
])
const SUMS: Readonly<Record<string, ChartPlan | undefined>> = {
  'what matters most': tornadoChart(ledger),
  'costs and benefits by year': option && flowsChart(ledger, option),
  'the value of options': valuesChart(ledger),
  'what matters most by the quarter': tornadoChart(quarterly),
  'a value with a long range': valuesChart(quarterly),
}

const cases = [...Object.keys(WRITTEN), ...Object.keys(SUMS)]
const places: readonly ChartPlace[] = ['phone', 'page', 'upright', { height: 380 }]

function attributeIn(tag: string, name: string): string | undefined {
  return new RegExp(`${name}="([^"]+)"`).exec(tag)?.[1]
}

describe.each(places)('on a %s', (place) => {
  it.each(cases)(
    '%s: all words are in the picture, and no style, script or colour of its own',
    (name) => {
      const plan = SUMS[name] ?? planOf(WRITTEN[name as keyof typeof WRITTEN]) // else it is one of these
      const { svg, width, height } = drawChart(plan, place, measure)
      expect(svg).not.toMatch(/<style|<script|style=|\bon[a-z]+=|#[0-9a-f]{3,6}\b|NaN|undefined/i)
      const words = svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
      const isTime = plan.times !== undefined || plan.form === 'flows'
      for (const row of isTime ? plan.rows.slice(-1) : plan.rows)
        for (const word of row.split(' ')) expect(words).toContain(word)
      if (plan.series.length > 1)
        for (const series of plan.series) expect(words).toContain(series.name)
      // Nothing stands outside of it: each text by its anchor and the widths of its letters.
      for (const [, tag = '', inside = ''] of svg.matchAll(
        /<g ([^>]*font-size[^>]*)>(.*?)<\/g>/gs,
      )) {
        const [size, anchor] = ['font-size', 'text-anchor'].map((one) => attributeIn(tag, one))
        for (const [, x, y, text = ''] of inside.matchAll(
          /<text[^>]*translate\(([\d.-]+),([\d.-]+)\)"[^>]*>(.*?)<\/text>/gs,
        )) {
          const lines = text.split('</tspan>').map((line) => line.replace(/<[^>]+>/g, ''))
          const wide = Math.max(...lines.map((line) => measure(line, Number(size), 700)))
          const start = Number(x) - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2)
          expect(start, text).toBeGreaterThan(-2)
          expect(start + wide, text).toBeLessThan(width + 3)
          expect(Number(y)).toBeLessThan(height + 1)
        }
      }
    },
  )
})

describe('a drawing', () => {
  const rows = (count: number, cells: string) =>
    Array.from(
      { length: count },
      (_, n) => `| Office for the allotments of district ${n + 1} ${cells}`,
    )
  it.each([
    ['bars', table('| A | b |', ...rows(12, '| 6 (3 to 9) |'))],
    ['bars', table('| A | b | c | d |', ...rows(4, '| 6 | 7 | 8 |'))],
    ['stacked bars', table('| A | b | c | d | e |', ...rows(10, '| 10 | 20 | 30 | 40 |'))],
    ['range', table('| A | b |', ...rows(10, '| 3 to 9 |'))],
    ['dots', table('| A | b | c |', ...rows(10, '| 3 | 9 |'))],
  ])('as %s has letters of 20 px on a slide, also with as much as it may hold', (form, text) => {
    const room = 380
    const { svg, height } = drawChart(planOf(`${text}\n\n(as ${form})`), { height: room }, measure)
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
    expect(Math.min(...sizes) * Math.min(1, room / height)).toBeGreaterThanOrEqual(19)
  })

  it('has larger letters on an upright canvas, which is shown smaller', () => {
    const { svg } = drawChart(planOf(WRITTEN['waits with ranges']), 'upright', measure)
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(30)
  })

  it('has an axis where a part of a bar is too short for its number, and none where all are said', () => {
    const wordsOf = (letters: string) =>
      drawChart(
        planOf(
          `${table('| Area | Staff | Letters |', `| North | ${letters} |`)}\n\n(as stacked bars)`,
        ),
        'page',
        measure,
      ).svg.replace(/<[^>]+>/g, ' ')
    expect(wordsOf('1,240 | 60')).toMatch(/ 500 .* 1,000 /)
    expect(wordsOf('1,240 | 900')).not.toMatch(/ 500 /)
  })

  it('leads no line over a time that is left out', () => {
    const { svg } = drawChart(planOf(WRITTEN['years that are missing']), 'page', measure)
    const lines = [...svg.matchAll(/<path[^>]*d="(M[^"]+)"/g)].map(
      ([, d = '']) => d.split('M').length - 1,
    )
    // Three years, two that are missing, two years; and once more where no number is known.
    expect(lines.filter((moves) => moves === 2 || moves === 3)).toEqual([2, 3])
  })

  it('leads from ends that lie close to their names, which stand apart and above the axis', () => {
    const close = table(
      '| Year | Ash | Oak | Elm |',
      '| 2023 | 40 | 30 | 20 |',
      '| 2024 | 2 | 1 | 3 |',
    )
    const far = table(
      '| Year | Ash | Oak | Elm |',
      '| 2023 | 1 | 2 | 3 |',
      '| 2024 | 1 | 20 | 40 |',
    )
    const drawn = (text: string) => {
      const { svg } = drawChart(planOf(`${text}\n\n(as lines)`), { height: 380 }, measure)
      const named = [...svg.matchAll(/translate\(([\d.]+),([\d.]+)\)"[^>]*>(Ash|Oak|Elm|2024)</g)]
      const tops = new Map(named.map(([, , y, text]) => [text, Number(y)]))
      return { tops, leaders: svg.match(/stroke="var\(--quiet\)"[^>]*>(?:<path[^>]*>)+/g) }
    }
    const { tops, leaders } = drawn(close)
    const axis = tops.get('2024') ?? 0
    const order = ['Elm', 'Ash', 'Oak'].map((name) => tops.get(name) ?? 0)
    for (const [index, y] of order.entries()) {
      expect(y).toBeLessThan(axis)
      if (index > 0) expect(y - (order[index - 1] ?? 0)).toBeGreaterThan(20)
    }
    expect(leaders).not.toBeNull()
    expect(drawn(far).leaders).toBeNull()
  })

  it('keeps an author’s signs as words', () => {
    const plan = planOf('- \\<b onload="x()"> 6\n- A & B "4" 4\n\n(as bars)')
    const { svg } = drawChart(plan, 'page', measure)
    expect(svg).toContain('&lt;b')
    expect(svg).not.toContain('<b ')
  })

  it('is the same each time', () => {
    const plan = planOf(WRITTEN.savings)
    expect(drawChart(plan, { height: 380 }, measure)).toEqual(
      drawChart(plan, { height: 380 }, measure),
    )
  })
})
