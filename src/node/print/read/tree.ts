/** The structure tree of a PDF: what its tags say, and which content stands under each. */
import { type PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import { asDict, dictIn, entriesIn, nameIn, numberIn } from './objects.ts'

/** A tag. Tags without a meaning (`NonStruct`) are left out, and their parent gets what they hold. */
export interface StructureElement {
  /** Its standard type, or the one to which its type is mapped: `H2`. */
  readonly role: string
  /** `Document/L[2]/LI[3]`: the number counts those of one role with one parent. */
  readonly path: string
  readonly dict: PDFDict
  readonly parent?: StructureElement | undefined
  readonly elements: readonly StructureElement[]
  readonly contents: readonly TaggedContent[]
  readonly annotations: readonly TaggedAnnotation[]
}

/** An annotation that belongs to a tag. */
interface TaggedAnnotation {
  readonly ref: PDFRef
  /** The tag that names it, also one that means nothing. */
  readonly holder: PDFDict
}

/** One marked stretch of a page, or of a form that is drawn on it. */
export interface TaggedContent {
  readonly mcid: number
  /** Its number in the order of reading. */
  readonly place: number
  /** From 1; undefined where the tree does not say, or names a page that is not there. */
  readonly page?: number | undefined
  /** Whether it stands in a form's own stream. */
  readonly inForm: boolean
  /** The page or form that numbers it. */
  readonly owner?: PDFRef | undefined
  /** The tag that names it, also one that means nothing. */
  readonly holder: PDFDict
}

/** The types of ISO 32000-1, 14.8.4. */
const STANDARD: ReadonlySet<string> = new Set([
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index'],
  ...['NonStruct', 'Private', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'],
  ...['L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot'],
  ...['Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot'],
  ...['Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'Figure', 'Formula', 'Form'],
])

/** Whether a type is one of the standard's own. */
export function isStandard(role: string): boolean {
  return STANDARD.has(role)
}

/** The elements at the top; `[]` for a document without tags. */
export function readTree(document: PDFDocument): readonly StructureElement[] {
  const root = dictIn(document.catalog, 'StructTreeRoot')
  if (!root) return []
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref.tag, index + 1]))
  const reading = {
    document,
    pages,
    roles: dictIn(root, 'RoleMap'),
    seen: new Set<PDFDict>(),
    read: { count: 0 },
  }
  const top = { elements: [], contents: [], annotations: [], counts: new Map<string, number>() }
  fill(top, root, { reading, path: '', page: undefined, owner: undefined })
  return top.elements
}

/** Every element, each before what it holds. */
export function flatten(elements: readonly StructureElement[]): readonly StructureElement[] {
  const all: StructureElement[] = []
  const waiting = elements.toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    all.push(next)
    for (const child of next.elements.toReversed()) waiting.push(child)
  }
  return all
}

/** The page on which an element begins; undefined where it has no content. */
export function pageOf(element: StructureElement): number | undefined {
  const own = element.contents.find(({ page }) => page !== undefined)?.page
  if (own !== undefined) return own
  for (const each of element.elements) {
    const page = pageOf(each)
    if (page !== undefined) return page
  }
  return undefined
}

/** The standard type of a tag. The file's map does not change the meaning of standard names. */
function roleOf(tag: string, roles: PDFDict | undefined): string {
  let role = tag
  for (let steps = 0; roles && !isStandard(role) && steps < MOST_MAPPINGS; steps += 1) {
    role = nameIn(roles, role) ?? role
  }
  return role
}

const OBJ = PDFName.of('Obj')
const PG = PDFName.of('Pg')
const STM = PDFName.of('Stm')

/** Maps may lead in circles. */
const MOST_MAPPINGS = 16

interface Filling {
  readonly elements: StructureElement[]
  readonly contents: TaggedContent[]
  readonly annotations: TaggedAnnotation[]
  /** Of elements, by role. */
  readonly counts: Map<string, number>
  readonly self?: StructureElement
}

interface TreeContext {
  readonly reading: {
    readonly document: PDFDocument
    readonly pages: ReadonlyMap<string, number>
    readonly roles: PDFDict | undefined
    readonly seen: Set<PDFDict>
    /** How much content was read. */
    readonly read: { count: number }
  }
  readonly path: string
  readonly page: number | undefined
  readonly owner: PDFRef | undefined
}

interface HeldBy {
  readonly holder: PDFDict
}

function fill(into: Filling, dict: PDFDict, around: TreeContext): void {
  for (const entry of entriesIn(dict, 'K')) {
    const kid = around.reading.document.context.lookup(entry)
    if (kid instanceof PDFNumber) {
      const { page, owner, reading } = around
      const place = reading.read.count++
      into.contents.push({ mcid: kid.asNumber(), place, page, owner, holder: dict, inForm: false })
      continue
    }
    const held = asDict(kid)
    if (held) addKid(into, held, { ...around, holder: dict })
  }
}

function addKid(into: Filling, dict: PDFDict, around: TreeContext & HeldBy): void {
  const { holder } = around
  const { page, owner } = pageIn(dict, around)
  const mcid = numberIn(dict, 'MCID')
  const annotation = dict.get(OBJ)
  if (mcid !== undefined) {
    const form = dict.get(STM)
    const inForm = form instanceof PDFRef
    const place = around.reading.read.count++
    into.contents.push({ mcid, place, page, inForm, owner: inForm ? form : owner, holder })
  } else if (annotation instanceof PDFRef) into.annotations.push({ ref: annotation, holder })
  else if (nameIn(dict, 'S') !== undefined) addElement(into, dict, { ...around, page, owner })
}

function addElement(into: Filling, dict: PDFDict, around: TreeContext): void {
  const { seen, roles } = around.reading
  if (seen.has(dict)) return
  seen.add(dict)
  const role = roleOf(nameIn(dict, 'S') ?? '', roles)
  if (role === 'NonStruct') {
    fill(into, dict, around)
    return
  }
  const count = (into.counts.get(role) ?? 0) + 1
  into.counts.set(role, count)
  const step = count === 1 ? role : `${role}[${count}]`
  const path = around.path === '' ? step : `${around.path}/${step}`
  const lists = { elements: [], contents: [], annotations: [] }
  const counts = new Map<string, number>()
  const element = { role, path, dict, parent: into.self, ...lists }
  into.elements.push(element)
  fill({ ...lists, counts, self: element }, dict, { ...around, path })
}

function pageIn(dict: PDFDict, around: TreeContext): Pick<TreeContext, 'page' | 'owner'> {
  const named = dict.get(PG)
  if (!(named instanceof PDFRef)) return around
  return { page: around.reading.pages.get(named.tag), owner: named }
}
