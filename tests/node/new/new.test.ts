/** `new` on copies of the cases of this repository, and on the case that it starts. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { execute } from '../../../src/cli/index.ts'
import { planNew } from '../../../src/core/new/index.ts'
import { type ReadCase, readCase } from '../../../src/node/read/read-case.ts'
import { UsageError } from '../../../src/node/run/usage-error.ts'

const root = resolve(import.meta.dirname, '../../..')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new in späces-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs the command in a copy and gives what it printed, with the folder as `case`. */
async function run(...args: readonly string[]): Promise<string> {
  const lines: string[] = []
  expect(await execute(['new', ...args, '--case', folder], (line) => lines.push(line))).toBe(0)
  return lines.join('\n').replaceAll(folder, 'case')
}

function copy(from: string, change: (text: string) => string = (text) => text): void {
  cpSync(join(root, from), folder, { recursive: true })
  for (const [file, text] of texts()) writeFileSync(join(folder, file), change(text))
}

/** Every file of the case with its text. */
function texts(): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const named = files.filter((file) => /\.(?:mdx|yaml)$/.test(file)).sort()
  return new Map(named.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

/** The lines that a run added, by file; fails where anything else changed. */
async function addedBy(...args: readonly string[]): Promise<readonly string[]> {
  const before = texts()
  await run(...args)
  return [...texts()].flatMap(([file, text]) => {
    const old = before.get(file) ?? ''
    if (text === old) return []
    const [lines, was] = [text.split('\n'), old.split('\n')]
    const start = was.findIndex((line, index) => line !== lines[index])
    const added = lines.splice(start < 0 ? was.length : start, lines.length - was.length)
    expect(lines).toEqual(was)
    return [file, ...added.filter((line) => line !== '')]
  })
}

it('adds to a text whose charts are drawn from a file, on the line where it belongs', async () => {
  writeFileSync(join(folder, 'costs.csv'), 'Year,North\n2024,40\n2025,38\n')
  const chart = '<Chart from="costs.csv" as="lines" />'
  const decision = 'Decision 1: We wait.\n'
  writeFileSync(join(folder, '1.mdx'), `# A case\n\n${chart}\n\n${decision}\n## More\n\n${chart}\n`)
  expect(await addedBy('evidence', '1', 'They asked')).toEqual(['1.mdx', 'Evidence 1a: They asked'])
  expect(texts().get('1.mdx')).toContain(`${decision}\nEvidence 1a: They asked\n`)
})

describe('in the first case', () => {
  it('adds decisions, evidence, sprints and what stands in lists', async () => {
    copy('slides')
    const decisions = '40-key-decisions.mdx'
    expect(await addedBy('decision', 'We asked users', '--sprint', '3')).toEqual([
      decisions,
      'Decision 5: We asked users',
    ])
    expect(await addedBy('evidence', '0', 'Nobody read them')).toEqual([
      decisions,
      'Evidence 0b: Nobody read them',
    ])
    expect(await addedBy('sprint')).toEqual([decisions, '### Sprint 5'])
    expect(await addedBy('benefit', 'Less', 'paper')).toEqual([
      '20-strategic-case.mdx',
      '- Benefit 1: Less paper',
    ])
  })

  it('says what it wrote, where, and what to do next', async () => {
    copy('slides')
    expect(await run('decision', 'Under <5 days', '--sprint', '3')).toBe(
      [
        'case/40-key-decisions.mdx:29 Decision 5: Under <5 days',
        'Next: say what it rests on: npm run new -- evidence 5 "…" --case "case"',
      ].join('\n'),
    )
    expect(await run('benefit', 'Less paper')).toBe(
      [
        'case/20-strategic-case.mdx:38 Benefit 1: Less paper',
        'case/20-strategic-case.mdx:36 still says "To be written": delete it once it is',
        'Next: cite the objective that it serves at its end: (O1)',
      ].join('\n'),
    )
  })

  it('keeps a byte order mark and lines that end as on Windows', async () => {
    copy('slides', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`)
    await run('evidence', '3', 'They said so')
    const text = texts().get('40-key-decisions.mdx') ?? ''
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text).toContain('\r\n\r\nEvidence 3b: They said so\r\n\r\nDecision 4')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

describe('in the ugly case', () => {
  it('types labels as their neighbours are typed', async () => {
    copy('tests/fixtures/ugly')
    const [first, second] = ['10-key-decisions.mdx', '11-key-decisions-continued.mdx']
    expect(await addedBy('evidence', '1', 'More')).toEqual([first, 'Evidence 1c - More'])
    expect(await addedBy('evidence', '10', 'More')).toEqual([first, '**Evidence 10c**: More'])
    expect(await addedBy('decision', 'More', '--sprint', '1')).toEqual([
      first,
      '### Decision 41: More',
    ])
    expect(await addedBy('decision', 'More')).toEqual([second, '### Decision 42', 'More'])
    expect(await addedBy('sprint')).toEqual([second, '## Sprint 9'])
  })

  it.each([
    ['as it is', (text: string) => text],
    ['with lines that end as on Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['without a line at the end', (text: string) => text.trimEnd()],
  ])('finds a place for evidence under every decision, %s', async (_, change) => {
    copy('tests/fixtures/ugly', change)
    const read = await readCase(folder)
    const decisions = read.graph.case.items.filter(({ kind }) => kind === 'decision')
    expect(decisions).toHaveLength(40)
    for (const { id } of decisions) {
      const order = { what: 'item', kind: 'evidence', text: 'It is so', decision: id } as const
      const plan = planNew(read, order)
      expect(plan).toMatchObject({ item: { kind: 'evidence', text: 'It is so' } })
      expect('item' in plan && plan.item?.id.replace(/[a-z]+$/, '')).toBe(id)
    }
  })
})

describe('a new case', () => {
  async function started(): Promise<ReadCase> {
    const target = join(folder, 'a', 'case')
    await execute(['new', 'case', target], () => undefined)
    return readCase(target)
  }

  it('has gaps, and nothing else to be mended', async () => {
    const { findings, unreadable, graph } = await started()
    expect(unreadable).toBe(false)
    expect([...new Set(findings.map(({ check }) => check))].sort()).toEqual(['gap', 'no-ask'])
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(graph.case.items).toEqual([])
  })

  it('asks what a case must answer', async () => {
    const { graph } = await started()
    const titles = graph.case.sections.map(({ title }) => title)
    for (const title of [
      'Strategic context',
      'Strategic objectives',
      'Critical success factors',
      'Benefits',
      'Options',
      'Key decisions',
      'Sprint 1',
      'What we ask for',
    ]) {
      expect(titles).toContain(title)
    }
  })

  it('takes in an item of each kind that it has a section for', async () => {
    const { folder: target } = await started()
    const kinds = ['objective', 'success-factor', 'benefit', 'option', 'assumption', 'risk']
    for (const args of [
      ...kinds.map((kind) => [kind, 'Words of it']),
      ['decision', 'Words of it', '--sprint', '1'],
      ['evidence', '1', 'Words of it'],
      ['sprint'],
    ]) {
      expect(await execute(['new', ...args, '--case', target], () => undefined)).toBe(0)
    }
    const { graph, findings } = await readCase(target)
    expect(graph.case.items.map(({ id }) => id)).toEqual([
      'O1',
      'CSF1',
      'B1',
      'A1',
      'R1',
      'OPT1',
      '1',
      '1a',
    ])
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('never goes where anything is', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'Notes.\n')
    await expect(execute(['new', 'case', folder])).rejects.toThrow(
      /such as notes\.txt; expected an empty/,
    )
    await expect(execute(['new', 'case', join(folder, 'notes.txt')])).rejects.toThrow(
      /it is a file/,
    )
    await expect(execute(['new', 'case', join(folder, 'notes.txt', 'x')])).rejects.toThrow(
      UsageError,
    )
    expect(readdirSync(folder)).toEqual(['notes.txt'])
  })
})

it('leaves a case alone that cannot be read, and says why', async () => {
  writeFileSync(join(folder, '1.mdx'), '# A case\n\n## Options\n\n- <5\n')
  const lines: string[] = []
  const args = ['option', 'Go', '--case', folder]
  expect(await execute(['new', ...args], (line) => lines.push(line))).toBe(1)
  expect(lines.join('\n')).toContain('1.mdx:5:')
  expect(lines.join('\n')).toContain('Nothing was written')
  expect(texts().get('1.mdx')).toBe('# A case\n\n## Options\n\n- <5\n')
})

it('writes nothing where the words cannot be placed', async () => {
  copy('slides')
  const before = texts()
  await expect(run('evidence', '9', 'No')).rejects.toThrow(/decision 9, expected one of 4, 3/)
  await expect(run('decision', 'No', '--sprint', '7')).rejects.toThrow(/npm run new -- sprint/)
  await expect(run('risk', 'No')).rejects.toThrow(/write a heading "## Risks"/)
  expect(texts()).toEqual(before)
})

test.each([
  [[], /^Expected a word after new, one of case, theme, sprint, objective/],
  [['desision', 'Go'], /^Unknown desision after new; expected decision, one of /],
  [['decision'], /^Expected its words: npm run new -- decision "We focused/],
  [['decision', '  '], /^Expected its words/],
  [['evidence', '3'], /npm run new -- evidence 3 "/],
  [['evidence', '3a', 'So'], /^Unexpected 3a; expected the number of its decision/],
  [['decision', 'Go', '--sprint', 'x'], /a number such as 3/],
  [['decision', 'Go', '--sprint'], /^Expected NUMBER after --sprint/],
  [['option', 'Go', '--sprint', '3'], /^Unknown option --sprint; expected --case/],
  [['option', 'Go', '--force'], /--force/],
  [['sprint', '7'], /^Unexpected 7; expected options only/],
  [['case'], /^Expected a folder for the new case: npm run new -- case our-case$/],
  [['case', 'a', 'b'], /^Unexpected b; expected npm run new -- case our-case$/],
])('refuses what cannot be meant: %j', async (args, message) => {
  const ended = execute(['new', ...args], () => undefined)
  await expect(ended).rejects.toThrow(UsageError)
  await expect(ended).rejects.toThrow(message)
})
