/** What can't be read: one finding with place and mend, and never a stack trace. */
import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/core/syntax/parse.ts'
import { textOf } from '../../../src/core/syntax/tree.ts'
import { nearest } from '../../../src/core/text/nearest.ts'
import { itemsOf, read } from '../read.ts'

const faultOf = (text: string) =>
  parse(text, 'a.mdx').findings.map(
    ({ check, severity, place, message }) =>
      `${place.line}:${place.column} ${severity} ${message} (${check})`,
  )

describe('parse', () => {
  it.each([
    ['# T\n\n<!-- later -->', '3:1', 'a comment in braces: write {/* … */}'],
    ['# T\n\nSome <!-- later --> words', '3:6', 'a comment in braces: write {/* … */}'],
    ['# T\n\nFewer than <10 of them', '3:12', 'plain text: write \\< or &lt; for the sign'],
    ['# T\n\nA <= B', '3:3', 'plain text: write \\< or &lt; for the sign'],
    ['# T\n\nSee <https://example.org>.', '3:5', 'a link with words: write [words](address)'],
    ['# T\n\nMail <team@example.org>.', '3:6', 'a link with words: write [words](address)'],
    ['# T\n\nA {placeholder} here', '3:3', 'plain text: write \\{ for a brace'],
    ['# T\n\nA { brace', '3:3', 'plain text: write \\{ for a brace'],
    ['# T\n\n## Part {.lead}', '3:9', 'nothing: headings have their addresses already'],
    ['# T\n\n## Part {#key}', '3:9', 'nothing: headings have their addresses already'],
    ['# T\n\nOne<br>two', '3:4', 'a slash at its end: <br/>'],
    ['# T\r\n\r\nA {', '3:3', 'plain text: write \\{ for a brace'],
    ['---\ntitle: x\n---\n\n# T\n\n{', '7:1', 'plain text: write \\{ for a brace'],
  ])('%j', (text, place, mend) => {
    const [fault, ...others] = faultOf(text)
    expect(others).toEqual([])
    expect(fault).toMatch(new RegExp(`^${place} error Unexpected .*unreadable-mdx`))
    expect(fault).toContain(`expected ${mend}`)
    expect(fault).not.toMatch(/\n|\bat\b.*\.[jt]s/)
  })

  it('names an element that is not closed', () => {
    const [fault] = faultOf('# T\n\n<Statement>\n\nWords')
    expect(fault).toMatch(/^3:1 error .*<Statement>.*unreadable-mdx/)
  })

  it('refuses code, which can fail where no place in the text explains it', () => {
    expect(faultOf('# T\n\nimport Own from "./own.astro"\n')[0]).toMatch(
      /^3:1 error Unexpected code "import Own from .*expected plain text.*unreadable-mdx/,
    )
  })

  it('names an unknown component and the nearest ones', () => {
    expect(faultOf('# T\n\n<Colums>x</Colums>')[0]).toContain(
      'Unexpected component <Colums>, expected <Columns>',
    )
  })

  it('takes a component in small letters for no element of HTML, which everyone would read', () => {
    expect(faultOf('# T\n\nWe <notes>wait</notes>.')[0]).toContain(
      'Unexpected component <notes>, expected <Notes>',
    )
  })

  it.each([
    ['# T\n\nA {place} here', 'T A {place} here'],
    ['import x from "y"\n\nWords', 'import x from "y" Words'],
    ['<Tabs name="a">\n\n- one\n\n</Tabs>', '<Tabs name="a"> one </Tabs>'],
    ['We <blink>wait</blink> for <b>it</b>.', 'We <blink>wait</blink> for it.'],
    ['<p>\n<script>x</script>\n</p>', '<script>x</script>'],
    ['+++\nlayout = "x"\n+++\n\nWords', '+++ layout = "x" +++ Words'],
    ["Some {'plain'}{/* quiet */} words", 'Some plain words'],
  ])('has %j as words', (text, words) => {
    const { tree } = parse(text, 'a.mdx')
    expect(tree && textOf(tree).split(/\s+/).filter(Boolean).join(' ')).toBe(words)
  })

  it('still reads the other files of the case', () => {
    const read1 = read('# T\n\n<!-- no -->', '## Log\n\nDecision 1: Yes')
    expect(read1.unreadable).toBe(true)
    expect(itemsOf(read1)).toEqual(['decision 1'])
    expect(read1.findings.map(({ check, place }) => `${place.file} ${check}`)).toEqual([
      '1.mdx unreadable-mdx',
      '2.mdx decision-without-evidence',
    ])
  })
})

describe('nearest', () => {
  it('puts the likeliest first, whatever the case, and keeps order among equals', () => {
    expect(nearest('12C', ['1a', '12b', '12a'])).toEqual(['12b', '12a'])
    expect(nearest('colums', ['Notes', 'Columns'], 1)).toEqual(['Columns'])
    expect(nearest('x', [])).toEqual([])
  })
})
