/** Makes a Word document ready for the library that reads it, and its HTML for our writer. */
import type { ForeignDocument } from './document.ts'
import { countedWords } from './document.ts'
import { RefusedDocument } from './refused.ts'
import { readWordReview, runWords } from './word-review.ts'
import {
  isOn,
  type NextNumber,
  readWordNumbers,
  readWordStyles,
  type WordStyles,
} from './word-styles.ts'
import {
  allBelow,
  attributeOf,
  childOf,
  childrenOf,
  nameOf,
  partPath,
  readXml,
  relationsOf,
  type Xml,
} from './xml.ts'

/** A document that is ready to be converted. */
export interface ReadyWord {
  /** Path of the part with the words. */
  readonly main: string
  /** That part, with marks for what the library does not tell. */
  readonly xml: string
  readonly styles: WordStyles
  /** All but its HTML. */
  readonly beside: Omit<ForeignDocument, 'html'>
}

// Stand around a mark: private signs of Unicode, which no keyboard has.
const [OPEN, CLOSE] = ['\uE0A0', '\uE0A1']

const NOTES = ['footnote', 'endnote'] as const

/** Reads the parts of a document. @throws RefusedDocument where it is none */
export function readyWord(part: (path: string) => string | undefined): ReadyWord {
  const top = relationsOf(part('_rels/.rels'))
  const main =
    [...top.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  const path = partPath('', main)
  const text = part(path)
  if (text === undefined) throw new RefusedDocument('it has no words of Word in it')
  const relations = relationsOf(part(path.replace(/([^/]+)$/, '_rels/$1.rels')))
  const related = (type: string): Xml | undefined => {
    const target = [...relations.values()].find((each) => each.type === type)?.target
    const found = target === undefined ? undefined : part(partPath(path, target))
    return found === undefined ? undefined : readXml(found)
  }
  const document = readXml(text)
  const styles = readWordStyles(related('styles'))
  const levelOf = (id: string) => (styles(id).name === 'title' ? 1 : styles(id).level)
  const comments = related('comments')
  const extended = related('commentsExtended')
  const review = readWordReview({
    document,
    levelOf,
    ...(comments ? { comments } : {}),
    ...(extended ? { extended } : {}),
  })
  const notes = NOTES.flatMap((sort) => {
    const called = allBelow(document, `${sort}Reference`).map((each) => attributeOf(each, 'id'))
    const all = related(`${sort}s`)
    return (all ? childrenOf(all) : []).filter((each) => called.includes(attributeOf(each, 'id')))
  })
  const title = childOf(partXml(part, 'docProps/core.xml'), 'title')?.text.trim()
  return {
    main: path,
    xml: markedXml(text, styles, readWordNumbers(related('numbering'))),
    styles,
    beside: {
      ...review,
      ...(title ? { title } : {}),
      notTaken: [
        ...notTakenOf(document, styles),
        ...aroundOf([...relations.values()], (target) => part(partPath(path, target))),
      ],
      readAs:
        allBelow(document, 'oMath').length === 0 ? [] : ['equations: as their letters, in a row'],
      words: [document, ...notes].flatMap((each) => wordsIn(each, styles)),
    },
  }
}

function partXml(part: (path: string) => string | undefined, path: string): Xml | undefined {
  const text = part(path)
  return text === undefined ? undefined : readXml(text)
}

/** Whether a paragraph is one of a contents list, which pages have of their own. */
export function isContents(style: string): boolean {
  return /^(?:toc \d|toc heading|table of figures)$/.test(style)
}

/** Words of paragraphs that are to arrive. */
function wordsIn(element: Xml, styles: WordStyles): readonly string[] {
  const words: string[] = []
  const visit = (node: Xml, isMath = false): void => {
    const name = nameOf(node)
    if (name === 'Fallback' || name === 'del' || name === 'moveFrom' || name === 'instrText') return
    if (name === 'r' && isHiddenRun(node)) return
    if (name === 'p' && isContents(styles(styleOf(node)).name)) return
    // The letters of an equation stand apart.
    words.push(name === 'p' ? '\n' : name === 'oMath' || isMath ? ' ' : '', runWords(node) ?? '')
    for (const child of childrenOf(node)) visit(child, isMath || name === 'oMath')
    if (name === 'oMath') words.push(' ')
  }
  visit(element)
  return countedWords(words.join(''))
}

function styleOf(paragraph: Xml): string | undefined {
  const style = childOf(childOf(paragraph, 'pPr'), 'pStyle')
  return style && attributeOf(style, 'val')
}

function isHiddenRun(run: Xml): boolean {
  const hidden = childOf(childOf(run, 'rPr'), 'vanish')
  return hidden !== undefined && isOn(hidden)
}

function notTakenOf(document: Xml, styles: WordStyles): readonly string[] {
  const hidden = allBelow(document, 'r')
    .filter(isHiddenRun)
    .map((run) => run.text)
    .join('')
    .trim()
  const contents = allBelow(document, 'p').filter((each) => isContents(styles(styleOf(each)).name))
  return [
    ...(hidden === '' ? [] : [`hidden words: "${hidden.slice(0, 80)}"`]),
    ...(contents.length === 0 ? [] : ['its list of contents: pages have one of their own']),
  ]
}

interface AroundPart {
  readonly type: string
  readonly target: string
  readonly isOutside: boolean
}

/** What stands at the top and the foot of every page. */
function aroundOf(
  relations: readonly AroundPart[],
  part: (target: string) => string | undefined,
): readonly string[] {
  const around = relations.filter(({ type }) => type === 'header' || type === 'footer')
  const told = around.flatMap(({ type, target }) => {
    const text = part(target)
    const words =
      text === undefined
        ? ''
        : allBelow(readXml(text), 't')
            .map((each) => each.text)
            .join('')
            .trim()
    const where = type === 'header' ? 'at the top of its pages' : 'at the foot of its pages'
    return words === '' ? [] : [`what stands ${where}: "${words.slice(0, 80)}"`]
  })
  return [...new Set(told)]
}

// Matches the order of a cross reference: " REF _Ref12 \h ".
const RE_REFERENCE = /(<w:instrText\b[^<>]*>)\s*(?:PAGE)?REF\s+([\w.-]+)[^<]*(<\/w:instrText>)/g
// Matches a cross reference in one element.
const RE_SIMPLE =
  /<w:fldSimple\b(?:\s+(?!w:instr=)[\w:]+="[^"<>]*")*\s+w:instr="\s*REF\s+([\w.-]+)[^"<>]*"[^<>]*>((?:(?!<\/?w:fldSimple)[\s\S])*)<\/w:fldSimple>/g
// Matches an equation.
const RE_EQUATION = /<m:oMath(?:\s[^<>]*)?>((?:(?!<m:oMath[\s>])[\s\S])*?)<\/m:oMath>/g
// Matches a run without runs in it.
const RE_RUN = /<w:r(?:\s[^<>]*)?>(?:(?!<w:r[\s>]|<\/w:r>)[\s\S])*<\/w:r>/g
// Matches the properties of a paragraph, at its start.
const RE_PROPERTIES = /<w:p(?:\s[^<>]*)?>\s*<w:pPr>((?:(?!<\/w:pPr>|<w:p[\s>])[\s\S])*)<\/w:pPr>/g

/** Says with marks what the library does not tell: numbers, cross references, equations, what is hidden. */
function markedXml(text: string, styles: WordStyles, next: NextNumber): string {
  return (
    text
      .replace(RE_REFERENCE, '$1 HYPERLINK \\l "$2" $3')
      .replace(RE_SIMPLE, '<w:hyperlink w:anchor="$1">$2</w:hyperlink>')
      // The library reads no field in one element, so its words stand by themselves.
      .replace(/<\/?w:fldSimple\b[^<>]*>/g, '')
      .replace(RE_EQUATION, (_, inner: string) => {
        const letters = [...inner.matchAll(/<m:t(?:\s[^<>]*)?>([^<]*)<\/m:t>/g)].map(
          ([, each]) => each,
        )
        return `<w:r><w:t xml:space="preserve"> ${letters.join(' ')} </w:t></w:r>`
      })
      .replace(RE_RUN, (run) => (/<w:vanish(?:\/>|\s+w:val="(?:1|true|on)")/.test(run) ? '' : run))
      .replace(RE_PROPERTIES, (whole, inner: string) => {
        const list = listIn(inner, styles)
        return list ? `${whole}${mark(`n${next(list.id, list.level)}`)}` : whole
      })
  )
}

function listIn(
  properties: string,
  styles: WordStyles,
): { readonly id: string; readonly level: string } | undefined {
  const own = /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(properties)?.[0]
  const style = /<w:pStyle\b[^<>]*w:val="([^"]*)"/.exec(properties)?.[1]
  const found = styles(style)
  if (found.level !== undefined) return undefined
  const value = (name: string): string | undefined =>
    new RegExp(`<w:${name}\\b[^<>]*w:val="(\\d+)"`).exec(own ?? '')?.[1]
  if (own)
    return value('numId') === '0'
      ? undefined
      : { id: value('numId') ?? found.list?.id ?? '0', level: value('ilvl') ?? '0' }
  return found.list
}

function mark(words: string): string {
  return `<w:r><w:t>${OPEN}${words}${CLOSE}</w:t></w:r>`
}

/** A mark for the looks of a paragraph, as text at its start. */
export function lookMark({
  isBold,
  size,
}: {
  readonly isBold: boolean
  readonly size: number
}): string {
  return `${OPEN}l${isBold ? 'b' : ''}${size / 2}${CLOSE}`
}

// Matches the mark of looks in a paragraph, and of a number in an entry, at their start.
const RE_LOOK = new RegExp(`<p>((?:<a id="[^"]*"></a>)*)${OPEN}l(b?)([\\d.]+)${CLOSE}`, 'g')
const RE_FIRST = new RegExp(`<ol><li>((?:<[^>]+>)*)${OPEN}n(\\d+)${CLOSE}`, 'g')
const RE_ANY = new RegExp(`${OPEN}[^${CLOSE}]*${CLOSE}`, 'g')

/** Puts what the marks say into the HTML. */
export function withMarks(html: string): string {
  return html
    .replace(
      RE_LOOK,
      (_, anchors: string, bold: string, size: string) =>
        `<p data-size="${size}"${bold ? ' data-bold' : ''}>${anchors}`,
    )
    .replace(RE_FIRST, '<ol start="$2"><li>$1')
    .replace(RE_ANY, '')
}
