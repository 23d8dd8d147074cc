/** A document that this tool made, read back: each item as authors write it, without what the tool says beside it. */

import { formInWords } from '../../../chart/index.ts'
import { languageIn } from '../../../code/bookmark.ts'
import { diagramInProperty, type PicturedDiagram } from '../../../diagram/properties.ts'
import { NO_EVIDENCE } from '../../../graph/gaps-in-words.ts'
import { LINK_WORDS, SET_OUT_UNDER } from '../../../graph/links-in-words.ts'
import { NOT_RATED } from '../../../graph/strength-words.ts'
import { COVER_DATES, COVER_FIELDS, type CoverValues } from '../../../settings/cover-fields.ts'
import { linesOfNumbers } from '../../../syntax/conventions/charts.ts'
import { readStrength } from '../../../syntax/conventions/strength.ts'
import { type OwnLines, readOwnLines } from '../../own-lines.ts'
import { countedWords, missingWords } from '../document.ts'
import { allBelow, attributeOf, childrenOf, textIn, type Xml } from '../xml.ts'
import { chartInMark, withoutMarks } from './word-marks.ts'

/** What the library gives of a paragraph or of what is in it. */
export interface WordElement {
  readonly type: string
  readonly children?: readonly WordElement[]
  readonly value?: string
  /** Of a bookmark: `k_objective_1`. */
  readonly name?: string
  readonly noteId?: string
  /** Of a link that leads out of the document. */
  readonly href?: string
  readonly styleId?: string | null
  readonly styleName?: string | null
  readonly numbering?: unknown
  /** Of a paragraph: `right`. */
  readonly alignment?: string | null
  /** Of a picture. */
  readonly altText?: string | null
  readonly isBold?: boolean
  /** Points. */
  readonly fontSize?: number | null
}

/** What is taken off our own documents. */
export interface OwnDocument {
  /** Footnotes that say again what an item says, by id. */
  readonly notes: ReadonlySet<string>
  /** Words that were taken off, as they are met. */
  readonly dropped: string[]
  /** What its first page says of the case, as it is met. */
  readonly cover: { -readonly [Field in keyof CoverValues]: CoverValues[Field] }
  /** The words of that. */
  readonly covered: string[]
  /** Diagrams of authors, in their order, whose pictures are not met yet. */
  readonly diagrams: PicturedDiagram[]
  /** What is told of charts that were met, and are drawn again from their numbers or by the tool itself. */
  readonly charts: string[]
  /** Its lines that the tool wrote, and the brackets of its labels. */
  readonly lines: OwnLines
  /** Of its code. */
  readonly languages: readonly string[]
}

/** What is ours in a document; `undefined` for anybody else's. */
export function ownDocument(
  document: Xml,
  footnotes: Xml | undefined,
  properties: Xml | undefined,
): OwnDocument | undefined {
  const styles = allBelow(document, 'pStyle').map((each) => attributeOf(each, 'val') ?? '')
  const names = allBelow(document, 'bookmarkStart').map((each) => attributeOf(each, 'name') ?? '')
  const isOurs = styles.includes('ContentsTitle') && names.some((name) => name.startsWith('k_'))
  if (!isOurs) return undefined
  const all = countedWords(allBelow(document, 'p').map(textIn).join('\n'))
  const again = childrenOf(footnotes, 'footnote').filter((note) => {
    const [link] = allBelow(note, 'hyperlink')
    const isItem = attributeOf(link, 'anchor')?.startsWith('k_') === true
    const isNew = missingWords(countedWords(textIn(note)), all).length > 0
    return isItem && !isNew && textIn(note).trim().startsWith(textIn(link).trim())
  })
  return {
    notes: new Set(again.map((note) => attributeOf(note, 'id') ?? '')),
    dropped: again.map(textIn),
    cover: {},
    covered: [],
    charts: [],
    lines: readOwnLines(
      allBelow(properties, 'property').map((each) => [
        attributeOf(each, 'name') ?? '',
        textIn(each),
      ]),
    ),
    languages: [...new Set(['', ...names.map(languageIn)])],
    diagrams: allBelow(properties, 'property').flatMap(
      (each) => diagramInProperty(attributeOf(each, 'name') ?? '', textIn(each).trim()) ?? [],
    ),
  }
}

/** A name of an item, and where it stands among what was made. */
interface OpenLabel {
  readonly head: WordElement
  /** The name with its bracket and a colon. */
  readonly label: string
  readonly name: string
  readonly at: number
  /** Set where it has its words. */
  readonly isSaid?: true
}

/** The same paragraphs with items as authors write them: `Decision 1: We chose a bridge.` */
export function itemsAsWritten(
  paragraphs: readonly WordElement[],
  styleOf: (paragraph: WordElement) => string,
  own: OwnDocument,
): readonly WordElement[] {
  const { dropped } = own
  const made: WordElement[] = []
  const charts = chartsAsWritten(paragraphs, own)
  let isCover = false
  let label: OpenLabel | undefined
  let phase = ''
  let level = 1
  for (const each of charts) {
    const style = each.type === 'paragraph' ? styleOf(each) : ''
    const text = textOf(each).trim()
    const before = label
    if (style !== 'item name' && own.lines.has(withoutMarks(textOf(each)))) {
      dropped.push(...linesOf(each))
    } else if (style === 'item name' && RE_NAME.test(behindName(each))) {
      const name = boldIn(each)
      const bracket = own.lines.brackets.get(name)
      label = {
        head: each,
        name,
        at: made.length,
        label: bracket ? `${name} (${bracket}): ` : `${name}: `,
      }
      dropped.push(text.slice(name.length))
      made.push(labelled(each, label.label, []))
    } else if (style === 'item words' && before?.at === made.length - 1 && !before.isSaid) {
      label = { ...before, isSaid: true }
      made[before.at] = labelled(before.head, before.label, each.children ?? [])
    } else if (style === 'gap' && text === NO_EVIDENCE) dropped.push(text)
    else if (style === 'picture' && RE_DRAWN.test(altOf(each))) dropped.push(altOf(each))
    else if (style === 'picture' && own.diagrams.some(({ alt }) => alt === altOf(each)))
      made.push(...diagramAsWritten(altOf(each), own))
    else if (style === 'code') made.push(codeAsWritten(each))
    else if (style === 'quiet line' && isSaid(text, before?.name)) {
      dropped.push(text)
      const said = strengthIn(text)
      const first = before && made[before.at]
      if (first && text !== NOT_RATED && readStrength(said)) {
        dropped.pop()
        if (text.includes(NOT_RATED)) dropped.push(NOT_RATED)
        made[before.at] = withStrength(first, before, said)
      }
    } else if (style === 'phase') phase = text
    else if (style === 'title') {
      const tag = phase === '' ? [] : [runOf(`[${phase}] `)]
      made.push({ ...each, children: [...tag, ...(each.children ?? [])] })
      phase = ''
      isCover = true
    } else if (style === 'contents title') {
      dropped.push(text)
      isCover = false
    } else if (isCover && takeCoverLine(each, own)) continue
    else {
      level = Number(/^heading (\d)$/.exec(style)?.[1] ?? level)
      const said = before?.isSaid && style === 'item words' ? made[before.at] : undefined
      // What has more than one paragraph of words was written as a heading with what stands below.
      if (said && before) made[before.at] = { ...said, styleId: `Heading${Math.min(level + 1, 6)}` }
      made.push(each.type === 'paragraph' ? entryAsWritten(each) : each)
    }
  }
  return made
}

/** The same paragraphs with `(as bars)` below the numbers of a chart, which stands above them. */
function chartsAsWritten(
  paragraphs: readonly WordElement[],
  { charts, lines }: OwnDocument,
): readonly WordElement[] {
  const made: WordElement[] = []
  let form: string | undefined
  for (const [index, each] of paragraphs.entries()) {
    const about = chartInMark(textOf(each).trim())
    if (about !== undefined && lines.has(about)) {
      charts.push(about)
      continue
    }
    const told = about && formInWords(about)
    if (told && isNumbers(paragraphs[index + 1])) {
      charts.push(about)
      form = told
      continue
    }
    made.push(each)
    const goesOn = each.numbering && paragraphs[index + 1]?.numbering
    if (form === undefined || goesOn) continue
    made.push({
      type: 'paragraph',
      styleId: null,
      styleName: null,
      children: [runOf(`(as ${form})`)],
    })
    form = undefined
  }
  return made
}

function isNumbers(element: WordElement | undefined): boolean {
  if (element?.type === 'table' || element?.numbering) return true
  return element?.type === 'paragraph' && linesOfNumbers(textOf(element)) !== undefined
}

/** A diagram in the place of its picture; `[]` for one of its further pictures. */
function diagramAsWritten(alt: string, { diagrams, dropped }: OwnDocument): readonly WordElement[] {
  const [found] = diagrams.splice(
    diagrams.findIndex((one) => one.alt === alt),
    1,
  )
  dropped.push(alt)
  if (!found || found.text === '') return []
  return [{ type: 'paragraph', styleId: MERMAID, styleName: null, children: [runOf(found.text)] }]
}

/** The style of a paragraph that is a diagram. */
export const MERMAID = 'x-mermaid'

/** Code with its lines; a bookmark around them names its language. */
function codeAsWritten(paragraph: WordElement): WordElement {
  const language = paragraph.children?.map(({ name = '' }) => languageIn(name)).find(Boolean) ?? ''
  return {
    ...{ type: 'paragraph', styleId: codeStyle(language), styleName: null },
    children: [runOf(linesIn(paragraph))],
  }
}

/** The style of a paragraph that is code in a language; of any other code where that is `''`. */
export function codeStyle(language: string): string {
  return `${CODE}${language}`
}

/** Whether a style is that of code or of a diagram, whose lines stay as they are. */
export function isVerbatim(styleId: string | null | undefined): boolean {
  return styleId === MERMAID || styleId?.startsWith(CODE) === true
}

const CODE = 'x-code-'

function linesIn({ type, value, children = [] }: WordElement): string {
  return type === 'break' ? '\n' : (value ?? children.map(linesIn).join(''))
}

/** Takes a line of the first page, if it is one: what it says of the case goes into `case.yaml`. */
function takeCoverLine(paragraph: WordElement, { cover, covered, dropped }: OwnDocument): boolean {
  const text = textOf(paragraph).trim()
  const name = boldIn(paragraph).replace(/:$/, '')
  const says = text.slice(name.length + 1).trim()
  if (name === '' || says === '' || !text.startsWith(`${name}:`)) return false
  const [field] = Object.entries(COVER_FIELDS).find(([, called]) => called === name) ?? []
  if (field !== undefined) {
    const link = paragraph.children?.find(({ href }) => href !== undefined)
    cover[field as keyof CoverValues /* a key of the table */] ??= link?.href ?? says
    covered.push(text)
    return true
  }
  const isDate = Object.values<string>(COVER_DATES).includes(name)
  if (isDate) dropped.push(text)
  return isDate
}

// Matches the description of a diagram that the tool draws again: "Objectives and success factors. 3 objectives on the left, …".
const RE_DRAWN = /\. \d+ [\p{L} ]+ on the left, \d+ [\p{L} ]+ on the right\. /u

function altOf(element: WordElement): string {
  return element.altText ?? (element.children ?? []).map(altOf).join('')
}

// Matches what stands behind the name of an item: " CSF2, sprint 1".
const RE_NAME = /^(?: \S+)?(?:, sprint [^,.]{1,20})?$/

function boldIn({ children = [] }: WordElement): string {
  return children
    .filter(({ isBold }) => isBold)
    .map(textOf)
    .join('')
    .trim()
}

/** What follows the name of an item; a sign that is nowhere else where no name is in front. */
function behindName(paragraph: WordElement): string {
  const [text, name] = [textOf(paragraph).trim(), boldIn(paragraph)]
  return name !== '' && text.startsWith(name) ? text.slice(name.length) : '?'
}

/** Whether a line is one that the tool writes by itself, with nothing of a reviewer's: it will be there again. */
function isSaid(text: string, item: string | undefined): boolean {
  if (/^Links marked “draft” are [^.]*\.$/.test(text)) return true
  if (item === undefined) return false
  if (text === NOT_RATED || readStrength(strengthIn(text))?.unread.length === 0) return true
  return text
    .split(/(?<=\.)\s+/)
    .every((line) => OWN_LINES.some((words) => line.startsWith(`${words} `)))
}

const OWN_LINES = [...LINK_WORDS, SET_OUT_UNDER]

/** Sentences as the bracket of a label has them, without the one that nobody wrote. */
function strengthIn(text: string): string {
  return text
    .replace(/\.$/, '')
    .split(/\.\s+/)
    .filter((sentence) => sentence !== NOT_RATED)
    .join('; ')
}

/** `Evidence 1a (interview, March 2020): …` */
function withStrength(
  paragraph: WordElement,
  { name, label }: OpenLabel,
  said: string,
): WordElement {
  const children = (paragraph.children ?? []).map((child) =>
    textOf(child) === label ? runOf(`${name} (${said}): `) : child,
  )
  return { ...paragraph, children }
}

function labelled(head: WordElement, label: string, words: readonly WordElement[]): WordElement {
  const marks = (head.children ?? []).filter(({ type }) => type !== 'run')
  return { ...head, children: [...marks, runOf(label), ...words] }
}

/** An entry with its id in front, which stands behind its words: `O1: People cross fast`. */
function entryAsWritten(paragraph: WordElement): WordElement {
  const children = paragraph.children ?? []
  const at = children.findIndex(({ type, name }) => type === 'bookmarkStart' && isKey(name))
  const [space, last] = children.slice(-2)
  const id = last?.isBold ? textOf(last).trim() : ''
  if (!paragraph.numbering || at < 0 || id === '' || !space || textOf(space).trim() !== '')
    return paragraph
  const words = children.slice(at + 1, -2)
  return { ...paragraph, children: [...children.slice(0, at + 1), runOf(`${id}: `), ...words] }
}

function isKey(bookmark = ''): boolean {
  return bookmark.startsWith('k_')
}

function runOf(value: string): WordElement {
  return { type: 'run', children: [{ type: 'text', value }] }
}

/** All text in an element of a Word document. */
export function textOf(element: WordElement): string {
  return element.value ?? (element.children ?? []).map(textOf).join('')
}

/** The text of each paragraph: cells of a table are no one word. */
function linesOf(element: WordElement): readonly string[] {
  if (element.type === 'paragraph') return [withoutMarks(textOf(element))]
  return (element.children ?? []).flatMap(linesOf)
}
