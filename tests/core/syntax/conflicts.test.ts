/** Two versions in a file: one finding with both, and nothing of them on a page. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { inWords } from '../../../src/core/findings/in-words.ts'
import { findConflicts } from '../../../src/core/syntax/conflicts.ts'

const both = (ours: string, theirs: string) =>
  `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> costs`
const read = (text: string, yaml = 'ask: x\n') =>
  assemble([{ file: '1.mdx', text }], { file: 'case.yaml', text: yaml })
const said = (text: string, yaml?: string) =>
  read(text, yaml).findings.map((one) => [one.check, one.place.line, inWords(one)])

describe('two versions', () => {
  it('are one finding with both sides, and no text of the case', () => {
    const text = `# A\n\n## S\n\n${both('Two halls.', 'Three halls.')}\n\nMore.\n`
    expect(said(text)).toEqual([
      [
        'two-versions',
        5,
        'Keep one of two versions: "Two halls." (HEAD), or "Three halls." (costs). Delete the other, and the lines that begin with <<<<<<<, ======= and >>>>>>>',
      ],
    ])
    const { unreadable, documents } = read(text)
    expect(unreadable).toBe(true)
    expect(JSON.stringify(documents)).not.toContain('halls')
  })

  it('are found at the head of a file and in case.yaml, once each', () => {
    const head = `---\n${both('timing: 3', 'timing: 4')}\n---\n\n# A\n\nWords.\n`
    expect(said(head).map(([check, line]) => [check, line])).toEqual([['two-versions', 2]])
    const yaml = `${both('ask: Two', 'ask: Three')}\n`
    expect(said('# A\n\nWords.\n', yaml).map(([check]) => check)).toEqual(['two-versions'])
  })

  it.each([
    ['with what was there before', '<<<<<<< a\none\n||||||| 12ab\nnone\n=======\ntwo\n>>>>>>> b'],
    ['where one side is empty', '<<<<<<< a\n=======\ntwo\n>>>>>>> b'],
    ['in the line ends of Windows', both('one', 'two').replaceAll('\n', '\r\n')],
    ['in code', '```\n<<<<<<< a\none\n=======\ntwo\n>>>>>>> b\n```'],
    ['behind code', '````\ncode\n````\n\n<<<<<<< a\none\n=======\ntwo\n>>>>>>> b'],
    ['of which a mark is left', 'one\n\n>>>>>>> b'],
    ['of which the first mark is left', '<<<<<<< HEAD\none\n'],
  ])('are found %s', (_, text) => {
    expect(findConflicts(`# A\n\n${text}\n`, '1.mdx')).toHaveLength(1)
  })

  it.each([
    'A heading\n=======\n\nWords.',
    '> > a quote in a quote',
    'Seven in a line <<<<<<< and on.',
    '````text\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> b\n````\n\nMore.',
  ])('are not seen in %j', (text) => {
    expect(findConflicts(text, '1.mdx')).toEqual([])
  })
})
