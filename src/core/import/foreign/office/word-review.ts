/** What people put beside the words of a Word document: comments, and changes that are tracked. */
import {
  type DocumentComment,
  type DocumentPlace,
  signed,
  type TrackedChange,
} from '../document.ts'
import { allBelow, attributeOf, childOf, childrenOf, nameOf, textIn, type Xml } from '../xml.ts'

/** The parts of a document in which its review stands. */
interface ReviewParts {
  readonly document: Xml
  readonly comments: Xml | undefined
  /** Who answers whom, and what is done; of Word 2013 and later. */
  readonly extended: Xml | undefined
  /** The level of a heading by the id of its style; absent for other paragraphs. */
  readonly levelOf: (style: string) => number | undefined
}

interface WordReview {
  readonly comments: readonly DocumentComment[]
  readonly changes: readonly TrackedChange[]
}

/** Reads comments and changes, each with its place. */
export function readWordReview({ document, comments, extended, levelOf }: ReviewParts): WordReview {
  const walk = new Walk(levelOf)
  walk.read(document)
  const done = doneIn(extended)
  const all = childrenOf(comments, 'comment')
  return {
    comments: all.flatMap((comment): readonly DocumentComment[] => {
      const words = childrenOf(comment, 'p').map(wordsOf).filter(Boolean).join(' ')
      if (words === '') return []
      const spot = walk.comments.get(attributeOf(comment, 'id') ?? '')
      const last = allBelow(comment, 'p').at(-1)
      const quoted = spot?.quoted.join('').replace(/\s+/g, ' ').trim()
      return [
        {
          words,
          ...(spot?.place ?? NOWHERE),
          ...(quoted ? { quoted } : {}),
          ...whoOf(comment),
          ...(done.has(attributeOf(last, 'paraId') ?? '') ? { isDone: true as const } : {}),
        },
      ]
    }),
    changes: walk.changes,
  }
}

const NOWHERE: DocumentPlace = { block: '', headings: [], bookmarks: [] }

/** Ids of paragraphs of comments that are done, and of the answers to them. */
function doneIn(extended: Xml | undefined): ReadonlySet<string> {
  const all = allBelow(extended, 'commentEx')
  const isDone = (each: Xml): boolean => attributeOf(each, 'done') === '1'
  const done = new Set(all.filter(isDone).map((each) => attributeOf(each, 'paraId') ?? ''))
  const answers = all.filter((each) => done.has(attributeOf(each, 'paraIdParent') ?? '-'))
  return new Set([...done, ...answers.map((each) => attributeOf(each, 'paraId') ?? '')])
}

function whoOf(element: Xml): Pick<DocumentComment, 'by' | 'on'> {
  return signed(attributeOf(element, 'author'), attributeOf(element, 'date'))
}

/** Elements that say a thing again in another way, or that are no words. */
const SKIPPED = new Set(['Fallback', 'pPr', 'rPr', 'sectPr', 'tblPr', 'tcPr', 'instrText'])

const DELETED = new Set(['del', 'moveFrom'])
const INSERTED = new Set(['ins', 'moveTo'])

/** Words of a run, by the name of the element that has them. */
export function runWords(element: Xml): string | undefined {
  const name = nameOf(element)
  if (name === 't' || name === 'delText') return textIn(element)
  if (name === 'tab' || name === 'br' || name === 'cr') return ' '
  return name === 'noBreakHyphen' ? '-' : undefined
}

function wordsOf(paragraph: Xml): string {
  return allBelow(paragraph, 't', 'tab', 'br').map(runWords).join('').replace(/\s+/g, ' ').trim()
}

/** A walk through a document, in its order. */
class Walk {
  readonly comments = new Map<string, { quoted: string[]; place?: DocumentPlace }>()
  readonly changes: TrackedChange[] = []
  readonly #levelOf: (style: string) => number | undefined
  #headings: readonly { readonly level: number; readonly words: string }[] = []
  #bookmark: string | undefined
  #row: readonly string[] | undefined
  /** Comments whose words have begun and not ended. */
  readonly #open = new Set<string>()

  constructor(levelOf: (style: string) => number | undefined) {
    this.#levelOf = levelOf
  }

  read(element: Xml): void {
    if (nameOf(element) === 'p') {
      this.#readParagraph(element)
      return
    }
    for (const child of childrenOf(element)) {
      if (SKIPPED.has(nameOf(child))) continue
      if (nameOf(child).startsWith('comment')) this.#mark(child, [])
      if (nameOf(child) === 'bookmarkStart') this.#bookmark = bookmarkOf(child) ?? this.#bookmark
      const around = this.#row
      if (nameOf(child) === 'tr')
        this.#row = childrenOf(child, 'tc').map((cell) =>
          allBelow(cell, 'p').map(wordsOf).join(' '),
        )
      this.read(child)
      this.#row = around
    }
  }

  #readParagraph(paragraph: Xml): void {
    const bookmarks: string[] = []
    const words: string[] = []
    const here: string[] = []
    const changes: { sort: TrackedChange['sort']; words: string; who: ReturnType<typeof whoOf> }[] =
      []
    const inner: Xml[] = []
    const visit = (element: Xml, change?: { sort: TrackedChange['sort']; element: Xml }): void => {
      for (const child of childrenOf(element)) {
        const name = nameOf(child)
        if (SKIPPED.has(name)) continue
        if (name === 'p') {
          inner.push(child)
          continue
        }
        if (name === 'bookmarkStart') bookmarks.push(...[bookmarkOf(child) ?? []].flat())
        if (name.startsWith('comment')) this.#mark(child, here)
        const text = runWords(child)
        if (text !== undefined && change) {
          const last = changes.at(-1)
          const who = whoOf(change.element)
          const isSame = last?.sort === change.sort && last.who.by === who.by
          if (last && isSame) last.words += text
          else changes.push({ sort: change.sort, words: text, who })
        } else if (text !== undefined) changes.push({ sort: 'inserted', words: '', who: {} })
        if (text !== undefined && change?.sort !== 'deleted') {
          words.push(text)
          for (const id of this.#open) this.comments.get(id)?.quoted.push(text)
        }
        const sort = DELETED.has(name) ? 'deleted' : INSERTED.has(name) ? 'inserted' : undefined
        visit(child, sort ? { sort, element: child } : change)
      }
    }
    visit(paragraph)
    const block = words.join('').replace(/\s+/g, ' ').trim()
    const style = childOf(childOf(paragraph, 'pPr'), 'pStyle')
    const level = style && this.#levelOf(attributeOf(style, 'val') ?? '')
    if (level !== undefined && block !== '')
      this.#headings = [
        ...this.#headings.filter((each) => each.level < level),
        { level, words: block },
      ]
    const isEntry = childOf(childOf(paragraph, 'pPr'), 'numPr') !== undefined
    this.#bookmark = bookmarks.at(-1) ?? this.#bookmark
    const before = this.#bookmark === undefined ? [] : [this.#bookmark]
    const place: DocumentPlace = {
      block,
      headings: this.#headings.map((each) => each.words),
      bookmarks: bookmarks.length > 0 ? bookmarks : before,
      ...(this.#row && { row: this.#row }),
    }
    for (const id of here) {
      const comment = this.comments.get(id)
      if (comment && !comment.place) comment.place = place
    }
    // What follows an entry of a list says nothing more of it.
    if (isEntry) this.#bookmark = undefined
    for (const { sort, words: changed, who } of changes)
      if (changed.trim() !== '')
        this.changes.push({ sort, words: changed.trim(), ...who, ...place })
    for (const each of inner) this.read(each)
  }

  #mark(element: Xml, here: string[]): void {
    const id = attributeOf(element, 'id') ?? ''
    const name = nameOf(element)
    if (name === 'commentRangeEnd') this.#open.delete(id)
    if (name !== 'commentRangeStart' && name !== 'commentReference') return
    if (!this.comments.has(id)) this.comments.set(id, { quoted: [] })
    if (name === 'commentRangeStart') this.#open.add(id)
    here.push(id)
  }
}

/** The name of a bookmark; those of Word itself mark where somebody last was. */
function bookmarkOf(element: Xml): string | undefined {
  const name = attributeOf(element, 'name')
  return name === undefined || name === '_GoBack' ? undefined : name
}
