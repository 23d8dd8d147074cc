/** Prints a long page part by part, until all numbers hold, and joins what was printed. */
import { PDFDict, type PDFDocument, PDFName, PDFString } from 'pdf-lib'
import type { PagePart } from '../browser/cut.ts'
import { joinPrinted } from './join.ts'
import { openPrinted } from './open-printed.ts'
import { isSame, KEEPING, MOST_PASSES, type PageNumbers, stillMoving } from './pages.ts'
import type { PartNumbers } from './part-numbers.ts'
import { ELSEWHERE } from './prepare.ts'
import type { Printed, PrintedPart } from './printed.ts'

/** Where things stand in a part. */
export interface PartPlaces {
  /** How many pages it takes. */
  readonly length: number
  /** From 1 in the part, by the ids of what links lead to. */
  readonly pages: PageNumbers
}

/** Prints single parts, by their places from 0; what was printed before may be taken again. */
interface PartPrinter {
  /** Only finds out where things stand, whatever stands in other parts. */
  readonly draft: (part: PagePart, index: number) => Promise<PartPlaces>
  readonly print: (
    part: PagePart,
    index: number,
    numbers: PartNumbers,
  ) => Promise<PrintedPart & PartPlaces>
}

/**
 * Prints until the numbers hold: on the pages, at their feet, and of what stands elsewhere. A part is printed again
 * where what it says has changed.
 * @param isNumbered False for a page that says no numbers at its feet.
 */
export async function printInParts(
  parts: readonly PagePart[],
  printer: PartPrinter,
  isNumbered: boolean,
): Promise<readonly PrintedPart[]> {
  const asks = isNumbered || parts.some((part) => part.asks.length > 0)
  let known = asks ? numberingOf(await each(parts, printer.draft)) : UNNUMBERED
  let before: PageNumbers | undefined
  for (let pass = 2; pass <= MOST_PASSES; pass += 1) {
    const { starts, total, pages } = known
    const printed = await each(parts, (part, index) =>
      printer.print(part, index, {
        ...{ first: (starts[index] ?? 0) + 1, total, pages: only(pages, part.asks) },
        ...(before && pass > KEEPING ? { before: only(before, part.asks) } : {}),
      }),
    )
    const moved = numberingOf(printed)
    const isRight = !asks || (isSame(pages, moved.pages) && starts.join() === moved.starts.join())
    if (isRight && (!asks || total === moved.total)) return printed
    before = pages
    known = moved
  }
  throw stillMoving()
}

/** Where everything stands in the whole. */
interface Numbering {
  /** How many pages stand before each part. */
  readonly starts: readonly number[]
  readonly total: number
  readonly pages: PageNumbers
}

const UNNUMBERED: Numbering = { starts: [], total: 0, pages: new Map() }

function numberingOf(parts: readonly PartPlaces[]): Numbering {
  const starts: number[] = []
  const pages = new Map<string, number>()
  let total = 0
  for (const part of parts) {
    starts.push(total)
    for (const [id, page] of part.pages) if (!pages.has(id)) pages.set(id, total + page)
    total += part.length
  }
  return { starts, total, pages }
}

function only(pages: PageNumbers, ids: readonly string[]): PageNumbers {
  return new Map(ids.flatMap((id) => (pages.has(id) ? [[id, pages.get(id) ?? 0] as const] : [])))
}

/** One after the other. */
async function each<Result>(
  parts: readonly PagePart[],
  work: (part: PagePart, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const [index, part] of parts.entries()) results.push(await work(part, index))
  return results
}

/** One document of all parts. */
export async function joinParts(parts: readonly PrintedPart[]): Promise<Printed> {
  let document: PDFDocument | undefined
  for (const [number, { bytes }] of parts.entries()) {
    const part = await openPrinted(bytes)
    if (document) joinPrinted(document, part, number)
    else document = part
  }
  if (!document) throw new Error('Expected a part to print')
  joinPartLinks(document)
  // What the first says of a link counts.
  const names = parts.toReversed().flatMap(({ linkNames }) => [...linkNames])
  return {
    document,
    title: parts[0]?.title ?? '',
    // Their words are apart already.
    text: undefined,
    linkNames: new Map(names.map(([to, name]) => [withinWhole(to), name])),
    overflows: parts.flatMap(({ overflows }) => overflows),
    over: parts.flatMap(({ over }) => over),
  }
}

/** `#two` for the same in another part. */
function withinWhole(address: string): string {
  if (!address.startsWith(ELSEWHERE)) return address
  return `#${decodeURIComponent(address.slice(ELSEWHERE.length))}`
}

/** Links from one part to another become links within the document. */
function joinPartLinks(whole: PDFDocument): void {
  for (const [, object] of whole.context.enumerateIndirectObjects()) {
    const action = object instanceof PDFDict ? object.get(A) : undefined
    const uri = action instanceof PDFDict ? action.get(URI) : undefined
    const address = uri instanceof PDFString ? uri.asString() : ''
    if (!(object instanceof PDFDict) || !address.startsWith(ELSEWHERE)) continue
    object.delete(A)
    object.set(DEST, PDFName.of(address.slice(ELSEWHERE.length)))
  }
}

const A = PDFName.of('A')
const URI = PDFName.of('URI')
const DEST = PDFName.of('Dest')
