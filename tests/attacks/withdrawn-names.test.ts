/**
 * Attack: words are withdrawn under a name that is not quite an id, or that several items may have.
 * What must hold: whatever was meant is gone, or nothing is built.
 */
import { describe, expect, it } from 'vitest'
import { isWithdrawn } from '../../src/core/audience/withdrawn-ids.ts'
import { readWith } from '../core/read.ts'

const told = (withdrawn: string, text: string) => {
  const { sources, unreadable, findings } = readWith(`withdrawn: ${withdrawn}`, text)
  const messages = findings
    .filter(({ check }) => check === 'unknown-reference' || check === 'off-schema')
    .map(({ message }) => message)
  return { text: sources[0]?.text ?? '', unreadable, messages }
}

describe('a name that several items may have', () => {
  it.each([
    ['[D3]', 'Decision 3: We say it.\n\nDependency 3: We say it.', 'Decision 3 and Dependency 3'],
    ['[D3]', 'Decision 3: We say it.\n\nDependency D3: We say it.', 'Decision 3 and Dependency D3'],
    ['[A1]', 'Assumption 1: We say it.\n\nAction 1: We say it.', 'Assumption 1 and Action 1'],
    ['[a1]', 'Assumption A1: We say it.\n\nAction AC1: We say it.', 'Assumption 1 and Action AC1'],
  ])('takes out all of them, and says so: %s %s', (withdrawn, text, names) => {
    const { text: shown, unreadable, messages } = told(withdrawn, text)
    expect(shown).not.toContain('We say')
    expect(unreadable).toBe(false)
    expect(messages).toEqual([
      expect.stringContaining(`in withdrawn, which may mean ${names}: all of them are taken out`),
    ])
  })

  it('stops where one of them has its number by order alone', () => {
    const { unreadable } = told('[A1]', '## Actions\n\n- We say it\n\nAssumption 1: We say it.')
    expect(unreadable).toBe(true)
  })

  it.each([
    ['[3]', 'Dependency 3: We say it.'],
    ['[DEP3]', 'Decision 3: We say it.'],
  ])('takes out one where only one has it: %s', (withdrawn, other) => {
    const { text } = told(withdrawn, `Decision 3: A.\n\nDependency 3: B.\n\n${other}`)
    expect(text).toContain('We say')
  })
})

describe('a name as people write it', () => {
  it.each([
    ...['3a', '3A', '"3 a"', '"(3a)"', '"3a:"', 'E3a', 'Evidence 3a', 'evidence 3A', 'evidence-3a'],
    '"Evidence 3a: We say it."',
  ])('takes out the words, or stops: %s', (name) => {
    const { text, unreadable } = told(`[${name}]`, 'Evidence 3a: We say it.')
    expect(text.includes('We say') && !unreadable).toBe(false)
  })

  it.each(['the survey', '3a–3c', '3a and 3b', '"*"'])('stops where it is no id: %s', (name) => {
    const { unreadable, messages } = told(`[${name}]`, 'Evidence 3a: We say it.')
    expect(unreadable).toBe(true)
    expect(messages[0]).toMatch(/in withdrawn, which is no id/)
  })

  it('counts for what the head of a file says of it', () => {
    for (const id of ['3a', 'E3a']) expect(isWithdrawn({ id }, { withdrawn: ['E3a'] })).toBe(true)
  })
})
