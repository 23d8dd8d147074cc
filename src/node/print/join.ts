/** Joins PDFs that Chromium has printed of parts of one page: their pages, tags, places and bookmarks. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import { dictIn, entriesIn, nameIn, numberIn } from './read/objects.ts'

/**
 * Puts the pages of a part behind those of the whole, which holds all objects of the part then. Both are as
 * Chromium printed them, and nobody has asked for the pages of the whole; the part cannot be used any more.
 * @param number Of the part: a higher one for each, above 0.
 * @throws for what Chromium has not printed with tags.
 */
export function joinPrinted(whole: PDFDocument, part: PDFDocument, number: number): void {
  const into = landmarksOf(whole)
  const from = landmarksOf(part)
  const move: Move = {
    whole,
    refs: whole.context.largestObjectNumber,
    known: new Map(),
    parents: numberIn(into.tags, 'ParentTreeNextKey') ?? 0,
    // Behind `node00000013` in the order of letters, as lists of names must be.
    ids: `part${String(number).padStart(5, '0')}-`,
  }
  const bookmarks = bookmarksOf(part)
  const left = new Set([...from.own, ...bookmarks.map(({ ref }) => ref)])
  for (const [ref, object] of part.context.enumerateIndirectObjects())
    if (!left.has(ref)) whole.context.assign(movedRef(ref, move), moved(object, move))
  joinPages(into, from, move)
  joinTags(into, from, move)
  joinPlaces(into, from, move)
  const added = bookmarks.map(({ level, dict }) => ({ level, dict: moved(dict, move) as PDFDict })) // as it was
  writeBookmarks(whole, [...bookmarksOf(whole), ...added])
}

/** What objects of a part become in the whole. */
interface Move {
  readonly whole: PDFDocument
  /** Added to the number of each object. */
  readonly refs: number
  /** What they have become, since many objects name the same: pdf-lib finds each by a text. */
  readonly known: Map<PDFRef, PDFRef>
  /** Added to the number of each list of tags. */
  readonly parents: number
  /** Stands in front of the names of tags. */
  readonly ids: string
}

function movedRef(ref: PDFRef, { refs, known }: Move): PDFRef {
  const before = known.get(ref)
  if (before) return before
  const found = PDFRef.of(ref.objectNumber + refs, ref.generationNumber)
  known.set(ref, found)
  return found
}

/** The same object, in the whole. */
function moved(object: PDFObject, move: Move, key = ''): PDFObject {
  const { context } = move.whole
  if (object instanceof PDFRef) return movedRef(object, move)
  if (object instanceof PDFRawStream)
    return PDFRawStream.of(moved(object.dict, move) as PDFDict, object.contents) // as it was
  if (object instanceof PDFArray) {
    const array = PDFArray.withContext(context)
    for (const entry of object.asArray()) array.push(moved(entry, move, key))
    return array
  }
  if (object instanceof PDFDict) {
    const entries = object
      .entries()
      .map(([own, value]) => [own, moved(value, move, own.asString())] as const)
    return likeOf(object).fromMapWithContext(new Map(entries), context)
  }
  if (object instanceof PDFNumber && NUMBERS_LIST.has(key))
    return PDFNumber.of(object.asNumber() + move.parents)
  if (object instanceof PDFString && NAMES_TAG.has(key))
    return PDFString.of(move.ids + object.asString())
  return object
}

function likeOf(dict: PDFDict): Pick<typeof PDFDict, 'fromMapWithContext'> {
  if (dict instanceof PDFPageLeaf) return PDFPageLeaf
  return dict instanceof PDFPageTree ? PDFPageTree : PDFDict
}

/** Keys of numbers by which the lists of tags are found, and of names that tags have. */
const NUMBERS_LIST: ReadonlySet<string> = new Set(['/StructParents', '/StructParent'])
const NAMES_TAG: ReadonlySet<string> = new Set(['/ID', '/Headers', '/Limits', '/Names'])

/** What there is once in each document. */
interface Landmarks {
  readonly catalog: PDFDict
  readonly pages: PDFPageTree
  readonly pagesRef: PDFRef
  readonly tags: PDFDict
  /** The tag around all others. */
  readonly top: PDFDict
  readonly topRef: PDFRef
  /** What only one document has. */
  readonly own: readonly PDFRef[]
}

function landmarksOf({ catalog, context }: PDFDocument): Landmarks {
  const tags = dictIn(catalog, 'StructTreeRoot')
  const [topRef, ...others] = tags ? entriesIn(tags, 'K') : []
  const pagesRef = catalog.get(name('Pages'))
  if (!tags || !(topRef instanceof PDFRef) || !(pagesRef instanceof PDFRef) || others.length > 0)
    throw new Error('Expected a printed part with tags, all within one')
  const own = [
    ...[context.trailerInfo.Root, context.trailerInfo.Info, topRef],
    ...['Dests', 'StructTreeRoot', 'Outlines'].map((key) => catalog.get(name(key))),
    ...['ParentTree', 'IDTree'].map((key) => tags.get(name(key))),
  ]
  return {
    catalog,
    pages: catalog.Pages(),
    pagesRef,
    tags,
    top: context.lookup(topRef, PDFDict),
    topRef,
    own: own.filter((one) => one instanceof PDFRef),
  }
}

function joinPages(into: Landmarks, from: Landmarks, move: Move): void {
  const ref = movedRef(from.pagesRef, move)
  move.whole.context.lookup(ref, PDFDict).set(name('Parent'), into.pagesRef)
  into.pages.pushTreeNode(ref)
  const count = into.pages.Count().asNumber() + from.pages.Count().asNumber()
  into.pages.set(name('Count'), PDFNumber.of(count))
}

/** Tags stand in one tree, and are found by the numbers of pages and links, and by their names. */
function joinTags(into: Landmarks, from: Landmarks, move: Move): void {
  const { context } = move.whole
  const kids = entriesIn(from.top, 'K').map((kid) => moved(kid, move))
  for (const kid of kids) context.lookup(kid, PDFDict).set(name('P'), into.topRef)
  addTo(into.top, 'K', kids)
  const lists = entriesIn(listsOf(from), 'Nums').map((entry, index) =>
    index % 2 === 0 && entry instanceof PDFNumber
      ? PDFNumber.of(entry.asNumber() + move.parents)
      : moved(entry, move),
  )
  addTo(listsOf(into), 'Nums', lists)
  const next = move.parents + (numberIn(from.tags, 'ParentTreeNextKey') ?? 0)
  into.tags.set(name('ParentTreeNextKey'), PDFNumber.of(next))
  const named = dictIn(from.tags, 'IDTree')
  if (!named) return
  if (!into.tags.has(name('IDTree'))) into.tags.set(name('IDTree'), context.obj({ Kids: [] }))
  const names = dictIn(into.tags, 'IDTree')
  if (names)
    addTo(
      names,
      'Kids',
      entriesIn(named, 'Kids').map((kid) => moved(kid, move)),
    )
}

/** @throws where they are not all in one list. */
function listsOf({ tags }: Landmarks): PDFDict {
  const lists = dictIn(tags, 'ParentTree')
  if (!lists || lists.has(name('Kids'))) throw new Error('Expected one list of the tags of pages')
  return lists
}

function addTo(dict: PDFDict, key: string, added: readonly PDFObject[]): void {
  const held = dict.lookup(name(key))
  if (held instanceof PDFArray) for (const entry of added) held.push(entry)
  else dict.set(name(key), dict.context.obj([...entriesIn(dict, key), ...added]))
}

/** Where links lead to. A place that both have, such as that of the whole page, is the first one's. */
function joinPlaces(into: Landmarks, from: Landmarks, move: Move): void {
  const added = dictIn(from.catalog, 'Dests')
  if (!added) return
  if (!into.catalog.has(name('Dests'))) into.catalog.set(name('Dests'), move.whole.context.obj({}))
  const places = dictIn(into.catalog, 'Dests')
  for (const [id, place] of added.entries())
    if (places && !places.has(id)) places.set(id, moved(place, move))
}

interface Bookmark {
  /** Of its heading, from 1. */
  readonly level: number
  readonly dict: PDFDict
  /** Absent for one that is not yet in a document. */
  readonly ref?: PDFRef
}

/** In the order of the document. */
function bookmarksOf({ catalog }: PDFDocument): readonly Required<Bookmark>[] {
  const found: Required<Bookmark>[] = []
  const gather = (parent: PDFDict) => {
    let next = parent.get(name('First'))
    while (next instanceof PDFRef) {
      const dict: PDFDict = parent.context.lookup(next, PDFDict)
      const heading = dictIn(dict, 'SE')
      found.push({
        level: Number((heading && nameIn(heading, 'S'))?.slice(1)) || 1,
        dict,
        ref: next,
      })
      gather(dict)
      next = dict.get(name('Next'))
    }
  }
  const outlines = dictIn(catalog, 'Outlines')
  if (outlines) gather(outlines)
  return found
}

/** Writes all bookmarks anew, each within the last one before it whose heading is higher. */
function writeBookmarks({ catalog, context }: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return
  if (!catalog.has(name('Outlines')))
    catalog.set(name('Outlines'), context.register(context.obj({ Type: 'Outlines' })))
  const top = {
    level: 0,
    dict: catalog.lookup(name('Outlines'), PDFDict),
    ref: catalog.get(name('Outlines')),
  }
  const above: { level: number; dict: PDFDict; ref: PDFObject | undefined }[] = [top]
  for (const { dict: old } of bookmarks) for (const key of TREE) old.delete(name(key))
  for (const key of TREE) top.dict.delete(name(key))
  for (const { level, dict, ref: known } of bookmarks) {
    while (above.length > 1 && (above.at(-1)?.level ?? 0) >= level) above.pop()
    const parent = above.at(-1) ?? top
    const ref = known ?? context.register(dict)
    const last = parent.dict.get(name('Last'))
    if (parent.ref) dict.set(name('Parent'), parent.ref)
    if (last) {
      dict.set(name('Prev'), last)
      context.lookup(last, PDFDict).set(name('Next'), ref)
    } else parent.dict.set(name('First'), ref)
    parent.dict.set(name('Last'), ref)
    for (const { dict: one } of above)
      one.set(name('Count'), PDFNumber.of((numberIn(one, 'Count') ?? 0) + 1))
    above.push({ level, dict, ref })
  }
}

/** What says where a bookmark stands among others. */
const TREE = ['Parent', 'Prev', 'Next', 'First', 'Last', 'Count']

function name(of: string): PDFName {
  return PDFName.of(of)
}
