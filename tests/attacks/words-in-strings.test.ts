/**
 * Attack: a comment or `<Notes>` stands where Markdown reads none, in what a picture shows, in a title, an
 * attribute or a diagram. What must hold: no reader gets its words, and notes that nobody would get
 * stop the build.
 */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'
import { splitSource } from '../../src/core/audience/split-source.ts'
import { everyone } from '../../src/core/model/audience.ts'
import { parse } from '../../src/core/syntax/parse.ts'
import { walk } from '../../src/core/syntax/tree.ts'

const HOLDERS: Readonly<Record<string, (words: string) => string>> = {
  'what a picture shows': (words) => `![A map ${words}](m.png)`,
  'the title of a picture': (words) => `![A map](m.png "A map ${words}")`,
  'the title of a link': (words) => `[Plan](https://example.org/a 'A plan ${words}')`,
  'the title of a definition': (words) =>
    `[Plan][p]\n\n[p]: https://example.org/a "A plan ${words}"`,
  'an attribute': (words) => `<Quote by="A clerk ${words}">We pay</Quote>`,
  'an abbreviation': (words) => `The <abbr title="A word ${words}">AW</abbr> is here`,
  'an image of HTML': (words) => `<img src="m.png" alt="A map ${words}" />`,
  'a diagram': (words) => `\`\`\`mermaid\nflowchart LR\n  a["A bird ${words}"] --> b\n\`\`\``,
}

const WORDS = [
  ...['{/* canary */}', '{ /* canary\ncanary */ }', '<!-- canary -->'],
  ...['<Notes>canary</Notes>', '<notes>the <b>canary</b></notes>'],
]

// Markdown itself reads no "<!--" in what a picture shows: nothing is built.
const cases = Object.entries(HOLDERS).flatMap(([name, hold]) =>
  WORDS.filter((words) => !(words.startsWith('<!') && name === 'what a picture shows')).map(
    (words) => [words, name, hold(words)] as const,
  ),
)

/** All that outputs are made of: the words and strings of the tree, without notes. */
function stringsOf(text: string): string {
  const { tree, findings } = parse(text, '1.mdx')
  expect(findings).toEqual([])
  return JSON.stringify([...walk(tree ?? { type: 'root' })])
}

describe.each(['public', 'internal'] as const)('for readers of the %s build', (audience) => {
  it.each(cases)('%s is cut from %s', (_, __, text) => {
    const whole = `# T\n\n${text}\n\nWords {/* a comment */} go on.`
    const { source, leftOut } = splitSource(
      { file: '1.mdx', text: whole },
      { ...everyone, audience },
    )
    expect(stringsOf(source?.text ?? '')).not.toMatch(/canary|notes/i)
    expect(source?.text.length).toBe(whole.length)
    expect(leftOut.map(({ why }) => why)).toEqual(['private'])
  })
})

it.each(Object.entries(HOLDERS))('notes in %s stop the build', (_, hold) => {
  const text = hold('<Notes>Wait</Notes>')
  const { unreadable, findings } = assemble([{ file: '1.mdx', text }])
  expect(unreadable).toBe(true)
  expect(findings.map(({ message }) => message).join('\n')).toContain(
    'Unexpected <Notes> within other words',
  )
})

it.each(['{/* canary', '<!-- canary', '<Notes>canary'])(
  'what is never closed stops the build: %s',
  (words) => {
    for (const text of [
      `[a](b.png "A ${words}")`,
      `[a](b.png "A ${words}") and [c](d.png "E ${words}")`,
    ]) {
      expect(assemble([{ file: '1.mdx', text }]).unreadable).toBe(true)
      const earlier = splitSource({ file: '1.mdx', text }, { ...everyone, isEarlier: true })
      expect(earlier.source).toBeUndefined()
    }
  },
)

it.each([
  ...[
    'The sign `{/* x */}` is a note',
    '```mdx\n{/* x */}\n\n<Notes>y</Notes>\n```',
    'Write \\{/* x */}',
  ],
  ...['{/* x */}', 'A {/* x */} b', '<Notes>\n\nWait {/* x */}\n\n</Notes>', '{/* a {/* b */}'],
  ...['`{/*` and {/* x */} and `*/}`', '---\ntitle: "{/* x */}"\n---\n\nA'],
])('comments, notes and code stay as they are: %s', (text) => {
  const { source, leftOut } = splitSource({ file: '1.mdx', text }, everyone)
  expect(source?.text).toBe(text)
  expect(leftOut).toEqual([])
})
