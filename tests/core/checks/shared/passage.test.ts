/** The words of a block, and the way back to their place. */
import { describe, expect, it } from 'vitest'
import {
  asRead,
  passagesOf,
  placeIn,
  sentencesIn,
} from '../../../../src/core/checks/shared/passage.ts'
import { read } from '../../read.ts'

const textsIn = (text: string): readonly string[] =>
  passagesOf(read(text)).map((passage) => asRead(passage.text))

describe('passagesOf', () => {
  it('keeps words alone: no label, code, address, picture, comment or mark', () => {
    expect(
      textsIn(
        '# T\n\n## A `b` c\n\nOne **two** [three](https://a.uk/b_(c)), ![x](y.png) &amp; {/* no */} four\\.\n\n' +
          '**Decision 1:** We do\n\nEvidence 1a (interview, 2020): They say\n\nEvidence 1b (of ours): so\n\n' +
          '- five\n  1. six\n\n> seven\n> > eight\n\n<Quote by="P3">nine</Quote>\n\n<Page>\n\nten\n\n</Page>\n\n```\nno\n```',
      ),
    ).toEqual([
      'T',
      'A c',
      'One two three, four.',
      'We do',
      'They say',
      '(of ours): so',
      'five six',
      'seven eight',
      'nine',
      'ten',
    ])
  })

  it.each([
    ['plain', '# T\n\n🙂 **b** find me'],
    ['with Windows line ends', '# T\r\n\r\n🙂 **b** find me\r\n'],
    ['behind a byte order mark', '\uFEFF# T\n\n🙂 **b** find me'],
  ])('knows where its words stand, %s', (_name, text) => {
    const passage = passagesOf(read(text))[1]
    if (!passage) throw new Error('no passage')
    expect(placeIn(passage, passage.text.indexOf('find'), 7)).toEqual({
      file: '1.mdx',
      line: 3,
      column: 10,
      length: 7,
    })
  })

  it('means words to the end of their line at most', () => {
    const [passage] = passagesOf(read('one two\r\nthree'))
    if (!passage) throw new Error('no passage')
    expect(placeIn(passage, 4, 9)).toEqual({ file: '1.mdx', line: 1, column: 5, length: 3 })
  })
})

describe('sentencesIn', () => {
  it('ends at paragraphs and entries, and keeps the index of each', () => {
    const [passage] = passagesOf(read('- One is. Two e.g. is\n  here\n  - three\n\n    four'))
    if (!passage) throw new Error('no passage')
    const found = sentencesIn(passage)
    expect(found.map(({ text }) => asRead(text))).toEqual([
      'One is.',
      'Two e.g. is here',
      'three',
      'four',
    ])
    expect(
      found.map(({ index, text }) => passage.text.startsWith(text.slice(0, 3), index)),
    ).toEqual([true, true, true, true])
  })
})
