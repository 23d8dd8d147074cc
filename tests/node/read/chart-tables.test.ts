/** Tables that charts name: where they may lie, and whose words are in them. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chartOf } from '../../../src/core/chart/index.ts'
import { allBlocks, isChart } from '../../../src/core/syntax/conventions/index.ts'
import { fingerprintOf } from '../../../src/node/read/fingerprint.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { reportOn, written } from '../../../src/node/report/index.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chart tables-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}

const TEXT =
  '# A case\n\n## Costs\n\n<Chart from="costs.csv" as="lines" />\n\nDecision 1: We wait (2).\n'
const COSTS = 'Year;North;"Hills, inner"\r\n2024;40;£20\r\n2025;38;£24\r\n'

async function chartsIn(audience: 'public' | 'internal' = 'public') {
  const read = await readCase(folder, audience)
  const blocks = read.documents.flatMap((document) => [...allBlocks(document.blocks)])
  return { read, charts: blocks.filter(isChart).map(chartOf) }
}

const checksOf = ({ findings }: Awaited<ReturnType<typeof readCase>>) =>
  findings.filter(({ check }) => /chart|internal/.test(check)).map(({ check }) => check)

describe('a table in a file of its own', () => {
  it('does not stand in the line that a report shows of its author', async () => {
    await write({ '1.mdx': TEXT.replace('lines', 'pie'), 'costs.csv': COSTS })
    const { read } = await chartsIn()
    const report = written(reportOn(read))
    expect(report).toContain('| <Chart from="costs.csv" as="pie" />\n')
    expect(report).not.toContain('table=')
  })

  it('is drawn from, whatever stands between its cells', async () => {
    await write({ '1.mdx': TEXT, 'costs.csv': COSTS.replaceAll('£', '') })
    const { read, charts } = await chartsIn()
    expect(checksOf(read)).toEqual([])
    expect(charts[0]?.plan?.series.map(({ name }) => name)).toEqual(['North', 'Hills, inner'])
    expect(charts[0]?.plan?.rows).toEqual(['2024', '2025'])
  })

  it.each([
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ])('is read as spreadsheets save it: %s', async (_, encode) => {
    await write({ '1.mdx': TEXT, 'costs.csv': encode(COSTS.replaceAll('40', '£40')) })
    const { read } = await chartsIn()
    expect(read.sources[0]?.text).toContain('["2024","£40","£20"]')
  })

  it('moves no line of the text that names it', async () => {
    await write({ '1.mdx': TEXT, 'costs.csv': COSTS })
    const { read } = await chartsIn()
    expect(read.case.items[0]?.place).toMatchObject({ file: '1.mdx', line: 7 })
    expect(read.findings.find(({ check }) => check === 'chart-not-drawn')?.place.line).toBe(5)
  })

  it('leaves what its author typed in its place', async () => {
    const line = '<Chart from="costs.csv" as="lines" y="Cost" />'
    const text = TEXT.replace(/<Chart.*/, line)
    await write({ '1.mdx': text, 'costs.csv': COSTS })
    const { read } = await chartsIn()
    const found = read.findings.find(({ check }) => check === 'unknown-markup')
    expect(found?.place).toMatchObject({ line: 5, column: line.indexOf('y=') + 1 })
  })

  it('that is missing is told once', async () => {
    await write({ '1.mdx': TEXT })
    const { read } = await chartsIn()
    expect(checksOf(read)).toEqual(['broken-chart'])
  })

  it('is no example in a block of code', async () => {
    await write({
      '1.mdx': `# A case\n\n\`\`\`mdx\n<Chart from="costs.csv" />\n\`\`\`\n`,
      'costs.csv': COSTS,
    })
    const { read } = await chartsIn()
    expect(read.sources[0]?.text).not.toContain('North')
  })

  it('makes another state of the case when it changes', async () => {
    await write({ '1.mdx': TEXT, 'costs.csv': COSTS })
    const before = fingerprintOf((await chartsIn()).read)
    await write({ 'costs.csv': COSTS.replace('38', '39') })
    expect(fingerprintOf((await chartsIn()).read)).not.toBe(before)
  })

  it.each([
    ...['internal', 'confidential', 'OFFICIAL-SENSITIVE', '(internal)', 'We pay (OS)', '🔒 38'],
    'We pay 38 – internal',
  ])('stops what is public where it says "%s"', async (word) => {
    await write({ '1.mdx': TEXT, 'costs.csv': COSTS.replace('38', word) })
    const { read } = await chartsIn()
    expect(checksOf(read)).toContain('seems-internal')
    expect(read.unreadable).toBe(true)
  })

  it.each(['OFFICIAL-SENSITIVE.csv', 'internal/costs.csv'])(
    'stops what is public where it is called %s',
    async (name) => {
      await write({ '1.mdx': TEXT.replace('costs.csv', name), [name]: COSTS })
      const { read } = await chartsIn()
      expect(checksOf(read)).toContain('seems-internal')
      expect(read.unreadable).toBe(true)
    },
  )

  it('stays inside with the section that names it', async () => {
    await write({
      '1.mdx': TEXT.replace('<Chart', '<Internal>\n\n<Chart').replace('/>', '/>\n\n</Internal>'),
      'costs.csv': COSTS,
    })
    const { read } = await chartsIn()
    expect(read.sources[0]?.text).not.toContain('North')
    expect(read.leftOut.some(({ words }) => words.includes('North'))).toBe(true)
  })

  it.each([
    '../costs.csv',
    '/etc/hosts.csv',
    'https://example.org/costs.csv',
    'costs.xlsx',
    'none.csv',
    'linked.csv',
    'empty.csv',
    'large.csv',
    'long.csv',
    'bytes.csv',
  ])('is an error where it is not read: %s', async (from) => {
    await write({
      'a/1.mdx': TEXT.replace('costs.csv', from),
      ...{ 'a/empty.csv': 'Year\n', 'a/bytes.csv': new Uint8Array([1, 2, 3, 0]) },
      ...{
        'a/large.csv': 'Year,North\n'.repeat(2501),
        'a/long.csv': `Year\n${'*'.repeat(3e5)}x\n`,
      },
    })
    await writeFile(join(folder, '..', 'outside.csv'), COSTS)
    await symlink(join(folder, '..', 'outside.csv'), join(folder, 'a', 'linked.csv'))
    const { read, charts } = await chartsIn()
    await rm(join(folder, '..', 'outside.csv'))
    expect(checksOf(read)).toContain('broken-chart')
    expect(charts.map(({ plan }) => plan)).toEqual([undefined])
  })
})
