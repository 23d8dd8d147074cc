/**
 * Attack: an item whose label is an id alone (`R-1 (internal): …`) is inside or withdrawn. What must hold:
 * its words go wherever they stand, and its neighbours stay.
 */
import { describe, expect, it } from 'vitest'
import { splitSource } from '../../src/core/audience/split-source.ts'
import { everyone } from '../../src/core/model/audience.ts'

const shown = (text: string, readers = everyone): string =>
  splitSource({ file: '1.mdx', text }, readers).source?.text ?? ''

describe.each([
  [
    'paragraphs',
    '## Risks\n\nR-1%: The canary sings.\n\nIt sings more of the canary.\n\nR-2: People wait.\n\nR-3: It rains.\n',
  ],
  [
    'headings',
    '## Risks\n\n### R-1%: The canary sings\n\n### R-2: People wait\n\n### R-3: It rains\n',
  ],
  [
    'deeper headings',
    '## Risks\n\n### R-1%: The canary sings\n\n#### R-2: People wait\n\n### R-3: It rains\n',
  ],
  ['entries', '## Risks\n\n- R-1%: The canary sings.\n- R-2: People wait.\n- R-3: It rains.\n'],
])('%s whose labels are ids', (_, text) => {
  it.each([
    ['one that is inside', text.replace('%', ' (internal)'), everyone],
    ['one that was withdrawn', text.replace('%', ''), { ...everyone, withdrawn: ['R-1'] }],
  ])('lose the words of %s alone', (_, source, readers) => {
    const left = shown(source, readers)
    expect(left).not.toMatch(/canary/)
    expect(left).toContain('People wait')
    expect(left).toContain('It rains')
  })
})

it.each([
  ['is inside', 'R-1 (internal)', everyone],
  ['was withdrawn', 'R-1', { ...everyone, withdrawn: ['R-1'] }],
])('a slide does not repeat one that %s', (_, label, readers) => {
  const text = `## Risks\n\n${label}: The canary sings.\n\nR-2: People wait.\n\n<Slide>\n\n${label}: The canary sings.\n\nR-2: People wait.\n\n</Slide>\n`
  const left = shown(text, readers)
  expect(left).not.toMatch(/canary/)
  expect(left.match(/People wait/g)).toHaveLength(2)
})
