/** The shapes of a slide, and the words in them. */
import { allBelow, attributeOf, childOf, childrenOf, nameOf, textIn, type Xml } from '../xml.ts'

const SHAPES = new Set(['sp', 'pic', 'graphicFrame', 'cxnSp'])

/** Shapes of a slide or of its notes in their order, those of groups too. */
export function shapesOf(slide: Xml | undefined): readonly Xml[] {
  return shapesIn(childOf(childOf(slide, 'cSld'), 'spTree'))
}

function shapesIn(tree: Xml | undefined): readonly Xml[] {
  return childrenOf(tree).flatMap((each) => {
    const name = nameOf(each)
    if (name === 'grpSp' || name === 'Choice') return shapesIn(each)
    if (name === 'AlternateContent') return shapesIn(childOf(each, 'Choice'))
    return SHAPES.has(name) ? [each] : []
  })
}

/** `title`, `body`; absent for a box that is none of the layout's. */
export function placeholderOf(shape: Xml): string | undefined {
  const found = allBelow(childrenOf(shape)[0], 'ph')[0]
  return found && (attributeOf(found, 'type') ?? 'body')
}

/** Whether the layout has the shape for a title. */
export function isTitle(shape: Xml): boolean {
  return /^(?:title|ctrTitle)$/.test(placeholderOf(shape) ?? '')
}

/** What a picture or a drawing shows, in its author's words; `''` without any. */
export function alternativeOf(shape: Xml): string {
  return attributeOf(allBelow(shape, 'cNvPr')[0] ?? shape, 'descr')?.trim() ?? ''
}

/** The words of a run. */
export function runWords(run: Xml): string {
  return allBelow(run, 't').map(textIn).join('')
}

/** All words of a shape, its paragraphs apart. */
export function wordsIn(shape: Xml): string {
  const lines = allBelow(shape, 'p').map((paragraph) =>
    childrenOf(paragraph)
      .map((each) => (nameOf(each) === 'br' ? ' ' : runWords(each)))
      .join(''),
  )
  return lines.join('\n').trim()
}
