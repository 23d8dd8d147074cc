/** The accessibility statement claims no more than somebody has tested. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { statementOf } from '../../../src/core/publish/accessibility.ts'

const FIELDS = 'testedBy: Sam Fox, testedOn: 2026-03-14'

function statement(yaml: string, text = 'Words.', dates = {}) {
  const read = assemble([{ file: 'a.mdx', text: `# A\n\n${text}\n` }], {
    file: 'case.yaml',
    text: yaml,
  })
  expect(read.unreadable).toBe(false)
  return statementOf(read, dates)
}

describe('compliance', () => {
  it.each([
    ['', 'untested'],
    ['accessibility: { testedBy: Sam Fox }', 'untested'],
    ['accessibility: { testedOn: 2026-03-14 }', 'untested'],
    [`accessibility: { ${FIELDS} }`, 'full'],
    [`accessibility: { ${FIELDS}, problems: [The map has no words] }`, 'partial'],
    [`accessibility: { ${FIELDS}, burden: [The old map costs too much] }`, 'partial'],
    [`accessibility: { ${FIELDS}, outOfScope: [A map is exempt] }`, 'full'],
  ])('of %j is %s', (yaml, compliance) => {
    expect(statement(yaml).compliance).toBe(compliance)
  })

  it('is partial where a check of the text found a barrier, whatever the tester says', () => {
    const { compliance, problems } = statement(`accessibility: { ${FIELDS} }`, '![](map.png)')
    expect(compliance).toBe('partial')
    expect(problems).toEqual(['1 picture has no text alternative'])
  })
})

describe('the dates', () => {
  const published = { published: '2026-03-02T10:00:00Z', updated: '2026-03-14T10:00:00Z' }

  it('are those of publication and test, until case.yaml says others', () => {
    expect(statement('', '', published)).toMatchObject({ prepared: '2026-03-02' })
    expect(statement('', '', published).reviewed).toBeUndefined()
    expect(statement('accessibility: { testedOn: 2026-03-14 }').reviewed).toBeUndefined()
    expect(statement(`accessibility: { ${FIELDS} }`).reviewed).toBe('2026-03-14')
    const own = 'accessibility: { preparedOn: 2026-01-05, reviewedOn: 2026-02-05 }'
    const { prepared, reviewed } = statement(own, '', published)
    expect([prepared, reviewed]).toEqual(['2026-01-05', '2026-02-05'])
  })

  it('tell whether the case has changed since the test, which counts for its whole day', () => {
    const yaml = `accessibility: { ${FIELDS} }`
    expect(statement(yaml, '', published).tested?.changedSince).toBe(false)
    const later = { ...published, updated: '2026-03-15' }
    expect(statement(yaml, '', later).tested?.changedSince).toBe(true)
    expect(statement(yaml).tested?.changedSince).toBe(false)
  })
})

it('names whom to tell: its own contact, else that of the case, else the first way of feedback', () => {
  const feedback = 'feedback: [{ label: Raise an issue, url: "https://example.org/issues" }]\n'
  expect(statement('').contact).toBeUndefined()
  expect(statement(feedback).contact?.label).toBe('Raise an issue')
  expect(
    statement(`${feedback}accessibility: { contact: "mailto:a@example.org" }`).contact,
  ).toEqual({
    label: 'a@example.org',
    url: 'mailto:a@example.org',
  })
  expect(statement(`${feedback}contact: team@example.org`).contact).toEqual({
    label: 'team@example.org',
    url: 'mailto:team@example.org',
  })
})

it('names the body that enforces the regulations where the team is', () => {
  expect(statement('').enforcement.name).toContain('EHRC')
  expect(statement('accessibility: { enforcement: ECNI }').enforcement.name).toContain('ECNI')
})
