/** Every picture comes on a slide, wherever its author wrote it. */
import { describe, expect, it } from 'vitest'
import { flatten, planDeck } from '../../../src/core/deck/index.ts'
import { guessedMeasure } from '../../../src/core/text/measure.ts'
import { findingsOf, read } from '../read.ts'

/** `layout: what is said of its first piece`, of the slides that show something of the text. */
function slidesOf(text: string): readonly string[] {
  return flatten(planDeck(read(`# A case\n\n${text}`), guessedMeasure))
    .filter(({ layout }) => !['title', 'ask', 'gaps', 'chapter'].includes(layout))
    .map(({ layout, body }) => `${layout}: ${body[0]?.text ?? ''}`)
}

describe('a picture that stands alone', () => {
  it.each([
    ['in Markdown', '![Map](map.png)'],
    ['by its name', '![Map][plan]\n\n[plan]: map.png'],
    ['by a short name', '![Map]\n\n[map]: map.png'],
    ['in a link', '[![Map](map.png)](https://example.org)'],
    ['in a link by name', '[![Map][plan]][site]\n\n[plan]: map.png\n[site]: https://example.org'],
    ['in emphasis', '**![Map](map.png)**'],
    ['as an element', '<img src="map.png" alt="Map" />'],
    ['as an element in a paragraph', '<p><img src="map.png" alt="Map" width="400" /></p>'],
    ['in a box', '<div>\n\n![Map](map.png)\n\n</div>'],
    ['in a linked element', '<a href="https://example.org"><img src="map.png" alt="Map" /></a>'],
    ['in a figure', '<figure>\n  <img src="map.png" alt="Map" />\n</figure>'],
  ])('makes a slide %s', (_, written) => {
    expect(slidesOf(`## Halls\n\n${written}\n`)).toEqual(['image: Map'])
  })

  it.each([
    ['a paragraph after it', '![Map](map.png)\n\n_All halls_'],
    ['a line after it', '![Map](map.png)\n_All halls_'],
    [
      'an element',
      '<figure><img src="map.png" alt="Map" /><figcaption>All halls</figcaption></figure>',
    ],
    [
      'an element of several lines',
      '<figure>\n  <img src="map.png" alt="Map" />\n  <figcaption>\n    All halls\n  </figcaption>\n</figure>',
    ],
  ])('has its caption with %s', (_, written) => {
    expect(slidesOf(`## Halls\n\n${written}\n`)).toEqual(['image: All halls'])
  })

  it('makes a slide of each where two stand in one paragraph', () => {
    const two = ['image: Before', 'image: After']
    expect(slidesOf('## Halls\n\n![Before](a.png) ![After](b.png)\n')).toEqual(two)
    expect(slidesOf('## Halls\n\n![Before](a.png)\n[![After](b.png)](https://a.org)\n')).toEqual(
      two,
    )
  })
})

describe('a picture among words', () => {
  it.each([
    ['a sentence', 'See ![Map](map.png) here.', []],
    ['a list', '- One\n\n  ![Map](map.png)\n- Two ![Map](map.png)', ['list: One']],
    ['a quote', '> Said so.\n>\n> ![Map](map.png)\n>\n> Ann, user', ['quote: Said so.']],
    ['the start of a quote', '> ![Map](map.png)\n>\n> So. — Ann', ['quote: So.']],
    ['a table', '| A | B |\n| --- | --- |\n| ![Map](map.png) | 1 |', ['table: A · B']],
    ['a table of pictures', '| A | B |\n| --- | --- |\n| ![Map](map.png) |   |', []],
    [
      'an element',
      '<details>\n<summary>More</summary>\n\n![Map](map.png) and words\n\n</details>',
      [],
    ],
    ['a note', 'We say.[^1]\n\n[^1]: By ![Map](map.png).', []],
  ])('comes after the slides of %s, once', (_, written, before) => {
    expect(slidesOf(`## Halls\n\n${written}\n`)).toEqual([...before, 'image: Map'])
  })

  it('comes after a decision, and below it after its evidence', () => {
    const text =
      '## Key decisions\n\n### Decision 1: We go\n\n![Plan](plan.png)\n\nEvidence 1a: Seen on ![Map](map.png) twice.\n'
    expect(slidesOf(text)).toEqual(['decision: ', 'image: Map', 'image: Plan'])
  })

  it('stays where an author set a slide by hand, and where it is a small sign', () => {
    expect(
      slidesOf('## Halls\n\n<Slide>\n\nSee ![Map](map.png)\n\nand more\n\n</Slide>\n'),
    ).toHaveLength(1)
    expect(
      slidesOf('## Halls\n\n- Done <img src="tick.svg" alt="yes" width="24" />\n'),
    ).toHaveLength(1)
  })

  it('stands beside the other of its paragraph on a slide that is set by hand', () => {
    expect(slidesOf('## Halls\n\n<Slide>\n\n![A](a.png) ![B](b.png)\n\n</Slide>\n')).toEqual([
      'free: ',
    ])
  })

  it('is on no slide where it is private, or for the page alone', () => {
    const aside =
      '<Notes>\n\n![A](a.png)\n\n</Notes>\n\n<Page>\n\n![B](b.png)\n\n</Page>\n\n---\n\n![C](c.png)\n'
    const text = `## Halls\n\nShort.\n\n${aside}`
    expect(slidesOf(text)).toEqual(['statement: Short.'])
    expect(findingsOf(read(`# A case\n\n${text}`))).toEqual([])
  })
})
