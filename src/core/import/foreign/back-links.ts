/**
 * Footnotes and comments of an HTML page: a mark that leads to a note, and a sign in the note that
 * leads back. Word processors, Google Docs, wikis and `mammoth` all write them so.
 */
import { attributeOf, type Html, type HtmlElement, lineTextOf, rawTextOf } from '../html-tree.ts'
import { closest, elementsBelow, parentOf, remove, rename, replaceBy } from './edit-tree.ts'

/** What a page says beside its words. */
interface BackLinked {
  /** Notes in the order of their first marks; each is out of the tree, without its sign. */
  readonly notes: readonly { readonly id: string; readonly element: HtmlElement }[]
  /** Comments that the page shows as notes, each with the block of its mark. */
  readonly comments: readonly { readonly words: string; readonly mark: HtmlElement }[]
}

/** Letters of a mark: `1`, `[12]`, `iv`, `[a]`. */
const LONGEST_MARK = 8

/** Elements that can be a note. */
const NOTE_BLOCKS = new Set(['li', 'p', 'div', 'dd', 'aside', 'td'])

/** Finds the pairs, puts a `Call` in the place of each mark, and takes the notes out of the tree. */
export function takeNotes(nodes: readonly Html[]): BackLinked {
  const elements = elementsBelow(nodes)
  const byId = new Map<string, HtmlElement>()
  for (const element of elements)
    for (const id of idsOf(element)) if (!byId.has(id)) byId.set(id, element)
  const links = elements.filter(
    (element) => element.tagName === 'a' && (attributeOf(element, 'href') ?? '').startsWith('#'),
  )
  const backs = new Set<HtmlElement>()
  // More are no marks of notes, and each is looked for in a whole block.
  const marks = links.slice(0, 5000).flatMap((mark) => {
    if (backs.has(mark) || rawTextOf(mark).trim().length > LONGEST_MARK) return []
    const target = byId.get(targetOf(mark))
    const block = target && closest(target, NOTE_BLOCKS)
    if (!target || !block) return []
    const own = new Set([mark, ...inlineAround(mark)].flatMap(idsOf))
    const back = elementsBelow([block]).find(
      (each) => each.tagName === 'a' && each !== mark && own.has(targetOf(each)),
    )
    if (!back) return []
    for (const each of elementsBelow([block]))
      if (each.tagName === 'a' && targetOf(each) !== '' && isSign(each)) backs.add(each)
    return [{ mark, target, block }]
  })
  const marked = new Set(marks.map(({ mark }) => mark))
  const targets = new Set(marks.map(({ target }) => target))
  const notes = new Map<HtmlElement, string>()
  const comments: { words: string; mark: HtmlElement }[] = []
  for (const { mark, block } of marks) {
    const note = noteAround(block, targets, marked)
    const isComment = /^_?cmnt/i.test(targetOf(mark))
    if (!isComment && !notes.has(note)) notes.set(note, String(notes.size + 1))
    const outer = [mark, ...inlineAround(mark)].findLast(
      (each) => rawTextOf(each).trim() === rawTextOf(mark).trim(),
    )
    const call = replaceBy(outer ?? mark, isComment ? 'Remark' : 'Call', {
      to: notes.get(note) ?? '',
    })
    if (isComment) comments.push({ words: wordsWithoutSign(note), mark: call })
    if (isComment) remove(note)
  }
  for (const back of backs) remove(back)
  for (const note of notes.keys()) {
    remove(note)
    rename(note, 'Note')
  }
  return {
    notes: [...notes].map(([element, id]) => ({ id, element })),
    comments,
  }
}

function idsOf(element: HtmlElement): readonly string[] {
  return [attributeOf(element, 'id'), attributeOf(element, 'name')].filter(
    (each) => each !== undefined && each !== '',
  ) as readonly string[] // what is left is text
}

/** `<a href="#x">` → `x`; `''` for any other element. */
function targetOf(element: HtmlElement): string {
  const href = element.tagName === 'a' ? (attributeOf(element, 'href') ?? '') : ''
  return href.startsWith('#') ? href.slice(1) : ''
}

function isSign(link: HtmlElement): boolean {
  return rawTextOf(link).trim().length <= LONGEST_MARK
}

/** `<sup>` and the like around a mark. */
function inlineAround(mark: HtmlElement): readonly HtmlElement[] {
  const around: HtmlElement[] = []
  for (
    let at = parentOf(mark);
    at && /^(?:sup|span|small|b|i|a)$/.test(at.tagName);
    at = parentOf(at)
  )
    around.push(at)
  return around
}

/** The largest element that holds this note and nothing else that is known. */
function noteAround(
  block: HtmlElement,
  targets: ReadonlySet<HtmlElement>,
  marks: ReadonlySet<HtmlElement>,
): HtmlElement {
  let note = block
  for (
    let at = parentOf(block);
    at && at.tagName === 'div' && note.tagName !== 'li';
    at = parentOf(at)
  ) {
    const inside = elementsBelow([at])
    if (inside.filter((each) => targets.has(each)).length > 1) break
    if (inside.some((each) => marks.has(each) || /^h[1-6]$/.test(each.tagName))) break
    note = at
  }
  return note
}

function wordsWithoutSign(note: HtmlElement): string {
  const signs = elementsBelow([note]).filter((each) => targetOf(each) !== '' && isSign(each))
  for (const sign of signs) remove(sign)
  return lineTextOf(note)
}
