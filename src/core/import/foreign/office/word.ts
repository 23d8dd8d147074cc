/** Makes a Word document ready for the library that reads it. */

import { countedWords, type ForeignDocument, type ReadPart } from '../document.ts'
import { aroundPages, CONTENTS_LIST } from '../not-taken.ts'
import {
  allBelow,
  attributeOf,
  childOf,
  childrenOf,
  nameOf,
  textIn,
  type Xml,
  xmlAt,
} from '../xml.ts'
import { equationOf } from './equations.ts'
import { type OfficePart, openMain, propertiesOf, relatedXml, titleOf } from './parts.ts'
import { markedXml } from './word-marks.ts'
import { type OwnDocument, ownDocument } from './word-own.ts'
import { readWordReview, runWords } from './word-review.ts'
import { isOn, readWordNumbers, readWordStyles, type WordStyles } from './word-styles.ts'

/** A document that is ready to be converted. */
export interface ReadyWord {
  /** Path of the part with the words. */
  readonly main: string
  /** That part, with marks for what the library does not tell. */
  readonly xml: string
  readonly styles: WordStyles
  /** Set for a document that this tool made. */
  readonly own?: OwnDocument
  /** All but its HTML. */
  readonly beside: Omit<ForeignDocument, 'html'>
}

const NOTES = ['footnote', 'endnote'] as const

/** Reads the parts of a document. @throws RefusedDocument where it is none */
export function readyWord(part: ReadPart): ReadyWord {
  const main = openMain(part, 'word/document.xml', 'no words of Word')
  const document = main.root
  const related = (type: string) => relatedXml(part, main, type)
  const styles = readWordStyles(related('styles'))
  const levelOf = (id: string) => (styles(id).name === 'title' ? 1 : styles(id).level)
  const review = readWordReview({
    document,
    levelOf,
    comments: related('comments'),
    extended: related('commentsExtended'),
  })
  const notes = NOTES.flatMap((sort) => {
    const called = allBelow(document, `${sort}Reference`).map((each) => attributeOf(each, 'id'))
    return childrenOf(related(`${sort}s`)).filter((each) =>
      called.includes(attributeOf(each, 'id')),
    )
  })
  const own = ownDocument(document, related('footnotes'), xmlAt(part, 'docProps/custom.xml'))
  const edges = edgesOf(part, main)
  return {
    main: main.path,
    ...(own ? { own } : {}),
    xml: markedXml(main.text, styles, readWordNumbers(related('numbering'))),
    styles,
    beside: {
      ...review,
      ...titleOf(part),
      around: [...edges.map(({ words }) => words), ...propertiesOf(part)],
      notTaken: [
        ...notTakenOf(document, styles),
        ...new Set(edges.flatMap(({ type, words }) => aroundPages(type, words))),
      ],
      readAs: readAsEquations(allBelow(document, 'oMath')),
      words: [document, ...notes].flatMap((each) => wordsIn(each, styles)),
    },
  }
}

/** Equations that can be read are formulas. */
function readAsEquations(equations: readonly Xml[]): readonly string[] {
  const isLetters = equations.some((one) => !equationOf(one).isFormula)
  if (isLetters) return ['equations: as their letters, in a row']
  return equations.length === 0 ? [] : ['equations: as formulas between two dollars, $$x^2$$']
}

/** Whether a paragraph is one of a contents list, which pages have of their own. */
export function isContents(style: string): boolean {
  return /^(?:toc \d|toc heading|table of figures)$/.test(style)
}

/** Words of paragraphs that are to arrive. */
function wordsIn(element: Xml, styles: WordStyles): readonly string[] {
  const words: string[] = []
  const hidden = hiddenRuns(element, styles)
  const visit = (node: Xml): void => {
    const name = nameOf(node)
    if (name === 'Fallback' || name === 'del' || name === 'moveFrom' || name === 'instrText') return
    if (hidden.has(node)) return
    if (name === 'p' && isContents(styles(styleOf(node)).name)) return
    if (name === 'oMath') return void words.push(' ', equationOf(node).text, ' ')
    words.push(name === 'p' ? '\n' : '', runWords(node) ?? '')
    for (const child of childrenOf(node)) visit(child)
  }
  visit(element)
  return countedWords(words.join(''))
}

function styleOf(paragraph: Xml): string | undefined {
  return attributeOf(childOf(childOf(paragraph, 'pPr'), 'pStyle'), 'val')
}

/** The runs that nobody sees, by their own look or by a style. */
function hiddenRuns(element: Xml, styles: WordStyles): ReadonlySet<Xml> {
  const hidden = new Set<Xml>()
  const visit = (node: Xml, isAround: boolean): void => {
    const look = childOf(node, 'rPr')
    const own = childOf(look, 'vanish')
    const style = attributeOf(childOf(look, 'rStyle'), 'val')
    const isStyled = style === undefined ? undefined : styles(style).isHidden
    const isHidden = own ? isOn(own) : (isStyled ?? isAround)
    if (nameOf(node) === 'r' && isHidden) hidden.add(node)
    const isIn = nameOf(node) === 'p' ? styles(styleOf(node)).isHidden === true : isAround
    for (const child of childrenOf(node)) visit(child, isIn)
  }
  visit(element, false)
  return hidden
}

function notTakenOf(document: Xml, styles: WordStyles): readonly string[] {
  const hidden = [...hiddenRuns(document, styles)]
    .map((run) => run.text)
    .join('')
    .trim()
  const contents = allBelow(document, 'p').filter((each) => isContents(styles(styleOf(each)).name))
  return [
    ...(hidden === '' ? [] : [`hidden words: "${hidden.slice(0, 80)}"`]),
    ...(contents.length === 0 ? [] : [CONTENTS_LIST]),
  ]
}

/** What stands at the top and the foot of every page, and in the drawings there. */
function edgesOf(
  part: ReadPart,
  { relations }: OfficePart,
): readonly { readonly type: 'header' | 'footer'; readonly words: string }[] {
  return [...relations.values()].flatMap(({ type, target }) => {
    if (type !== 'header' && type !== 'footer') return []
    const root = xmlAt(part, target)
    const drawn = allBelow(root, 'textpath').map((each) => attributeOf(each, 'string') ?? '')
    const lines = allBelow(root, 'p').map((line) => allBelow(line, 't').map(textIn).join(''))
    return [...lines, ...drawn].flatMap((words) =>
      words.trim() === '' ? [] : [{ type, words: words.trim() }],
    )
  })
}
