/** Files of feedback in YAML: read whatever a team writes, and written without touching what it wrote. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readYamlEntries, writeYamlEntries } from '../../../src/core/feedback/yaml-entries.ts'

const QUESTION = { id: 'F1', title: 'Why now?', state: 'open', same: 0 }

const valueOfText = (text: string): unknown => {
  const read = readYamlEntries(text)
  return 'value' in read ? read.value : read
}

describe('reading', () => {
  it.each([
    [
      'words that look like a number',
      '- title: 2030\n  owner: 007',
      { title: '2030', owner: '007' },
    ],
    [
      'words that look like a yes',
      '- title: true\n  due: 2027-03-04',
      { title: 'true', due: '2027-03-04' },
    ],
    [
      'counts and marks as they are',
      '- title: A\n  same: 3\n  confidential: true',
      { title: 'A', same: 3, confidential: true },
    ],
    ['one line in braces', '[{ title: A, state: open }]', { title: 'A', state: 'open' }],
    [
      'words below each other',
      '- title: >-\n    What about\n    Scotland?\n',
      { title: 'What about Scotland?' },
    ],
  ])('takes %s', (_, text, entry) => {
    expect(valueOfText(text)).toEqual([entry])
  })

  it('takes over what "<<" refers to, so that nothing comes out of the team by it', () => {
    const text =
      '- &first\n  title: A\n  state: open\n  confidential: true\n- <<: *first\n  title: B\n'
    const before = valueOfText(text) as object[]
    expect(before[1]).toEqual({ title: 'B', state: 'open', confidential: true })
    const after = [before[0] ?? {}, { ...before[1], state: 'closed' }]
    expect(valueOfText(writeYamlEntries(text, before, after))).toEqual(after)
  })

  it.each([
    ['a colon', '- title: Why: Canary?\n', 'Put quotes round the value'],
    ['a tab', '\t- title: Canary\n', 'Put spaces, and no tab, in front of this line'],
    ['a second list', '- title: A\n---\n- title: Canary\n', 'Delete the line "---"'],
    ['a header', '- title: |Canary\n', 'Put quotes round the value'],
  ])('says what to do about %s, without a word of the file', (_, text, mend) => {
    const read = readYamlEntries(text)
    expect(read).toMatchObject({ mend })
    expect(JSON.stringify(read)).not.toMatch(/Canary|YAML|parse/)
  })

  it('takes a file with comments alone for an empty list', () => {
    expect(valueOfText('# Nothing yet\n')).toEqual([])
  })

  it.each([
    ['a name that stands twice', '- title: A\n  confidential: true\n  confidential: false\n', 34],
    ['a quotation mark that is open', '- title: "A\n  state: open\n', 26],
    ['what refers to nothing', '- title: *who\n', 0],
  ])('says where %s is, and reads nothing of it', (_, text, brokenAt) => {
    expect(readYamlEntries(text)).toMatchObject({ brokenAt, reason: expect.any(String) })
  })
})

describe('writing', () => {
  it('keeps comments, the order of fields and blank lines, and changes what has changed', () => {
    const text =
      '# Of the board\n\n- state: open # ask Ann\n  title: "Why now?"\n  same: 0\n  id: F1\n\n- title: Second\n  state: open\n'
    const before = valueOfText(text) as object[]
    const [first, second] = before
    const after = [{ ...first, state: 'closed', next: 'later' }, second ?? {}, QUESTION]
    expect(writeYamlEntries(text, before, after)).toBe(
      '# Of the board\n\n- state: closed # ask Ann\n  title: "Why now?"\n  same: 0\n  id: F1\n  next: later\n\n- title: Second\n  state: open\n- id: F1\n  title: Why now?\n  state: open\n  same: 0\n',
    )
  })

  it.each([
    ['in braces', '[{ title: A, state: open, next: later }] # ours'],
    ['with names for parts', '- &one { title: A, state: open, next: later }\n- *one\n'],
    ['with dashes on lines of their own', '-\n  title: A\n  state: open\n  next: later\n'],
    ['without an end of line', '- title: A\n  state: open\n  next: later'],
  ])('adds to a file that is written %s', (_, text) => {
    const before = valueOfText(text) as { readonly title: string }[]
    const after = [...before.map(({ title }) => ({ title, state: 'closed' })), QUESTION]
    expect(valueOfText(writeYamlEntries(text, before, after))).toEqual(after)
  })

  it('gives back all words of strangers', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '- a',
        '"',
        '*a',
        '&a',
        '#',
        '? b',
        'a: b',
        '---',
        '...',
        '\u202e',
        '\n- title: x',
        '~',
        'null',
        '0x1F',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: words, name: words }), { maxLength: 4 }),
        (entries) => {
          const text = writeYamlEntries('', [], entries)
          expect(valueOfText(text)).toEqual(entries)
          const more = [...entries.map((entry) => ({ ...entry, state: 'closed' })), QUESTION]
          expect(valueOfText(writeYamlEntries(text, entries, more))).toEqual(more)
        },
      ),
    )
  })
})
