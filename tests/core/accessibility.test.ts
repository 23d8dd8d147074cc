/** The accessibility statement claims no more than somebody has tested. */
import { describe, expect, it } from 'vitest'
import { statementOf } from '../../src/core/accessibility.ts'
import { assemble } from '../../src/core/assemble.ts'

const FIELDS = 'testedBy: Sam Fox, testedOn: 2026-03-14'

function statement(yaml: string, text = 'Words.') {
  const read = assemble([{ file: 'a.mdx', text: `# A\n\n${text}\n` }], {
    file: 'case.yaml',
    text: yaml,
  })
  expect(read.unreadable).toBe(false)
  return statementOf(read)
}

describe('compliance', () => {
  it.each([
    ['', 'untested'],
    ['accessibility: { testedBy: Sam Fox }', 'untested'],
    ['accessibility: { testedOn: 2026-03-14 }', 'untested'],
    [`accessibility: { ${FIELDS} }`, 'full'],
    [`accessibility: { ${FIELDS}, problems: [The map has no words] }`, 'partial'],
  ])('of %j is %s', (yaml, compliance) => {
    expect(statement(yaml).compliance).toBe(compliance)
  })

  it('is partial where a check of the text found a barrier, whatever the tester says', () => {
    const { compliance, problems } = statement(`accessibility: { ${FIELDS} }`, '![](map.png)')
    expect(compliance).toBe('partial')
    expect(problems).toEqual(['1 picture has no text alternative'])
  })
})

it('names whom to tell: its own contact, else the first way of feedback, else nobody', () => {
  const feedback = 'feedback: [{ label: Raise an issue, url: "https://example.org/issues" }]\n'
  expect(statement('').contact).toBeUndefined()
  expect(statement(feedback).contact?.label).toBe('Raise an issue')
  expect(
    statement(`${feedback}accessibility: { contact: "mailto:a@example.org" }`).contact,
  ).toEqual({
    label: 'a@example.org',
    url: 'mailto:a@example.org',
  })
})

it('names the body that enforces the regulations where the team is', () => {
  expect(statement('').enforcement.name).toContain('EHRC')
  expect(statement('accessibility: { enforcement: ECNI }').enforcement.name).toContain('ECNI')
})
