/**
 * `figures.xlsx`: LibreOffice works its formulas out, and comes to the values of the ledger. Where it is
 * not installed the name of the test says what is not proven; on GitHub, where CI installs it, that is a
 * failure.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { parseXml } from '@rgrove/parse-xml'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { letterOf, type Sheet } from '../../../src/core/appraisal/workbook/cells.ts'
import { figuresWorkbook } from '../../../src/core/appraisal/workbook/index.ts'
import { findOffice } from '../../../src/node/export/convert.ts'
import { pack, unpack } from '../../../src/node/export/office.ts'
import { workbookOf } from '../../../src/node/export/workbook.ts'
import { ledgerIn } from '../../core/estimates/economic-case.ts'

const ledger = ledgerIn(
  [
    'Estimate 1 (2027 to 2036, a year): Teams make 2 to 3 million calls',
    'Estimate 2: A call costs £6 to £8',
    'Estimate 3: Calls cost EST1 × EST2',
    'Estimate 4 (OPT2, cost, one-off, 2026 to 2028): Building it costs about £0.9 million, £0.8 to £1.4 million',
    'Estimate 5 (OPT2, cost, a year, from 2028): Running it costs the larger of EST12 and EST13',
    'Estimate 6 (OPT2, benefit, cash-releasing, 2028 to 2090, a year): 10% to 30% of (EST3 minus £1 million)',
    'Estimate 7 (OPT2, disbenefit, to society, 2028, a year): Teams learn for 20,000 to 40,000 hours × £18 to £20 an hour',
    'Estimate 8 (OPT3, benefit, a year, 2030 to 2040): EST3 divided by 3 to 4',
    'Estimate 17 (OPT3, benefit, to society, a year, 2027 to 2080): 20 to 30 QALYs × £60,000 to £70,000 a QALY',
    'Estimate 18 (OPT3, disbenefit, health, a year, 2030): Staff lose £1 to £2 million of wellbeing',
    'Estimate 9 (OPT3, cost, one-off, 2027): =HYPERLINK("http://127.0.0.1","x") costs the smaller of EST14 and EST3',
    'Estimate 10 (OPT2, benefit, a year): Vans stand idle 3 to 6 fewer days',
    'Estimate 15 (OPT3, cost, a quarter, 2028 to 2030): Staff cost £20,000 to £30,000',
    'Estimate 16 (OPT2, benefit, 2029 to 2031): We save £3,000 to £4,000 a month',
    'Estimate 12: Desks cost £200,000 to £300,000',
    'Estimate 13: 2% of EST3',
    'Estimate 14: Halls cost £3 to £5 million',
    'Estimate 11: Nobody knows what this costs',
    'Option 1: Business as usual',
    'Option 2 (preferred): =1+1 place to book',
    'Option 3: @another one. Discounted because +SUM(A1) is dear.',
  ],
  '  horizon: 60\n  optimism:\n    OPT2:\n      works: 20%\n      running: 10%\n      class: "=1"\n      reason: "-1+2"\n',
)
const sheets = figuresWorkbook(ledger, '=2+2 of a case')
const cells = sheets.flatMap((sheet) =>
  sheet.rows.flatMap((row, at) =>
    row.map((cell, column) => ({ ...cell, sheet: sheet.name, row: at, column })),
  ),
)

const made = () => workbookOf(sheets, { title: 'A case', language: 'en-GB' })

describe('the sheets', () => {
  it('have a formula for each sum, and words of the case in none', async () => {
    const formulas = cells.flatMap(({ formula }) => formula ?? [])
    expect(formulas.length).toBeGreaterThan(500)
    for (const formula of formulas)
      expect(formula).toMatch(
        /^(?:(?:IF|AND|MAX|MIN|SUM|SUMIF|SUMPRODUCT|LOOKUP)\(|'Options by year'!|(?:Basis|Estimates)!|\$?[A-Z]{1,3}\$?\d+|"(?:a year|Cost|Benefit|Health)"|[\d.,:()<>=*/+-])+$/,
      )
    const xml = String(unpack(await made()).get('xl/worksheets/sheet2.xml'))
    expect(xml).toContain('<is><t>=HYPERLINK(')
  })

  it('end in what the ledger says of each option', () => {
    const totals = sheets.find(({ name }) => name === 'Totals')
    const row = totals?.rows.find(([id]) => id?.value === 'OPT2')
    const option = ledger.options.find(({ id }) => id === 'OPT2')
    expect(row?.slice(2, 6).map(({ value }) => value)).toEqual([
      option?.costs?.central,
      option?.benefits?.central,
      option?.npsv?.central,
      option?.bcr?.central,
    ])
    expect(row?.[10]?.value).toBe('EST10')
  })

  it('are XML, and the same bytes each time', async () => {
    const file = await made()
    for (const part of unpack(file).values()) expect(() => parseXml(String(part))).not.toThrow()
    expect(Buffer.from(await made()).equals(Buffer.from(file))).toBe(true)
  })
})

const office = findOffice()

/** What LibreOffice makes of each sheet, when it does not know what the formulas came to. */
async function recalculated(program: string): Promise<ReadonlyMap<string, readonly string[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'figures-'))
  try {
    const parts = unpack(await made())
    for (const [path, part] of parts)
      if (path.startsWith('xl/worksheets/'))
        parts.set(path, String(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
    const file = join(folder, 'figures.xlsx')
    await writeFile(file, pack(parts))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    // Every sheet a file of its own, with numbers as they are and not as they are shown.
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
    const how = [profile, '--headless', '--norestore', '--convert-to', csv, '--outdir', folder]
    await promisify(execFile)(program, [...how, file])
    const read = async ({ name }: Sheet) => {
      const text = await readFile(join(folder, `figures-${name}.csv`), 'utf8')
      return [name, parse(text, { relax_column_count: true, skip_empty_lines: false })] as const
    }
    return new Map(await Promise.all(sheets.map(read)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Shares are shown in per cent, also where numbers are as they are. */
function numberIn(shown: string): number {
  return shown.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown)
}

if (office === undefined) {
  it('NOT PROVEN HERE, since LibreOffice is not installed: the sheet comes to the same sums', () => {
    const why = 'CI has to install libreoffice-calc for this test'
    expect(process.env.GITHUB_ACTIONS, why).toBeUndefined()
  })
} else {
  it('LibreOffice comes to the same sums, to the penny', async () => {
    const found = await recalculated(office)
    const sums = cells.filter(({ formula, value }) => formula && typeof value === 'number')
    const wrong = sums.flatMap(({ sheet, row, column, value, formula }) => {
      const shown = found.get(sheet)?.[row]?.[column] ?? ''
      const isSame = shown !== '' && Math.abs(numberIn(shown) - Number(value)) < 0.005
      return isSame
        ? []
        : [`${sheet}!${letterOf(column)}${row + 1} =${formula}: ${shown}, not ${value}`]
    })
    expect(wrong).toEqual([])
    expect(found.get('Totals')?.[2]?.[1]).toBe('(preferred) =1+1 place to book')
  })
}
