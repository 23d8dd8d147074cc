/** Reads a Word document, with the library that knows its format. */
import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { ForeignDocument } from '../../core/import/foreign/document.ts'
import { isContents, type ReadyWord, readyWord } from '../../core/import/foreign/office/word.ts'
import { lookMark, withMarks } from '../../core/import/foreign/office/word-marks.ts'
import { RefusedDocument } from '../../core/import/foreign/refused.ts'
import { pictureFolder } from './embedded.ts'
import { openOffice } from './open-office.ts'

/** What the library gives of a paragraph or of what is in it. */
interface Element {
  readonly type: string
  readonly children?: readonly Element[]
  readonly value?: string
  readonly styleId?: string | null
  readonly styleName?: string | null
  readonly numbering?: unknown
  readonly isBold?: boolean
  /** Points. */
  readonly fontSize?: number | null
}

const STYLES = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.x-h${level} => h${level}:fresh`),
  'p.x-title => p.title:fresh',
  'p.x-quote => blockquote > p:fresh',
]

/** Reads a `.docx`. @throws RefusedDocument where it is none */
export async function readDocx(bytes: Uint8Array, name: string): Promise<ForeignDocument> {
  const { files, part, outside } = await openOffice(bytes)
  const ready = readyWord(part)
  const pictures = new Map<string, Uint8Array>()
  const notTaken: string[] = []
  const buffer = Buffer.from(
    zipSync(Object.fromEntries([...files, [ready.main, Buffer.from(ready.xml)] as const]), {
      level: 0,
    }),
  )
  const convertImage = mammoth.images.imgElement(async (image) => {
    try {
      const content = await image.readAsBuffer()
      const kind = /^image\/(\w+)/.exec(image.contentType)?.[1] ?? 'bin'
      const address = `${pictureFolder(name)}/picture-${pictures.size + 1}.${kind}`
      pictures.set(address, content)
      return { src: address }
    } catch {
      notTaken.push('a picture that is not in the document: nothing is fetched from the web')
      return { src: '' }
    }
  })
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: STYLES, convertImage, transformDocument: (root) => shaped(root, ready) },
    )
    return {
      ...ready.beside,
      html: withMarks(value),
      pictures,
      notTaken: [...(ready.beside.notTaken ?? []), ...notTaken, ...outside],
    }
  } catch (error) {
    if (error instanceof RefusedDocument) throw error
    throw new RefusedDocument('it is damaged, or no document of Word')
  }
}

/** Gives each paragraph the style that the map above knows, by its own style and by its looks. */
function shaped(element: Element, ready: ReadyWord): Element {
  if (element.type === 'paragraph') return shapedParagraph(element, ready)
  if (!element.children) return element
  return { ...element, children: element.children.map((child) => shaped(child, ready)) }
}

function shapedParagraph(element: Element, ready: ReadyWord): Element {
  const style = ready.styles(element.styleId ?? undefined)
  const children = (element.children ?? []).map((child) => shaped(child, ready))
  const as = (styleId: string): Element => ({
    ...element,
    children,
    styleId,
    styleName: null,
    numbering: null,
  })
  if (isContents(style.name)) return { ...element, children: [] }
  if (style.name === 'title') return as('x-title')
  if (style.level !== undefined) return as(`x-h${style.level}`)
  if (/quote/.test(style.name)) return as('x-quote')
  if (element.numbering) return { ...element, children }
  const runs = runsIn(children).filter((run) => textOf(run).trim() !== '')
  const sizes = new Set(runs.map(({ fontSize }) => (fontSize ? fontSize * 2 : (style.size ?? 20))))
  const [size] = sizes
  if (size === undefined || sizes.size > 1) return { ...element, children }
  const isBold = runs.every((run) => run.isBold) || style.isBold === true
  const look: Element = {
    type: 'run',
    children: [{ type: 'text', value: lookMark({ isBold, size }) }],
  }
  return { ...element, children: [look, ...children], styleId: null, styleName: null }
}

function runsIn(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((each) => (each.type === 'run' ? [each] : runsIn(each.children ?? [])))
}

function textOf(element: Element): string {
  return element.value ?? (element.children ?? []).map(textOf).join('')
}
