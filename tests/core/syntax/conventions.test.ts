/** What authors may type, and what it means: the table of conventions, row by row. */
import { describe, expect, it } from 'vitest'
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import { readGap } from '../../../src/core/syntax/conventions/gap.ts'
import { readHeading } from '../../../src/core/syntax/conventions/heading.ts'
import { isReuse, readLabel } from '../../../src/core/syntax/conventions/label.ts'
import { readQuotation } from '../../../src/core/syntax/conventions/quotation.ts'

describe('labels', () => {
  it.each([
    ['Decision 3: We focused', '3'],
    ['Decision 3 - We focused', '3'],
    ['Decision 3 – We focused', '3'],
    ['Decision 3— We focused', '3'],
    ['Decision 3. We focused', '3'],
    ['DECISION 3: We focused', '3'],
    ['decision\u00a03\u00a0: We focused', '3'],
    ['Decision 03: We focused', '3'],
    ['Decision 0: We focused', '0'],
    ['Decision three: We focused', '3'],
    ['Decision #3: We focused', '3'],
    ['Evidence 3.a: We realised', '3a'],
    ['Option A: We stay', 'OPTA'],
    ['Risk R-01: They leave', 'R-01'],
    ['Goal G-1 – They stay', 'G-1'],
    ['Requirement FR-1.2: It must', 'FR-1.2'],
    ['ADR 12: We log', 'ADR 12'],
    ['Evidence 3a: We realised', '3a'],
    ['Evidence 3A: We realised', '3a'],
    ['Evidence 12ab: We realised', '12ab'],
    ['Objective 2: Join up', 'O2'],
    ['Objective O2: Join up', 'O2'],
    ['Success factor 2: Fewer calls', 'CSF2'],
    ['Critical success factor 2: Fewer calls', 'CSF2'],
    ['Success\u00a0Factor CSF2: Fewer calls', 'CSF2'],
  ])('%s', (text, id) => {
    expect(readLabel(text, builtInKinds)?.id).toBe(id)
  })

  it.each([
    'Decision 3 was hard',
    'Option a – the cheapest – is one',
    'Risk averse: we are',
    'Decisions 3: We focused',
    'Evidence 3: lacks its letter',
    'Decision 3a: has one too many',
    'Risk 2.5 million',
    'Our Decision 3: We focused',
    'Decision 3',
    '',
  ])('finds none in "%s"', (text) => {
    expect(readLabel(text, builtInKinds)).toBeUndefined()
  })

  it('takes a heading that is a label alone', () => {
    expect(readLabel('Decision 3', builtInKinds, true)?.id).toBe('3')
    expect(readLabel('Decision 3 and after', builtInKinds, true)).toBeUndefined()
  })
})

describe('re-uses', () => {
  it.each([
    'See above',
    'see above.',
    '(See above)',
    'As above',
    'See decision 3',
    'See evidence 10a above',
    'See 10a',
    'As evidence 2a, under decision 2.',
    'Please see above',
  ])('%s', (text) => {
    expect(isReuse('evidence', text, builtInKinds)).toBe(true)
  })

  it.each([
    'See above all the queue',
    'As evidence shows, users get stuck',
    'See the log',
    'As users told us above',
  ])('finds none in "%s"', (text) => {
    expect(isReuse('evidence', text, builtInKinds)).toBe(false)
  })
})

describe('gaps', () => {
  it.each([
    ['To be written', {}],
    ['To be written.', {}],
    ['to be\u00a0written…', {}],
    ['To be written: what it costs', {}],
    ['To be written. The figures come in May', {}],
    ['To be written by Economics, 14 March', { owner: 'Economics', due: '14 March' }],
    ['To be written by Economics by 14 March 2021.', { owner: 'Economics', due: '14 March 2021' }],
    ['To be written by the policy team', { owner: 'the policy team' }],
    ['To be written by the policy team. More soon', { owner: 'the policy team' }],
    ['To be written by 14 March', { due: '14 March' }],
    ['To be written by Ana and Bo on 3rd May', { owner: 'Ana and Bo', due: '3rd May' }],
    ['To be written in full by Economics', {}],
  ])('%s', (text, gap) => {
    expect(readGap(text)).toEqual(gap)
  })

  it.each(['It is to be written', 'To be written-off', 'To be writtenness', 'Written', ''])(
    'finds none in "%s"',
    (text) => {
      expect(readGap(text)).toBeUndefined()
    },
  )
})

describe('headings', () => {
  it.each([
    ['[Prototype] Case for more', { title: 'Case for more', phase: 'Prototype' }],
    ['Sprint 2', { title: 'Sprint 2', sprint: '2' }],
    ['SPRINT 02: research', { title: 'SPRINT 02: research', sprint: '2' }],
    ['Sprints', { title: 'Sprints' }],
    ['Strategic\u00a0Objectives', { title: 'Strategic Objectives', kind: 'objective' }],
    ['2.1 Our key risks:', { title: '2.1 Our key risks:', kind: 'risk' }],
    ['Key challenges…', { title: 'Key challenges…', kind: 'challenge' }],
    ['Benefits of bread', { title: 'Benefits of bread' }],
  ])('%s', (text, heading) => {
    expect(readHeading(text, builtInKinds)).toEqual(heading)
  })
})

describe('quotations', () => {
  it('takes a quoted sentence in straight or curly marks', () => {
    const quoted = '"in 2030, government services will be joined up and trusted."'
    const text = `The vision says, ${quoted} We agree.`
    const { start, end } = readQuotation(text) ?? { start: 0, end: 0 }
    expect(text.slice(start, end)).toBe(quoted)
    const curly = 'They say “in 2030, government services will be joined up”. We agree.'
    expect(readQuotation(curly)?.start).toBe(9)
  })

  it('leaves quoted words alone', () => {
    expect(readQuotation('We call it "joined up" and "trusted".')).toBeUndefined()
    expect(readQuotation('The "biggest longest widest" word of all.')).toBeUndefined()
  })
})
