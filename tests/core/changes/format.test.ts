/** Changes as text, Markdown and data. */
import { describe, expect, it } from 'vitest'
import { changeSentenceParts } from '../../../src/core/changes/change-sentence.ts'
import { type ChangesJson, formatChanges } from '../../../src/core/changes/format.ts'
import { changesOf } from './between.ts'

const BEFORE = `# Case

## Why

Services are slow, and people wait for weeks until someone answers them by post or by telephone.

Decision 1: We ask

Evidence 1a: They told *us* so
`
const AFTER = BEFORE.replace('wait for weeks', 'wait for _up to_ nine weeks')
  .replace(
    'We ask',
    'We ask\n\nEvidence 1b: <script>alert(1)</script>'
      .replace('<script>', '\\<script>')
      .replace('</script>', '\\</script>'),
  )
  .replace('so\n', 'so [often]\n')

const changes = changesOf(BEFORE, AFTER)
const span = { since: '3 March', until: 'today' }

describe('formatChanges', () => {
  it('writes a text to read, with few words around those that changed', () => {
    expect(formatChanges(changes, span, 'text')).toBe(`What changed from 3 March to today

Evidence 1b added, which supports decision 1.
Evidence 1a reworded.
    They told us so {+[often]+}
Section “Why” reworded.
    Services are slow, and people wait for {+up to nine+} weeks until someone answers them by post or by telephone.
`)
  })

  it('leaves out long stretches that stayed', () => {
    const long = Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ')
    const before = `# T\n\n## A\n\n${long} old ${long}`
    expect(formatChanges(changesOf(before, before.replace('old', 'new')), span, 'text')).toContain(
      '\n    … w32 w33 w34 w35 w36 w37 w38 w39 [-old-] {+new+} w0 w1 w2 w3 w4 w5 w6 w7 …\n',
    )
  })

  it('writes Markdown in which the words of the case mean nothing', () => {
    expect(formatChanges(changes, span, 'md')).toBe(`## What changed from 3 March to today

- Evidence 1b added, which supports decision 1.
- Evidence 1a reworded.
  > They told us so **\\[often\\]**
- Section “Why” reworded.
  > Services are slow, and people wait for **up to nine** weeks until someone answers them by post or by telephone.
`)
    const hostile = changesOf('# T\n\n## A', '# T\n\n## A\n\n## \\<b>\\*x\\*\\</b>')
    expect(formatChanges(hostile, span, 'md')).toContain(
      '- Section “\\<b\\>\\*x\\*\\</b\\>” added, to be written.',
    )
  })

  it('writes data with a schema number and each sentence', () => {
    const json = JSON.parse(formatChanges(changes, span, 'json')) as ChangesJson
    expect(json).toMatchObject({ schema: 1, since: '3 March', until: 'today' })
    expect(json.changes[1]).toMatchObject({
      sentence: 'Evidence 1a reworded.',
      what: 'reworded',
      before: { key: 'evidence-1a', name: 'Evidence 1a', place: { file: '1.mdx', line: 9 } },
      words: [
        [
          { text: 'They told us so ', mark: 'same' },
          { text: '[often]', mark: 'added' },
        ],
      ],
    })
  })

  it('says so where nothing changed', () => {
    expect(formatChanges([], span, 'text')).toBe(
      'What changed from 3 March to today\n\nNothing that a reader sees.\n',
    )
    expect(JSON.parse(formatChanges([], span, 'json'))).toEqual({ schema: 1, ...span, changes: [] })
  })
})

describe('changeSentenceParts', () => {
  const partsOf = (before: string, after: string) =>
    changesOf(before, after).map((change) => Object.values(changeSentenceParts(change)).join('|'))

  it('finds the name of now wherever the sentence has it', () => {
    const list = '# Case\n\n## Objectives\n\n- Fewer forms\n- One sign-in for all\n'
    const more = list.replace('- Fewer', '- Nobody is asked twice\n- Fewer')
    expect(partsOf(list, more)).toEqual([
      '|Objective 1| added.',
      'Objectives 1 and 2 are now |2 and 3|: objective 1 was added.',
    ])
    expect(partsOf(list, list.replace('## Objectives', '## Strategic objectives'))).toEqual([
      'Section “Objectives” is now called |“Strategic objectives”|.',
    ])
    const draft = list.replace('for all', 'for all\n\n## Benefits\n\n- Less work (draft: O1)')
    expect(partsOf(draft, draft.replace('draft: ', ''))).toEqual([
      'Confirmed: |objective 1| served by benefit 1 (was a draft).',
    ])
  })
})
