/** Reports for programs: what each of them reads. */

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingIds } from '../../../src/core/findings/catalogue.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { reportOn, written } from '../../../src/node/report/index.ts'
import type { Report } from '../../../src/node/report/report.ts'
import { writeSynthetic } from '../../bench/synthetic.ts'

interface Rule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
}

const report: Report = {
  folder: 'my slides',
  inRepository: 'docs/my slides',
  findings: [
    {
      check: 'undefined-citation',
      severity: 'error',
      message: 'Unexpected 100%: 12c, 12d\r\nexpected 12a',
      place: { file: '30,a.mdx', line: 3, column: 14, length: 4 },
      related: [{ file: '9-benefits.mdx', line: 1 }],
    },
    { check: 'gap', severity: 'warning', message: 'A gap', place: { file: '9-benefits.mdx' } },
    {
      check: 'long-sentence',
      severity: 'advice',
      message: 'Shorter',
      place: { file: '9-benefits.mdx', line: 7, column: 2 },
    },
  ],
  accepted: [
    {
      check: 'gap',
      severity: 'warning',
      message: 'Another gap',
      place: { file: '9-benefits.mdx', line: 2, column: 1 },
      reason: 'Economics is at it',
      owner: 'Ann',
    },
  ],
  unchecked: ['One diagram was left unchecked.'],
  sources: [],
}

describe('json', () => {
  it('holds everything, with places relative to the folder', () => {
    const { folder, findings, accepted, unchecked } = report
    expect(JSON.parse(written(report, 'json'))).toEqual({
      schema: 1,
      folder,
      findings,
      accepted,
      unchecked,
      counts: { error: 1, warning: 1, advice: 1, accepted: 1 },
    })
  })

  it('holds the ranking where it was asked for', () => {
    const weakest = [{ name: 'Decision 4' }]
    expect(JSON.parse(written({ ...report, weakest }, 'json'))).toMatchObject({ weakest })
  })
})

describe('github', () => {
  it('is one command a finding, escaped as the runner undoes it', () => {
    expect(written(report, 'github').split('\n')).toEqual([
      '::error file=docs/my slides/30%2Ca.mdx,line=3,col=14,endColumn=18,title=undefined-citation' +
        '::Cite what exists: mend the number in brackets, or write what it names. Unexpected 100%25: 12c, 12d%0D%0Aexpected 12a',
      '::warning file=docs/my slides/9-benefits.mdx,title=gap::Write what is missing, or say who does by when. A gap',
      '::notice file=docs/my slides/9-benefits.mdx,line=7,col=2,title=long-sentence::Cut long sentences in two. Shorter',
      '::notice title=unchecked::One diagram was left unchecked.',
    ])
  })

  it('says nothing where there is nothing', () => {
    expect(written({ ...report, findings: [], unchecked: [] }, 'github')).toBe('')
  })
})

describe('gitlab', () => {
  it('is a list of code quality, with paths from the root of the repository', () => {
    const issues = JSON.parse(written(report, 'gitlab'))
    expect(issues).toEqual([
      {
        description:
          'Cite what exists: mend the number in brackets, or write what it names. Unexpected 100%: 12c, 12d\r\nexpected 12a',
        check_name: 'undefined-citation',
        fingerprint: expect.stringMatching(/^[\da-f]{32}$/),
        severity: 'major',
        location: { path: 'docs/my slides/30,a.mdx', lines: { begin: 3 } },
      },
      expect.objectContaining({
        severity: 'minor',
        location: { path: 'docs/my slides/9-benefits.mdx', lines: { begin: 1 } },
      }),
      expect.objectContaining({ severity: 'info' }),
    ])
  })

  it('knows a finding again whose line has moved, and two that say the same from each other', () => {
    const [first] = report.findings
    if (!first) throw new Error('Expected a finding')
    const moved = { ...first, place: { ...first.place, line: 9 } }
    const prints = (findings: Report['findings']): readonly string[] =>
      JSON.parse(written({ ...report, findings }, 'gitlab')).map(
        (issue: { readonly fingerprint: string }) => issue.fingerprint,
      )
    expect(prints([moved])).toEqual(prints([first]))
    expect(new Set(prints([first, moved])).size).toBe(2)
  })
})

describe('sarif', () => {
  const log = JSON.parse(written(report, 'sarif'))
  const [run] = log.runs

  it('is a log of one run of Throughline', () => {
    expect(log.version).toBe('2.1.0')
    expect(log.runs).toHaveLength(1)
    expect(run.tool.driver.name).toBe('Throughline')
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain('One diagram')
  })

  it('has a rule for each check, and for each finding its rule', () => {
    const { rules } = run.tool.driver
    expect(rules.find(({ id }: Rule) => id === 'gap')).toMatchObject({
      shortDescription: { text: 'Every section and item has its text, or is known to be missing.' },
      fullDescription: {
        text: expect.stringContaining('it should be known before a sponsor finds it'),
      },
      defaultConfiguration: { level: 'warning' },
      help: {
        text: expect.stringMatching(
          /^Write what is missing, or say who does by when\.\n\nWrong:\n## Benefits/,
        ),
        markdown: expect.stringContaining('Wrong:\n\n````mdx\n## Benefits'),
      },
    })
    const named = rules.filter((rule: Rule) => rule.shortDescription.text !== rule.id)
    expect(named.map(({ id }: Rule) => id)).toEqual(findingIds)
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId)
  })

  it('places each finding from the root of the repository', () => {
    const [error, file, advice] = run.results
    expect(error).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/my%20slides/30%2Ca.mdx' },
            region: { startLine: 3, startColumn: 14, endColumn: 18 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 0,
          physicalLocation: {
            artifactLocation: { uri: 'docs/my%20slides/9-benefits.mdx' },
            region: { startLine: 1 },
          },
        },
      ],
      suppressions: [],
    })
    expect(file.level).toBe('warning')
    expect(file.locations[0].physicalLocation).not.toHaveProperty('region')
    expect(advice.level).toBe('note')
    expect(advice.locations[0].physicalLocation.region).toEqual({ startLine: 7, startColumn: 2 })
  })

  it('gives a whole address to files outside a repository', () => {
    const outside = JSON.parse(written({ ...report, inRepository: '/our cases/x' }, 'sarif'))
    const [location] = outside.runs[0].results[0].locations
    expect(location.physicalLocation.artifactLocation.uri).toBe('file:///our%20cases/x/30%2Ca.mdx')
  })

  it('says of what is accepted why, and who answers for it', () => {
    expect(run.results[3].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Economics is at it (Ann)' },
    ])
  })
})

describe('a report on a case', () => {
  let repository: string

  beforeAll(async () => {
    repository = await mkdtemp(join(tmpdir(), 'report-'))
    await mkdir(join(repository, '.git'))
    await writeSynthetic(join(repository, 'docs', 'case'), 2)
  })
  afterAll(() => rm(repository, { recursive: true, force: true }))

  it('knows where the case lies in its repository, and all its texts', async () => {
    const read = await readCase(join(repository, 'docs', 'case'))
    const { inRepository, sources } = reportOn(read)
    expect(inRepository).toBe('docs/case')
    expect(sources.map(({ file }) => file)).toEqual(['1-sprint.mdx', '2-sprint.mdx', 'case.yaml'])
  })

  it('takes in what others found, at its place', async () => {
    const read = await readCase(join(repository, 'docs', 'case'))
    const place = { file: '1-sprint.mdx', line: 1 }
    const broken = { check: 'broken-diagram', severity: 'error', message: 'x', place } as const
    expect(reportOn(read, [broken]).findings).toContainEqual(broken)
  })
})
