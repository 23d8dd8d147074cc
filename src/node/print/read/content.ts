/** What is painted on a page, and how it is marked: as pdf.js reads its content. */
import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Things of one sort, painted one after another under the same marks. */
export interface PaintedPiece {
  readonly kind: 'text' | 'graphic' | 'image'
  /** From the outermost to the innermost. */
  readonly marks: readonly Mark[]
  /** `''` for what is no text. A letter without a Unicode value is U+FFFD. */
  readonly text: string
  /** The same by lines: a new one begins where the pen goes to another height. */
  readonly lines: readonly string[]
}

/** `/P <</MCID 3>> BDC`. */
export interface Mark {
  readonly tag: string
  readonly mcid?: number | undefined
  /** Whether it stands in a form's own stream. */
  readonly inForm: boolean
}

/** The pieces of a page, in the order of painting. Pages count from 1. */
export async function readContent(
  reader: PDFDocumentProxy,
  page: number,
): Promise<readonly PaintedPiece[]> {
  const opened = await reader.getPage(page)
  const { fnArray, argsArray } = await opened.getOperatorList({ annotationMode: NO_ANNOTATIONS })
  const painting = new Painting()
  for (const [index, operator] of fnArray.entries()) painting.take(operator, argsArray[index])
  opened.cleanup()
  return painting.pieces
}

/** Whether a page says that it is decoration, a running head or the like. */
export function isArtifact({ marks }: PaintedPiece): boolean {
  return marks.some(({ tag }) => tag === 'Artifact')
}

/** pdf.js would paint annotations over the page. */
const NO_ANNOTATIONS = 0

const UNMAPPED = '\uFFFD'

/** Matches letters that have a meaning in one font only, and the sign for nothing. */
const RE_UNMAPPED = /[\p{Co}\0]/gu

const GRAPHICS: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
  OPS.shadingFill,
  OPS.rawFillPath,
])

const IMAGES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
])

/** Goes through the operators of one page. */
class Painting {
  readonly pieces: PaintedPiece[] = []
  #marks: readonly Mark[] = []
  #forms = 0
  /** Where the pen stands, and where it stood when it last wrote. */
  #height = 0
  #written = 0
  /** For each open group, whether it is a mask: what masks paint is never seen. */
  readonly #groups: boolean[] = []

  take(operator: number, given: unknown): void {
    const args: readonly unknown[] = Array.isArray(given) ? given : []
    if (operator === OPS.beginGroup) this.#groups.push(isMask(args[0]))
    else if (operator === OPS.endGroup) this.#groups.pop()
    else if (this.#groups.includes(true)) return
    else if (operator === OPS.paintFormXObjectBegin) this.#forms += 1
    else if (operator === OPS.paintFormXObjectEnd) this.#forms -= 1
    else if (operator === OPS.beginMarkedContent) this.#begin(args)
    else if (operator === OPS.beginMarkedContentProps) this.#begin(args)
    else if (operator === OPS.endMarkedContent) this.#marks = this.#marks.slice(0, -1)
    else if (operator === OPS.setTextMatrix) this.#height = numbersIn(args)[5] ?? 0
    else if (operator === OPS.moveText) this.#height += numbersIn(args)[1] ?? 0
    else if (operator === OPS.showText) this.#paint('text', lettersOf(args[0]))
    else if (IMAGES.has(operator)) this.#paint('image')
    else if (GRAPHICS.has(paintOf(operator, args))) this.#paint('graphic')
  }

  #begin([tag, mcid]: readonly unknown[]): void {
    const mark = {
      tag: nameOf(tag),
      mcid: typeof mcid === 'number' ? mcid : undefined,
      inForm: this.#forms > 0,
    }
    this.#marks = [...this.#marks, mark]
  }

  #paint(kind: PaintedPiece['kind'], text = ''): void {
    const last = this.pieces.at(-1)
    // A new list of marks is made whenever one begins or ends.
    if (last?.kind !== kind || last.marks !== this.#marks) {
      this.pieces.push({ kind, marks: this.#marks, text, lines: [text] })
    } else if (text) {
      const before = last.lines.slice(0, -1)
      const line = last.lines.at(-1) ?? ''
      const isSame = this.#height === this.#written
      const lines = [...before, ...(isSame ? [line + text] : [line, text])]
      this.pieces[this.pieces.length - 1] = { ...last, text: last.text + text, lines }
    }
    this.#written = this.#height
  }
}

/** The operator that paints: a path names its own as its first operand. */
function paintOf(operator: number, [first]: readonly unknown[]): number {
  return operator === OPS.constructPath && typeof first === 'number' ? first : operator
}

/** Of a matrix, or of a move. */
function numbersIn(args: readonly unknown[]): readonly number[] {
  return args.flatMap((arg) => (ArrayBuffer.isView(arg) ? [...(arg as Float32Array)] : Number(arg))) // as pdf.js gives a matrix
}

function isMask(group: unknown): boolean {
  return typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask)
}

/** A name comes as text, or as an object with it. */
function nameOf(tag: unknown): string {
  if (typeof tag === 'string') return tag
  const held = typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : ''
  return String(held)
}

/** Numbers between the letters move the pen. */
function lettersOf(glyphs: unknown): string {
  const all: readonly unknown[] = Array.isArray(glyphs) ? glyphs : []
  return all.map(letterOf).join('')
}

function letterOf(glyph: unknown): string {
  if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph)) return ''
  return String(glyph.unicode).replaceAll(RE_UNMAPPED, UNMAPPED) || UNMAPPED
}
