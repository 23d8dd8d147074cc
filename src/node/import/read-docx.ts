/** Reads a Word document, with the library that knows its format. */
import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import {
  countedWords,
  type ForeignDocument,
  missingWords,
} from '../../core/import/foreign/document.ts'
import { isContents, type ReadyWord, readyWord } from '../../core/import/foreign/office/word.ts'
import { lookMark, withMarks } from '../../core/import/foreign/office/word-marks.ts'
import {
  codeStyle,
  isVerbatim,
  itemsAsWritten,
  MERMAID,
  textOf,
  type WordElement,
} from '../../core/import/foreign/office/word-own.ts'
import { RefusedDocument } from '../../core/import/foreign/refused.ts'
import { pictureFolder } from './embedded.ts'
import { openOffice } from './open-office.ts'

const STYLES = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.x-h${level} => h${level}:fresh`),
  'p.x-title => p.title:fresh',
  'p.x-quote => blockquote > p:fresh',
  'p.x-right => p.x-right:fresh',
  'p.x-center => p.x-center:fresh',
  `p.${MERMAID} => pre.mermaid:fresh`,
]

/** Styles of paragraphs by their alignment: of a cell it says how its column is set. */
const ALIGNED: Readonly<Record<string, string>> = {
  ...{ right: 'x-right', end: 'x-right', center: 'x-center' },
}

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
      {
        styleMap: [...STYLES, ...codeStyles(ready)],
        convertImage,
        transformDocument: (root) => shaped(root, ready),
      },
    )
    const { beside, own } = ready
    const dropped = own?.dropped.filter((each) => /\p{L}/u.test(each)) ?? []
    const [line] = dropped.filter((each) => each.includes(' '))
    return {
      ...beside,
      html: withMarks(value),
      pictures,
      ...(own && Object.keys(own.cover).length > 0 ? { settings: own.cover } : {}),
      words: missingWords(
        beside.words ?? [],
        countedWords([...(own?.dropped ?? []), ...(own?.covered ?? [])].join('\n')),
      ),
      notTaken: [...(beside.notTaken ?? []), ...notTaken, ...outside(own?.charts.length)],
      readAs: [
        ...(beside.readAs ?? []),
        ...(line === undefined
          ? []
          : [
              `a document of this tool: lines that it writes by itself are left out, such as "${line.trim().slice(0, 80)}"`,
            ]),
      ],
    }
  } catch (error) {
    if (error instanceof RefusedDocument) throw error
    throw new RefusedDocument('it is damaged, or no document of Word')
  }
}

/** Code keeps its lines, and the name of its language. */
function codeStyles({ own }: ReadyWord): readonly string[] {
  return own?.languages.map((each) => `p.${codeStyle(each)} => pre.${codeStyle(each)}:fresh`) ?? []
}

/** Gives each paragraph the style that the map above knows, by its own style and by its looks. */
function shaped(element: WordElement, ready: ReadyWord): WordElement {
  if (element.type === 'paragraph') return shapedParagraph(element, ready)
  if (!element.children) return element
  const { own, styles } = ready
  if (own && element.type === 'document') {
    const styleOf = (each: WordElement) => styles(each.styleId ?? undefined).name
    const children = itemsAsWritten(element.children, styleOf, own)
    return { ...element, children: children.map((child) => shaped(child, ready)) }
  }
  return { ...element, children: childrenOf(element, ready) }
}

function shapedParagraph(element: WordElement, ready: ReadyWord): WordElement {
  if (isVerbatim(element.styleId)) return element
  const style = ready.styles(element.styleId ?? undefined)
  const children = childrenOf(element, ready)
  const as = (styleId: string): WordElement => ({
    ...element,
    children,
    styleId,
    styleName: null,
    numbering: null,
  })
  if (isContents(style.name)) return { ...element, children: [] }
  if (style.name === 'title') return as('x-title')
  if (style.level !== undefined) return as(`x-h${style.level}`)
  if (/quot(?:e|ation)/.test(style.name)) return as('x-quote')
  if (element.numbering) return { ...element, children }
  const runs = runsIn(children).filter((run) => textOf(run).trim() !== '')
  const sizes = new Set(runs.map(({ fontSize }) => (fontSize ? fontSize * 2 : (style.size ?? 20))))
  const [size] = sizes
  if (size === undefined || sizes.size > 1) return { ...element, children }
  const isBold = runs.every((run) => run.isBold) || style.isBold === true
  const look: WordElement = {
    type: 'run',
    children: [{ type: 'text', value: lookMark({ isBold, size }) }],
  }
  const styleId = ALIGNED[element.alignment ?? ''] ?? null
  return { ...element, children: [look, ...children], styleId, styleName: null }
}

function childrenOf({ children = [] }: WordElement, ready: ReadyWord): readonly WordElement[] {
  return children
    .filter(({ noteId }) => noteId === undefined || !ready.own?.notes.has(noteId))
    .map((child) => shaped(child, ready))
}

function runsIn(elements: readonly WordElement[]): readonly WordElement[] {
  return elements.flatMap((each) => (each.type === 'run' ? [each] : runsIn(each.children ?? [])))
}
