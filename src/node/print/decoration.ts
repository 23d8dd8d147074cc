/** Makes everything on a page either tagged or an artifact, and no decoration tagged. */
import { deflateSync } from 'node:zlib'
import {
  type PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib'
import { markArtifacts, marksIn } from './artifacts.ts'
import { dictIn, entriesIn, textOfStream, unpacked } from './read/objects.ts'
import { flatten, readTree, type StructureElement } from './read/tree.ts'
import { keyOf, removeMarks } from './remove-marks.ts'
import { addSpaces, type WordPairs } from './soft-breaks.ts'

/**
 * Marks as artifact what is painted without a tag, and what is only the edge or background of a
 * box, on every page and in every form on it. Takes edges and backgrounds out of the structure. Where
 * lines end, the words of the page say whether there is a space.
 */
export function markDecoration(document: PDFDocument, pairs: WordPairs): void {
  const context: MarkingContext = {
    document,
    boxes: readBoxes(document),
    pairs,
    dropped: new Set(),
    seen: new Set(),
  }
  const old = new Set<PDFRef>()
  for (const { node, ref } of document.getPages()) {
    const resources = node.Resources()
    if (!resources) continue
    const streams = entriesIn(node, 'Contents')
    const content = streams.map((entry) => contentOf(document, entry)).join('\n')
    const marked = markStream(content, { owner: ref, resources, context })
    for (const entry of streams) if (entry instanceof PDFRef) old.add(entry)
    node.set(PDFName.of('Contents'), document.context.register(packed(document, marked)))
  }
  for (const ref of old) document.context.delete(ref)
  removeMarks(document, context.dropped)
}

interface MarkingContext {
  readonly document: PDFDocument
  /** Marks whose tag is no drawing: they may be only a border, without words in it. */
  readonly boxes: ReadonlySet<string>
  readonly pairs: WordPairs
  /** Marks that are artifacts now. */
  readonly dropped: Set<string>
  readonly seen: Set<PDFDict>
}

/** A page or form to which a stream belongs, and the objects that the stream may name. */
interface Owned {
  /** The page or form, which numbers its marks for itself. */
  readonly owner: PDFRef
  readonly resources: PDFDict
  readonly context: MarkingContext
}

function markStream(content: string, { owner, resources, context }: Owned): string {
  const forms = readForms(resources)
  for (const form of forms.values()) markForm(form, context)
  const marked = markArtifacts(content, {
    isBox: (mcid) => context.boxes.has(keyOf(owner, mcid)),
    isTagged: (name) => forms.get(name)?.isTagged ?? false,
  })
  for (const mcid of marked.dropped) context.dropped.add(keyOf(owner, mcid))
  return addSpaces(marked.content, resources, context.pairs)
}

interface Form {
  readonly ref: PDFRef
  readonly stream: PDFRawStream
  readonly resources: PDFDict
  readonly isTagged: boolean
}

/** Forms by name, with its slash. A form inside a form counts with it. */
function readForms(resources: PDFDict): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>()
  for (const [name, ref] of dictIn(resources, 'XObject')?.entries() ?? []) {
    const stream = resources.context.lookup(ref)
    if (!(stream instanceof PDFRawStream) || !(ref instanceof PDFRef)) continue
    if (stream.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) continue
    const own = dictIn(stream.dict, 'Resources') ?? resources.context.obj({})
    const isTagged =
      marksIn(textOfStream(stream)).length > 0 ||
      (own !== resources && [...readForms(own).values()].some((each) => each.isTagged))
    forms.set(name.asString(), { ref, stream, resources: own, isTagged })
  }
  return forms
}

/** Settles one form. A form without tags is tagged, or an artifact, as a whole. */
function markForm({ ref, stream, resources, isTagged }: Form, context: MarkingContext): void {
  if (!isTagged || context.seen.has(stream.dict)) return
  context.seen.add(stream.dict)
  const content = markStream(textOfStream(stream), { owner: ref, resources, context })
  const fresh = packed(context.document, content)
  for (const [key, value] of stream.dict.entries()) {
    if (!fresh.dict.has(key)) fresh.dict.set(key, value)
  }
  context.document.context.assign(ref, fresh)
}

/** Unpacks a stream. Throws where that fails, since an empty page must not replace it. */
function contentOf({ context }: PDFDocument, entry: PDFObject): string {
  const stream = context.lookup(entry)
  if (!(stream instanceof PDFRawStream)) throw new Error(`Cannot read the content ${entry}`)
  return Buffer.from(unpacked(stream)).toString('latin1')
}

/** Node packs ten times as fast as pdf-lib. */
function packed({ context }: PDFDocument, content: string): PDFRawStream {
  const bytes = deflateSync(Buffer.from(content, 'latin1'))
  const dict = context.obj({ Filter: 'FlateDecode', Length: bytes.length })
  return PDFRawStream.of(dict, new Uint8Array(bytes))
}

function readBoxes(document: PDFDocument): ReadonlySet<string> {
  const boxes = flatten(readTree(document)).filter((element) => !isDrawing(element))
  return new Set(boxes.flatMap(({ contents }) => contents.map(keyOfContent)))
}

function keyOfContent({ owner, mcid }: StructureElement['contents'][number]): string {
  return keyOf(owner, mcid)
}

/** Whether a tag is a drawing, of which lines are a part: a bullet, or a figure but no list in it. */
function isDrawing({ role, parent }: StructureElement): boolean {
  if (['Figure', 'Formula', 'Lbl'].includes(role)) return true
  return parent !== undefined && !['L', 'Table'].includes(role) && isDrawing(parent)
}
