/** What the team says of its weeks. */
import { expect, it } from 'vitest'
import { readNotes } from '../../../src/core/changes/notes.ts'

const faults = (text: string) =>
  readNotes(text, 'changes.yaml').findings.map(
    ({ check, severity, place, message }) =>
      `${place.file}:${place.line}:${place.column} ${severity} ${message} (${check})`,
  )

it('reads notes of weeks and of days', () => {
  const text = '- week: 2020-03-04\n  note: One\n- { date: 2020-03-12, note: "<b>Two</b>" }\n'
  expect(readNotes(text, 'changes.yaml')).toEqual({
    notes: [
      { day: '2020-03-04', isWeek: true, text: 'One' },
      { day: '2020-03-12', text: '<b>Two</b>' },
    ],
    findings: [],
  })
})

it('reads a file without notes', () => {
  expect(readNotes('', 'changes.yaml')).toEqual({ notes: [], findings: [] })
  expect(readNotes('# nothing yet\n', 'changes.yaml').findings).toEqual([])
})

it.each([
  [
    '- week: 2020-03-02\n  text: One',
    'changes.yaml:1:3 error Unexpected value of "0.note", expected string, received undefined (off-schema)',
  ],
  [
    '- week: 2020-03-02\n  notes: One\n  note: One',
    'changes.yaml:2:3 error Unexpected field "0.notes", expected note (off-schema)',
  ],
  [
    '- week: 2020-03-02\n  note: One\n- week: soon\n  note: Two',
    'changes.yaml:3:3 error Unexpected value of "1.week", expected a date like 2020-03-31 (off-schema)',
  ],
  [
    '- note: One',
    'changes.yaml:1:3 error Unexpected value of "0", expected either week or date, such as week: 2020-03-02 (off-schema)',
  ],
  [
    'week: 2020-03-02',
    'changes.yaml:1:1 error Unexpected content, expected a list, whose entries start with "- " and have week, date, note (off-schema)',
  ],
])('says what is wrong with %j', (text, message) => {
  expect(faults(text)).toContain(message)
  expect(readNotes(text, 'changes.yaml').notes).toEqual([])
})
