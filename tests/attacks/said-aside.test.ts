/**
 * Attack: "internal" stands beside the words of a case: in the name of a file, of a picture, in front
 * matter or `case.yaml`, where nothing is cut for it. What must hold: nothing is built for everyone.
 */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'
import { splitSource } from '../../src/core/audience/split-source.ts'
import { settingsFindings } from '../../src/core/audience/uncut.ts'
import { markedReceipts } from '../../src/core/changes/receipts.ts'
import { everyone } from '../../src/core/model/audience.ts'
import { builtInKinds } from '../../src/core/model/kinds.ts'

function read(file: string, text: string, yaml = '') {
  return assemble([{ file, text }], { file: 'case.yaml', text: `ask: Fund it.\n${yaml}` })
}

function isStopped(file: string, text = '## Costs\n\nWe pay.', yaml = ''): boolean {
  const { unreadable, findings } = read(file, text, yaml)
  expect(findings.some(({ check }) => check === 'seems-internal')).toBe(unreadable)
  return unreadable
}

describe('the name of a file that says "internal"', () => {
  it.each([
    ...[
      'costs-internal.mdx',
      '30-costs_INTERNAL_v2.mdx',
      'Costs (internal).mdx',
      'costs-intrenal.mdx',
    ],
    ...[
      '10-official-sensitive.mdx',
      'OFFICIAL-SENSITIVE costs.mdx',
      'costs-not-for-publication.mdx',
    ],
    ...[
      '20-costs-confidential.mdx',
      'CONFIDENTIAL-costs.mdx',
      'plan-team-only.mdx',
      'internal.mdx',
    ],
    ...['inside/top-secret-plan.mdx', 'internal/10-costs.mdx', '20-private/10-costs.mdx'],
  ])('stops a public build: %s', (file) => {
    expect(isStopped(file)).toBe(true)
  })

  it.each([
    ...['10-internal-users.mdx', '20-official-statistics.mdx', '30-secretary-of-state.mdx'],
    ...['40-secret-ballots.mdx', '50-international.mdx', '60-confidentiality-agreements.mdx'],
    ...['70-internet.mdx', '80-external.mdx', 'private-clinics.mdx', '10-case.mdx', 'os.mdx'],
    ...['private-clinics/10-costs.mdx', '10-internal-users/20-costs.mdx'],
  ])('lets others be: %s', (file) => {
    expect(isStopped(file)).toBe(false)
  })

  it('is nothing where the file stays inside', () => {
    expect(isStopped('costs-internal.mdx', '---\naudience: internal\n---\n\n## Costs')).toBe(false)
  })

  it('counts for pictures that the words show', () => {
    expect(isStopped('1.mdx', '![Costs](maps/costs-internal.png)')).toBe(true)
    expect(isStopped('1.mdx', '![Costs](<maps/costs-official-sensitive.svg>)')).toBe(true)
    expect(isStopped('1.mdx', '![Users](maps/internal-users.png)')).toBe(false)
  })

  it.each([
    ...['![A plan][p]\n\n[p]: costs-internal.png', '![A plan](<costs internal.png>)'],
    ...['<img src="costs-internal.png" alt="x" />', '![x](../maps/costs-internal.png)'],
    ...['<a href="plan-confidential.pdf">x</a>', '![x](costs%2dinternal.png "A title")'],
    ...[
      '[the plan]\n\n[the plan]: <OFFICIAL-SENSITIVE plan.docx> "x"',
      '![x](/costs-internal.png)',
    ],
    '- ![x](\n  costs&#45;internal.png?raw)',
  ])('counts however a text names a picture or a document: %s', (text) => {
    expect(isStopped('1.mdx', text)).toBe(true)
  })

  it('is nothing in addresses of the web', () => {
    expect(isStopped('1.mdx', '[x](https://example.org/costs-internal.png)')).toBe(false)
  })
})

describe('an earlier state with a marking beside its words', () => {
  const told = (file: string, text: string) =>
    splitSource({ file, text }, { ...everyone, isEarlier: true }).source

  it.each([
    ['20-costs-internal.mdx', 'We pay.'],
    ['internal/30-plan.mdx', 'We pay.'],
    ['40.mdx', '---\ntitle: OFFICIAL-SENSITIVE\n---\n\nWe pay.'],
    ['40.mdx', '---\n# not for publication\n---\n\nWe pay.'],
    ['40.mdx', '---\nstrength: { 1a: confidential }\n---\n\nWe pay.'],
    ['40.mdx', '![A map](costs-internal.png)\n\nWe pay.'],
  ])('is not told: %s %s', (file, text) => {
    expect(told(file, text)).toBeUndefined()
  })

  it('is told without one', () => {
    expect(
      told('20-costs.mdx', '---\ntitle: Costs\nstrength: interview\n---\n\nWe pay.'),
    ).toBeDefined()
  })
})

describe('front matter and case.yaml that say "internal"', () => {
  it.each([
    ...[
      'title: Costs (internal)',
      'title: OFFICIAL-SENSITIVE',
      'title: "Plan – not for publication"',
    ],
    ...['# OFFICIAL-SENSITIVE', '# not for publication', 'strength: interview, internal'],
    ...['# audience: internal', '#audience: team only', '# internal', '## Internal only ##'],
    ...['title: Costs # OFFICIAL-SENSITIVE', 'strength: # confidential\n  1a: interview'],
    ...['strength: { 1a: "interview, confidential" }', 'strength:\n  1a: team only'],
  ])('stop a public build at the head of a file: %s', (head) => {
    const text = `---\n${head}\n---\n\nDecision 1: We pay.\n\nEvidence 1a: They say so.`
    expect(isStopped('1.mdx', text)).toBe(true)
  })

  it.each([
    ...['caveat: Not for publication', 'title: "OFFICIAL-SENSITIVE: One place to book"'],
    ...['phase: Confidential', 'version: Draft – do not share', 'team: Bookings (internal)'],
    ...['caveat: Costs, not for onward sharing', 'phase: Alpha / confidential'],
    ...['# OFFICIAL-SENSITIVE', '# audience: internal', 'phase: Alpha # not for publication'],
    ...['caveat: Costs, not for\n  publication', 'caveat: "Costs (inter\\u006eal)"'],
    ...[
      '? phase\n: x (internal)',
      'since: internal-2020',
      'caveat: |\n  Costs\n  OFFICIAL-SENSITIVE',
    ],
    ...[
      'caveat: Costs {/* 40 */}',
      'caveat: Costs <Notes>40</Notes>',
      'caveat: <Internal>40</Internal>',
    ],
    'accept:\n  - { check: gap, reason: "(internal) they forgot", owner: y }',
    'accept:\n  - { check: gap, reason: x, owner: OFFICIAL-SENSITIVE }\n? phase\n: Alpha',
    ...['phase: intrenal only', 'routes:\n  all:\n    title: UK eyes only\n    minutes: 30'],
  ])('stop a public build in case.yaml: %s', (yaml) => {
    expect(isStopped('1.mdx', '## Costs\n\nWe pay.', yaml)).toBe(true)
  })

  it.each([
    ...['title: Case for one internal market', 'team: Secretary of State’s office', 'phase: Alpha'],
    ...['# internal users', '# for the internal audit: ask them first', 'phase: Alpha # external'],
    ...['caveat: Official Statistics are estimates', 'restricted: [wiki.example.org]'],
    ...[
      'accept:\n  - { check: gap, says: "(internal)", reason: x, owner: y }',
      '# (internal) words',
    ],
  ])('let others be: %s', (yaml) => {
    const text =
      '---\ntitle: For internal users\nstrength: restricted, not public\n---\n\n## Costs\n\nWe pay.'
    expect(isStopped('1.mdx', text, yaml)).toBe(false)
  })

  it('are read in time, however long a line is', () => {
    const spaces = ' '.repeat(50_000)
    for (const line of [`phase: x${spaces}#${spaces}x`, `# ${'-'.repeat(50_000)}x`])
      expect(isStopped('1.mdx', `---\n${line.replace('phase', 'title')}\n---\n\n## A`, line)).toBe(
        false,
      )
  })

  it('say where', () => {
    const { findings } = read(
      '1.mdx',
      '---\ntitle: x\nstrength: internal\n---\n\n## A',
      'phase: Secret',
    )
    const told = findings.filter(({ check }) => check === 'seems-internal')
    const lines = told.map(({ place, message }) => `${place.file}:${place.line} ${message}`)
    expect(lines.toSorted()).toEqual([
      '1.mdx:3 Unexpected "internal" in the strength of this file, expected "(internal)" in its label to keep it inside',
      'case.yaml:2 Unexpected "Secret" in case.yaml, which keeps nothing inside, expected other words, or a build for the team: --audience internal',
    ])
  })
})

describe('what stands beside a case', () => {
  it.each([
    ['Board (confidential) 3 March', 'receipts/board.json'],
    ['Board', 'receipts/board-internal.json'],
    ['OFFICIAL-SENSITIVE: board', 'receipts/board.json'],
  ])('is an error in a receipt: %s %s', (name, file) => {
    expect(markedReceipts([{ name, file }]).map(({ check }) => check)).toEqual(['seems-internal'])
  })

  it('is nothing in other receipts', () => {
    expect(markedReceipts([{ name: 'Sponsor meeting', file: 'receipts/sponsor-5.json' }])).toEqual(
      [],
    )
  })

  it.each([
    ['Decision 1: 40 (internal)', true],
    ['Decision 1: OFFICIAL-SENSITIVE', true],
    ['Decision 1: Why not wait for internal users?', false],
  ])('is an error in what readers answered: %s', (title, stops) => {
    const answers = JSON.stringify([{ number: 1, title, body: 'Why?', state: 'OPEN' }])
    const { unreadable, findings } = assemble(
      [{ file: '1.mdx', text: 'Decision 1: We pay.' }],
      { file: 'case.yaml', text: 'ask: Fund it.\n' },
      { feedback: [{ file: 'feedback.json', text: answers }] },
    )
    expect(unreadable).toBe(stops)
    const told = findings.filter(({ check }) => check === 'seems-internal')
    expect(told.map(({ place }) => place.file)).toEqual(stops ? ['feedback.json'] : [])
  })

  it.each(['(internal) we wait', '"OFFICIAL-SENSITIVE: x {/* z */}"', 'a <Internal>b</Internal>'])(
    'is an error in changes.yaml: %s',
    (note) => {
      const source = { file: 'changes.yaml', text: `- week: 2020-03-02\n  note: ${note}\n` }
      const [found] = settingsFindings(source, { kinds: builtInKinds })
      expect(found?.place).toEqual({ file: 'changes.yaml', line: 2 })
    },
  )
})
