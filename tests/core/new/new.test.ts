/** What `new` writes, and where: each case before and after. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { type Addition, planNew } from '../../../src/core/new/index.ts'
import { readWith } from '../read.ts'

const decision = (text: string, sprint?: string): Addition => ({
  what: 'item',
  kind: 'decision',
  text,
  ...(sprint === undefined ? {} : { sprint }),
})
const evidence = (under: string, text: string): Addition => ({
  what: 'item',
  kind: 'evidence',
  text,
  decision: under,
})
const listed = (kind: 'objective' | 'option' | 'assumption', text: string): Addition => ({
  what: 'item',
  kind,
  text,
})
const sprint: Addition = { what: 'sprint' }

/** The text after an addition to a case of one file. */
function added(text: string, order: Addition, yaml = ''): string {
  const plan = planNew(readWith(yaml, text), order)
  if ('why' in plan) throw new Error(plan.why)
  const whole = text.slice(0, plan.offset) + plan.text + text.slice(plan.offset)
  const words = plan.text.split(/\r?\n/).find((line) => line !== '')
  expect(whole.split(/\r?\n/)[plan.line - 1]).toBe(words)
  return whole
}

/** Why nothing is added. */
function refusal(text: string, order: Addition): string {
  const plan = planNew(readWith('', text), order)
  if (!('why' in plan)) return `${plan.name} was planned`
  return [plan.why, plan.command].filter(Boolean).join(': ')
}

describe('a decision', () => {
  it('goes behind the last one in its sprint, and what that rests on', () => {
    const text = [
      '# Case',
      '## Sprint 1',
      'Decision 1: Go',
      'Evidence 1a: Yes',
      '## Sprint 2',
      'Decision 2: On',
      '',
    ].join('\n\n')
    expect(added(text, decision('We stop', '1'))).toBe(
      text.replace('1a: Yes\n', '1a: Yes\n\nDecision 3: We stop\n'),
    )
  })

  it('goes into the latest sprint where nobody says, below its heading and its comments', () => {
    const text =
      '# Case\n\n## Sprint 1\n\nDecision 1: Go\n\n## Sprint 2\n\n{/* What now? */}\n\n---\n\nNotes.\n'
    expect(added(text, decision('We stop'))).toBe(
      text.replace('*/}\n', '*/}\n\nDecision 2: We stop\n'),
    )
  })

  it('goes behind the last one in a case without sprints', () => {
    const text = '# Case\n\n## What we decided\n\nDecision 1: Go\n'
    expect(added(text, decision('We stop'))).toBe(`${text}\nDecision 2: We stop\n`)
  })

  it('looks like its neighbour: a heading, alone or with its text', () => {
    const alone = '# Case\n\n## Sprint 1\n\n### Decision 1\n\nWe go.\n\nAnd we tell why.\n'
    expect(added(alone, decision('We stop.'))).toBe(`${alone}\n### Decision 2\n\nWe stop.\n`)
    const whole = '# Case\n\n## Sprint 1\n\n### DECISION 1 - Go\n\nEvidence 1a: Yes\n'
    expect(added(whole, decision('Stop'))).toBe(`${whole}\n### DECISION 2 - Stop\n`)
  })

  it('is as deep below its sprint as others are below theirs', () => {
    const text = '# Case\n\n## Sprint 1\n\n### Decision 1: Go\n\n# More\n\n# Sprint 2\n'
    expect(added(text, decision('Stop', '2'), 'title: Case\n')).toBe(
      `${text}\n## Decision 2: Stop\n`,
    )
  })

  it.each([
    ['**Decision 1:** Go', '**Decision 2:** Stop'],
    ['**Decision 1**: Go', '**Decision 2**: Stop'],
    ['**Decision 1: Go**', '**Decision 2: Stop**'],
    ['_decision 1_ – Go', '_decision 2_ – Stop'],
    ['Decision\u00a01. Go', 'Decision\u00a02. Stop'],
    ['Decision 1: Go:\n\n- here\n- there', 'Decision 2: Stop'],
  ])('takes on the label of %j', (before, after) => {
    const text = `# Case\n\n## Sprint 1\n\n${before}\n`
    expect(added(text, decision('Stop'))).toBe(`${text}\n${after}\n`)
  })

  it('goes into a list where decisions are listed', () => {
    const text =
      '# Case\n\n## Sprint 1\n\n- Decision 1: Go\n  - Evidence 1a: Yes\n- Decision 2: On\n\nSo far.\n'
    expect(added(text, decision('Stop'))).toBe(
      text.replace('2: On\n', '2: On\n- Decision 3: Stop\n'),
    )
  })

  it('takes no number that the case once had, or that leads elsewhere', () => {
    const text = '# Case\n\n## Sprint 1\n\nDecision 1: Go\n'
    const sources = [{ file: '1.mdx', text }]
    const past = [{ key: 'decision-4', text: 'Wait', commit: 'abc', date: '2020-03-02' }]
    expect(planNew(assemble(sources, undefined, { past }), decision('Stop'))).toMatchObject({
      name: 'Decision 5',
    })
    const aliases = { file: 'case.yaml', text: 'aliases:\n  decision-7: decision-1\n' }
    expect(planNew(assemble(sources, aliases), decision('Stop'))).toMatchObject({
      name: 'Decision 8',
    })
  })

  it('needs a sprint that there is', () => {
    const text = '# Case\n\n## Sprint 1\n\n## Sprint 2\n'
    expect(refusal(text, decision('Stop', '7'))).toBe(
      'Unexpected sprint 7, expected one of 1, 2; to start the next: new sprint',
    )
    expect(refusal('# Case\n\n## Why\n\nWords.\n', decision('Stop'))).toContain('"## Sprint 1"')
    expect(refusal('# Case\n\n## Why\n\nWords.\n', decision('Stop', '1'))).toContain('no sprints')
  })
})

describe('evidence', () => {
  const text = [
    '# Case',
    '## Sprint 1',
    'Decision 1: Go',
    'Evidence 1a (interview): Yes',
    'Evidence 1b - Sure',
    'Decision 2: On',
    '> "Go on", they said.',
    '### Decision 3',
    'We wait.',
    'Evidence 1a: See above',
    'Decision 4: Stop',
    '',
  ].join('\n\n')

  it('goes behind the last of its decision, with the next letter', () => {
    expect(added(text, evidence('1', 'Really'))).toBe(
      text.replace('- Sure\n', '- Sure\n\nEvidence 1c - Really\n'),
    )
  })

  it('goes behind a decision without any, and the quote that belongs to it', () => {
    expect(added(text, evidence('2', 'Really'))).toBe(
      text.replace('said.\n', 'said.\n\nEvidence 2a - Really\n'),
    )
  })

  it('goes behind evidence that is used again', () => {
    expect(added(text, evidence('3', 'Really'))).toBe(
      text.replace('See above\n', 'See above\n\nEvidence 3a - Really\n'),
    )
  })

  it('does not take over what a bracket says of the strength of other evidence', () => {
    const rated = '# Case\n\nDecision 1: Go\n\nEvidence 1a (interview, March 2020): Yes\n'
    expect(added(rated, evidence('1', 'Really'))).toBe(`${rated}\nEvidence 1b: Really\n`)
  })

  it('goes on after z', () => {
    const full = '# Case\n\nDecision 1: Go\n\nEvidence 1z: Yes\n'
    expect(added(full, evidence('1', 'Really'))).toBe(`${full}\nEvidence 1aa: Really\n`)
    expect(refusal(full.replace('1z', '1zz'), evidence('1', 'Really'))).toContain('1zz')
  })

  it('is labelled like the decision where there is none to show how', () => {
    const bare = '# Case\n\n**Decision 1** – Go\n'
    expect(added(bare, evidence('1', 'Really'))).toBe(`${bare}\n**Evidence 1a** – Really\n`)
    const heading = '# Case\n\n## Sprint 1\n\n### Decision 1\n\nGo.\n'
    expect(added(heading, evidence('1', 'Really'))).toBe(`${heading}\nEvidence 1a: Really\n`)
  })

  it('goes into the list below its decision, or makes one', () => {
    const list = '# Case\n\n1. Decision 1: Go\n   * Evidence 1a: Yes\n2. Decision 2: On\n'
    expect(added(list, evidence('1', 'Really'))).toBe(
      list.replace('1a: Yes\n', '1a: Yes\n   * Evidence 1b: Really\n'),
    )
    expect(added(list, evidence('2', 'Really'))).toBe(`${list}   * Evidence 2a: Really\n`)
  })

  it('goes under that of the document that is named, with a letter of its own', () => {
    const sources = [
      {
        file: 'grants.mdx',
        text: '# T\n\n## A\n\nDecision 3: Go\n\nEvidence 3a: Yes\n\nEvidence 3b: Also\n',
      },
      { file: 'payments.mdx', text: '## B\n\nDecision 3: Stay\n\nEvidence 3a: No\n' },
    ]
    const plan = (under: string) => planNew(assemble(sources), evidence(under, 'Really'))
    expect(plan('payments: 3')).toMatchObject({
      file: 'payments.mdx',
      text: expect.stringContaining('Evidence 3b: Really'),
      item: { key: 'evidence-3b-payments' },
    })
    expect(plan('grants: 3')).toMatchObject({ file: 'grants.mdx', item: { key: 'evidence-3c' } })
    expect(plan('3')).toEqual({
      why: 'Unexpected decision 3, which several documents have, expected one of "grants: 3", "payments: 3"',
    })
  })

  it('needs a decision that there is', () => {
    expect(refusal(text, evidence('9', 'Really'))).toBe(
      'Unexpected decision 9, expected one of 4, 3; to add one: new decision "…"',
    )
  })
})

describe('the way of the file', () => {
  it('of ending lines is kept', () => {
    const text = '# Case\r\n\r\n## Sprint 1\r\n\r\n### Decision 1\r\n\r\nGo.\r\n'
    expect(added(text, decision('Stop.'))).toBe(`${text}\r\n### Decision 2\r\n\r\nStop.\r\n`)
  })

  it('of ending without a line end is kept', () => {
    const text = '# Case\n\nDecision 1: Go'
    expect(added(text, decision('Stop'))).toBe(`${text}\n\nDecision 2: Stop`)
  })

  it('of leaving no empty lines is kept', () => {
    const text =
      '# Case\n## Sprint 1\nDecision 1: Go\nEvidence 1a: Yes\nDecision 2: On\n## Sprint 2\nDecision 3: In\n'
    expect(added(text, evidence('1', 'Really'))).toBe(
      text.replace('1a: Yes\n', '1a: Yes\nEvidence 1b: Really\n'),
    )
    expect(added(text, evidence('2', 'Really'))).toBe(
      text.replace('2: On\n', '2: On\nEvidence 2a: Really\n'),
    )
    expect(added(text, decision('Stop', '1'))).toBe(
      text.replace('2: On\n', '2: On\nDecision 4: Stop\n'),
    )
  })

  it('never lets the next line go on with the new words', () => {
    const text = '# Case\n\n## Sprint 1\n## Sprint 2\n\nDecision 1: Go\n'
    expect(added(text, decision('Stop', '1'))).toBe(
      text.replace('## Sprint 1\n', '## Sprint 1\n\nDecision 2: Stop\n\n'),
    )
  })

  it('of indenting inside a component is kept', () => {
    const text = '# Case\n\n<Page>\n\n  Decision 1: Go\n\n</Page>\n\nWords.\n'
    expect(added(text, decision('Stop'))).toBe(
      text.replace('1: Go\n', '1: Go\n\n  Decision 2: Stop\n'),
    )
  })
})

describe('an entry of a list', () => {
  it('goes behind the last one, by order or with its label', () => {
    const text = '# Case\n\n## Options\n\n- Wait\n  - or sleep\n- Go\n\nAnd more.\n'
    expect(added(text, listed('option', 'Stop'))).toBe(text.replace('- Go\n', '- Go\n- Stop\n'))
    const labelled = '# Case\n\n## Objectives\n\n* **Objective O1:** Wait\n'
    expect(added(labelled, listed('objective', 'Stop'))).toBe(
      `${labelled}* **Objective O2:** Stop\n`,
    )
  })

  it('takes the next number of a numbered list, and keeps one that is all ones', () => {
    const text = '# Case\n\n## Assumptions\n\n1) Wait\n2) Go\n'
    expect(added(text, listed('assumption', 'Stop'))).toBe(`${text}3) Stop\n`)
    const ones = '# Case\n\n## Assumptions\n\n1. Wait\n1. Go\n'
    expect(added(ones, listed('assumption', 'Stop'))).toBe(`${ones}1. Stop\n`)
  })

  it('keeps the empty lines between entries', () => {
    const text = '# Case\n\n## Options\n\n- Wait\n\n- Go\n'
    expect(added(text, listed('option', 'Stop'))).toBe(`${text}\n- Stop\n`)
  })

  it('is the first, with a label, behind what stands below the heading', () => {
    const text = '# Case\n\n## Options\n\nTo be written.\n\n## After\n'
    expect(added(text, listed('option', 'Stop'))).toBe(
      text.replace('written.\n', 'written.\n\n- Option 1: Stop\n'),
    )
    const plan = planNew(readWith('', text), listed('option', 'Stop'))
    expect(plan).toMatchObject({ name: 'Option 1', gaps: [{ file: '1.mdx', line: 5 }] })
  })

  it('needs a section that holds its kind', () => {
    expect(refusal('# Case\n\n## Why\n\nWords.\n', listed('option', 'Stop'))).toBe(
      'Unexpected new option in a case that has no place for it, expected a section: write a heading "## Options"',
    )
  })
})

describe('a sprint', () => {
  it('goes behind all of the latest, with a heading like it', () => {
    const text =
      '# Case\n\n## Sprint 1 (May)\n\nDecision 1: Go\n\n### Notes\n\nWords.\n\n## Else\n\nWords.\n'
    expect(added(text, sprint)).toBe(text.replace('Words.\n', 'Words.\n\n## Sprint 2\n'))
  })

  it('goes before the latest where that is told first', () => {
    const text = '# Case\n\n## Sprint 2\n\nDecision 2: On\n\n## Sprint 1\n\nDecision 1: Go\n'
    expect(added(text, sprint)).toBe(text.replace('## Sprint 2', '## Sprint 3\n\n## Sprint 2'))
  })

  it('needs a first one', () => {
    expect(refusal('# Case\n\n## Why\n\nWords.\n', sprint)).toContain('write "## Sprint 1"')
  })
})

describe('text', () => {
  const list = '# Case\n\n## Options\n\n- Wait\n'

  it('that MDX would take for code is escaped, but not in code or twice', () => {
    expect(added(list, listed('option', 'Under <5 days, {x}, `<b>` and \\<'))).toBe(
      `${list}- Under \\<5 days, \\{x}, \`<b>\` and \\<\n`,
    )
  })

  it.each([
    ['# 1 first', '\\# 1 first'],
    ['- 5 degrees', '\\- 5 degrees'],
    ['2. gear', '2\\. gear'],
    ['> 40%', '\\> 40%'],
  ])('that opens another block is escaped: %j', (text, written) => {
    expect(added(list, listed('option', text))).toBe(`${list}- ${written}\n`)
  })

  it('goes on one line', () => {
    expect(added(list, listed('option', ' Stop\n  here '))).toBe(`${list}- Stop here\n`)
  })

  it('keeps its links, emphasis and citations', () => {
    const words = 'Stop *now*, see [why](https://example.org) (draft: OPT1)'
    expect(added(list, listed('option', words))).toBe(`${list}- ${words}\n`)
  })

  it('is needed', () => {
    expect(refusal(list, listed('option', ' \n '))).toBe(
      'Unexpected option without text, expected its words in quotes',
    )
  })

  it('that would be read as something else is refused', () => {
    expect(refusal(list, listed('option', 'To be written'))).toContain('it would be no option')
    expect(refusal(list, listed('option', 'Objective 1: Stop'))).toContain('it would be no option')
    const cited = '# Case\n\nDecision 1: Go\n\nEvidence 1a: Yes\n'
    expect(refusal(cited, evidence('1', 'See above'))).toContain('Nothing was written')
  })

  it('that would swallow the list behind it is refused', () => {
    const option = '# Case\n\nOption 1: Go\n\n- A list\n'
    expect(refusal(option, listed('option', 'Namely:'))).toContain('Nothing was written')
  })
})
