/** Forms that say what something is without a label, and what only looks like one of these. */
import { describe, expect, it } from 'vitest'
import { itemsOf, read } from '../read.ts'

describe('without a label', () => {
  it.each([
    ['a sort below a heading', '## Benefits\n\n**Cashable**\n\n- Less post\n', ['benefit B1']],
    ['two languages', '## Amcanion / Objectives\n\n- Un / One\n', ['objective O1']],
    [
      'numbered headings below one of options',
      '## Options\n\n### 1) Buy\n\nIt is quick.\n\nPros:\n\n- Fast\n\n### 2) Build\n\nIt is ours.\n',
      ['option OPT1', 'option OPT2'],
    ],
    [
      'names in minutes',
      '## Budget\n\n**Decision:** We spend it all now.\n\n**Action (KB):** Write to the funder.\n',
      ['decision 1', 'action ACT1'],
    ],
    [
      'a list that was decided',
      '## Decisions\n\nThe board agreed to:\n\n- Go on\n- Tell staff\n',
      ['decision 1', 'decision 2'],
    ],
    [
      'ids of other letters in a list of one kind',
      '## Requirements\n\n### Must have\n\n- R1 It opens\n- R2 It closes\n',
      ['requirement R1', 'requirement R2'],
    ],
    [
      'headings that ask',
      '## What are the main benefits?\n\n- Fewer calls\n\n## What do we depend on?\n\n- The contract\n',
      ['benefit B1', 'dependency DEP1'],
    ],
    [
      'what was resolved',
      '## Fees\n\nRESOLVED that:\n\n1. Fees end\n\n## Hours\n\nRESOLVED: That we open at eight.\n',
      ['decision 1', 'decision 2'],
    ],
    [
      'lists of sorts',
      '## Requirements\n\nP0\n\n- It opens\n\nP1\n\n- It closes\n',
      ['requirement REQ1', 'requirement REQ2'],
    ],
    ['traffic lights', '## Risks\n\n🔴 It rains.\n\n🟢 It snows.\n', ['risk R1', 'risk R2']],
    [
      'a table without ids',
      '## Assess risks\n\n| Source of risk | Likelihood of harm | Severity of harm |\n| --- | --- | --- |\n| Children are filmed at school | Low | High |\n',
      ['risk R1'],
    ],
    [
      'as many as are counted',
      '## The options\n\nWe saw two options.\n\n### Buy\n\nIt is so.\n\n### Build\n\nIt is so.\n',
      ['option OPT1', 'option OPT2'],
    ],
    [
      'paragraphs with numbers',
      '## Functional requirements\n\n3.1 The system shall store it.\n\n3.2 The service must show it.\n\n## Objectives\n\n4.1 To save time.\n',
      ['requirement REQ1', 'requirement REQ2', 'objective O1'],
    ],
    [
      'what a committee resolved',
      '## Waste\n\nRESOLVED:\n\n(1) That fees end.\n\n(2) That it opens.\n\n## Minutes\n\nAGREED: that they be signed.\n',
      ['decision 1', 'decision 2', 'decision 3'],
    ],
    [
      'a bold line with a letter',
      '## Ways\n\n**Option A – keep it**\n\nIt is so.\n\n**Option B – close it**\n\nIt is so.\n',
      ['option OPTA', 'option OPTB'],
    ],
    [
      'lines in italics',
      '**3. Risks and issues**\n\n*Risks*\n\n- Rain\n\n*Issues*\n\n- No lead\n',
      ['risk R1'],
    ],
    ['a letter', '## Work\n\nAssumption B: They stay.\n', ['assumption B']],
  ])('%s', (_, text, items) => expect(itemsOf(read(`# T\n\n${text}`))).toEqual(items))

  it('keeps who is to act', () => {
    const { items } = read(
      '# T\n\n## S\n\n**Action (KB, NA):** Write to them.\n\n**Action (LF):** Ask them again.\n',
    ).graph.case
    expect(items.map(({ text, properties }) => [text, properties?.owner])).toEqual([
      ['Write to them.', 'KB, NA'],
      ['Ask them again.', 'LF'],
    ])
  })

  it('takes properties from a table of two columns', () => {
    const { items } = read(
      '# T\n\n## Benefits\n\n### B1 Less post\n\n| Field | Entry |\n| --- | --- |\n| Owner | Ann |\n| Target | 20 |\n',
    ).graph.case
    expect(items[0]?.properties).toEqual({ owner: 'Ann', target: '20' })
  })
})

describe('what only looks like an item', () => {
  it.each([
    ['a name that stands once', '## Budget\n\n**Decision:** We spend it all now.\n'],
    [
      'a name in an option',
      '### Option A: Buy\n\n**Decision:** We do not buy it.\n\n**Action:** None at all here.\n',
      1,
    ],
    [
      'numbers of other rows',
      '## Risks\n\n| Risk | Response | Owner |\n| --- | --- | --- |\n| 1 | A net | Ann |\n',
    ],
    [
      'a story of a need that has a name',
      '## User needs\n\n### UN-1 Know\n\nAs a nurse, I need to know.\n',
      1,
    ],
    ['chapters with numbers', '## 1. Purpose\n\nWords.\n\n## 2. Scope\n\nWords.\n'],
    ['groups with numbers', '## Team\n\n### 1. Ann\n\nWords.\n\n### 2. Bob\n\nWords.\n'],
    [
      'a verb',
      '## When we measure\n\n| When | What | Who |\n| --- | --- | --- |\n| May | All | Us |\n',
    ],
    ['a part of something else', '## Non-goals\n\n- Reports\n'],
    ['what is done with them', '## Managing risks\n\n- Meet weekly\n'],
    ['a code in a title', '## M25 closures\n\nWords.\n'],
    [
      'a paragraph with a number',
      '## 3 Risks\n\n3.1 They are in appendix B.\n\n3.2 Officers must look.\n\n## 4 Requirements\n\n4.1 Members should note it.\n',
    ],
    ['an aim of the paper', '## Aims of this paper\n\n- To tell you of rain\n'],
    ['what was decided on', '## What we decided\n\n- Staff\n- Money\n'],
    ['what was dropped', '## Work\n\nWe dropped the following requirements:\n\n- Print letters\n'],
    ['what did not happen', '## Work\n\nThese risks did not happen:\n\n- The supplier left us\n'],
    [
      'what is not done yet',
      '## Work\n\nThese actions were not yet done:\n\n- Ann writes to us\n',
      1,
    ],
    [
      'when it was agreed',
      '## Paper\n\n**Agreed:** 3 May 2024 by Cabinet\n\n**Agreed:** 2024-06-04 by Council\n',
    ],
    ['how it ended', '## Report\n\n**Outcome:** The board approved it with two conditions.\n'],
    ['names in italics', '*Action:* Ann books the room\n\n*Action:* Bo sends the letter\n', 2],
    ['options of a command', '## Options\n\n- `--wide` prints wide\n- `-n` prints few\n'],
    ['options that are gone', '## Options we rejected\n\n- Buy it\n- Rent it\n'],
    ['a list below other italics', '## Plan\n\n*Risks*\n\nNone.\n\n*Notes*\n\n- Rain\n'],
    ['nothing to do', '**Actions:** None to report today\n\n**Actions:** Nothing to do now\n'],
    [
      'fewer than are counted',
      '## A\n\nWe saw three options.\n\n**One.** It is so.\n\n**Two.** It is so.\n',
    ],
  ])('%s', (_, text, count = 0) =>
    expect(itemsOf(read(`# Software requirements\n\n${text}`))).toHaveLength(count),
  )
})
