/** Native charts: their parts are XML, refer to cells that hold the same numbers, and hold words alone. */
import { parseXml } from '@rgrove/parse-xml'
import { describe, expect, it } from 'vitest'
import { tornadoChart, valuesChart } from '../../../src/core/appraisal/charts.ts'
import { assemble } from '../../../src/core/assemble.ts'
import { type ChartPlan, chartOf } from '../../../src/core/chart/index.ts'
import { allBlocks, isChart } from '../../../src/core/syntax/conventions/index.ts'
import { unescapeXml } from '../../../src/core/text/xml.ts'
import { officeChart } from '../../../src/node/export/charts/chart-xml.ts'
import { officeSheet } from '../../../src/node/export/charts/sheet.ts'
import { unpack } from '../../../src/node/export/office.ts'
import { readPalette } from '../../../src/node/export/palette.ts'
import { ledgerIn } from '../../core/estimates/economic-case.ts'

const look = {
  palette: readPalette('thread', 'paper'),
  font: 'A font',
  language: 'en-GB',
  points: 18,
}

const HEADS = {
  bars: ['| Area | £m |', '| North | 17 (13 to 23) |', '| A & "B" <b> | 11 |', '| Hills | n/a |'],
  columns: ['| Area | £m |', '| =1+1 | 1.5 |', '| Harbour | -11 |'],
  'stacked bars': ['| Area | Yes | No |', '| North | 40% | 60% |', '| Hills | 30% | 70% |'],
  lines: ['| Year | North |', '| 2021 | 4 |', '| 2022 | 5 |', '| 2025 | 6 |'],
  range: ['| Step | Days |', '| Form | 3 to 5 |', '| Answer | 8 to 15 |'],
  dots: ['| Area | Before | After |', '| North | 4 | 2 |', '| Hills | 6 | 1 |'],
} as const

function planOf(form: keyof typeof HEADS): ChartPlan {
  const [header = '', ...body] = HEADS[form]
  const rows = [header, header.replaceAll(/[^|]+/g, ' --- '), ...body]
  const text = `# A case\n\n## Costs\n\n${rows.join('\n').replaceAll('<b>', '\\<b>')}\n\n(as ${form})\n`
  const { documents } = assemble([{ file: 'a.mdx', text }])
  const block = documents.flatMap(({ blocks }) => [...allBlocks(blocks)]).find(isChart)
  const plan = block && chartOf(block).plan
  if (!plan) throw new Error(`no chart as ${form}`)
  return plan
}

/** The cells of a workbook by their names. */
function cellsOf(workbook: Uint8Array): ReadonlyMap<string, string> {
  const sheet = String(unpack(workbook).get('xl/worksheets/sheet1.xml'))
  const cells = sheet.matchAll(
    /<c r="([A-Z]+\d+)"[^>]*>(?:<v>([^<]*)<\/v>|<is><t(?: [^>]*)?>([^<]*)<\/t><\/is>)<\/c>/g,
  )
  return new Map(
    [...cells].map(([, name = '', number, words = '']) => [name, number ?? unescapeXml(words)]),
  )
}

const forms = Object.keys(HEADS) as readonly (keyof typeof HEADS)[]

describe.each(forms)('a chart as %s', async (form) => {
  const { xml, workbook: made } = officeChart(planOf(form), look)
  const workbook = await made

  it('is XML, in the colours of the theme, and so is its workbook', () => {
    expect(() => parseXml(xml)).not.toThrow()
    for (const part of unpack(workbook).values()) expect(() => parseXml(String(part))).not.toThrow()
    expect(xml).not.toMatch(/NaN|undefined|var\(/)
  })

  it('shows what the cells hold to which it refers', () => {
    const cells = cellsOf(workbook)
    const references = [
      ...xml.matchAll(
        /<c:f>Chart!\$([A-Z])\$(\d+)(?::\$\1\$(\d+))?<\/c:f><c:(?:str|num)Cache>(.*?)<\/c:(?:str|num)Cache>/g,
      ),
    ]
    expect(references.length).toBeGreaterThan(2)
    for (const [, column = '', first = '', , cache = ''] of references)
      for (const [, at, value = ''] of cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g))
        expect(cells.get(`${column}${Number(first) + Number(at)}`) ?? '').toBe(unescapeXml(value))
  })
})

describe('a native chart', () => {
  it('takes no word of an author for a formula', async () => {
    const sheet = String(
      unpack(await officeChart(planOf('columns'), look).workbook).get('xl/worksheets/sheet1.xml'),
    )
    expect(sheet).toContain('<t>=1+1</t>')
    expect(sheet).not.toContain('<f>')
  })

  it('leaves an empty row for each time that is left out', async () => {
    const cells = cellsOf(await officeChart(planOf('lines'), look).workbook)
    expect([...cells.keys()].filter((name) => name.startsWith('A'))).toEqual(['A2', 'A3', 'A6'])
  })

  it('says how far an amount may lie from its value', async () => {
    const cells = cellsOf(await officeChart(planOf('bars'), look).workbook)
    expect([cells.get('B2'), cells.get('C2'), cells.get('D2')]).toEqual(['17', '4', '6'])
  })
})

describe('bars that begin elsewhere than at nought', () => {
  const ledger = ledgerIn([
    'Estimate 1 (OPT1, cost, one-off, 2026): It costs £80 to £140',
    'Estimate 2 (OPT1, benefit, one-off, 2026): It saves £50 to £190',
    'Option 1 (preferred): A new one',
    'Estimate 3 (OPT2, cost, one-off, 2026): It costs £80 to £140',
    'Option 2: An old one',
    'Estimate 4 (OPT3, benefit, one-off, 2026): It saves £80 to £140',
    'Option 3: Another one',
  ])
  it.each([valuesChart(ledger), tornadoChart(ledger)])('stack to where they end: %#', (plan) => {
    if (!plan) throw new Error('no chart')
    const { series } = officeSheet(plan)
    for (const row of plan.rows.keys()) {
      const ends = plan.series.flatMap(({ values }) => {
        const { value = 0, low = value, high = value } = values[row] ?? {}
        return [low, high]
      })
      const stack = series.map(({ value }) => value.numbers[row] ?? 0)
      const reach = (sign: 1 | -1) =>
        stack.reduce((sum, each) => sum + Math.max(0, each * sign), 0) * sign
      expect(reach(1)).toBeCloseTo(Math.max(0, ...ends), 6)
      expect(reach(-1)).toBeCloseTo(Math.min(0, ...ends), 6)
      const shown = stack.slice(1).reduce((sum, each) => sum + Math.abs(each), 0)
      expect(shown).toBeCloseTo(Math.max(...ends) - Math.min(...ends), 6)
    }
    const { xml } = officeChart(plan, look)
    expect(() => parseXml(xml)).not.toThrow()
    // A look that is there twice is explained once.
    const entries = series.length - (xml.match(/<c:legendEntry>/g) ?? []).length
    expect(entries).toBe(plan.form === 'range' ? series.length : 2)
  })

  it('say in their names what they come to, with a minus at its amount, and in their key no series unseen', () => {
    const lines = [
      'Estimate 1 (OPT1, cost, one-off, 2026): It costs £8 to £9 million',
      'Estimate 2 (OPT1, benefit, one-off, 2026): It saves £7 to £20 million',
      'Option 1 (preferred): A new one',
    ]
    const plan = tornadoChart(ledgerIn(lines))
    if (!plan) throw new Error('no chart')
    const { rows, series } = officeSheet(plan)
    expect(rows[0]).toBe('It saves … (EST2): −\u2060£1.5 to £12 million')
    const { xml } = officeChart(plan, look)
    const left = [...xml.matchAll(/<c:legendEntry><c:idx val="(\d+)"/g)].map(([, at]) => Number(at))
    // LibreOffice counts them from the end: either way both looks stay.
    const fromEnd = left.map((at) => series.length - 1 - at)
    for (const gone of [left, fromEnd]) {
      const kept = series.filter((_, at) => !gone.includes(at)).map(({ value }) => value.name)
      expect(kept.toSorted()).toEqual(['At the high end', 'At the low end'])
    }
  })
})
