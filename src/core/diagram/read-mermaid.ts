/** Reads the Mermaid text of a diagram of the case back, so that it can be drawn without Mermaid. */
import { type BuiltInKind, builtInKinds } from '../model/kinds.ts'
import { BOXES, type BoxWidth, IN_COLUMNS, unescapeText, widthComment } from './mermaid.ts'
import { columns, type DiagramColumn } from './shape.ts'

/** What such a text says. */
export interface CaseDiagram {
  readonly title: string
  readonly description: string
  readonly width: BoxWidth
  /** In the order of the text. */
  readonly boxes: readonly DiagramBox[]
  readonly edges: readonly DiagramLine[]
}

/** A box of the text. */
export interface DiagramBox {
  /** `n3` */
  readonly name: string
  readonly words: string
  /** The built-in kind that it looks like. */
  readonly kind: BuiltInKind | 'gap'
  readonly column: DiagramColumn
  /** `#decision-3` */
  readonly href?: string
}

/** A line between two boxes. */
export interface DiagramLine {
  /** Names of the boxes on its left and right. */
  readonly ends: readonly [left: string, right: string]
  readonly isDraft: boolean
}

/**
 * What a text says that `toMermaid` has written; undefined for any other, an author's too who writes its
 * first comment: then nothing of it is left out.
 */
export function readMermaid(text: string): CaseDiagram | undefined {
  if (!text.startsWith(`flowchart LR\n${IN_COLUMNS}\n`)) return undefined
  const lines = text.trimEnd().split('\n').slice(2)
  const found = (pattern: RegExp) =>
    lines.flatMap((line) => {
      const match = pattern.exec(line)
      return match ? [match.slice(1)] : []
    })
  if (lines.some((line) => !KNOWN.some((pattern) => pattern.test(line)))) return undefined
  const looks = Map.groupBy(
    found(RE_CLASS).flatMap(([names = '', look = '']) =>
      names.split(',').map((name) => ({ name, look })),
    ),
    ({ name }) => name,
  )
  const links = new Map(found(RE_LINK).map(([name = '', href = '']) => [name, href]))
  const boxes = found(RE_BOX).map(([name = '', words = '']) => {
    const own = looks.get(name)?.map(({ look }) => look) ?? []
    const href = links.get(name)
    return {
      name,
      words: unescapeText(words),
      kind: own.find(isKind),
      column: columns.find((column) => own.includes(column)),
      ...(href === undefined ? {} : { href }),
    }
  })
  const whole = boxes.filter(
    (box): box is DiagramBox => box.kind !== undefined && box.column !== undefined,
  )
  if (whole.length === 0 || whole.length < boxes.length) return undefined
  return {
    title: unescapeText(found(RE_TITLE)[0]?.[0] ?? ''),
    description: unescapeText(found(RE_DESCRIPTION)[0]?.[0] ?? ''),
    width: widths.find((width) => lines.includes(widthComment(width))) ?? 'usual',
    boxes: whole,
    edges: found(RE_EDGE).map(([left = '', line, right = '']) => ({
      ends: [left, right],
      isDraft: line === '-.-',
    })),
  }
}

function isKind(look: string): look is DiagramBox['kind'] {
  return look === 'gap' || [...builtInKinds.keys()].some((kind) => kind === look)
}

const widths = Object.keys(BOXES) as readonly BoxWidth[] // the keys of the table itself

// Match "accTitle: Why", "accDescr: What", `n1(["O1 People cross"])`, "n1 n1_n3@-.- n3",
// "class n1,n2 objective" and `click n1 href "#objective-1"`.
const RE_TITLE = /^accTitle: (.*)$/
const RE_DESCRIPTION = /^accDescr: (.*)$/
const RE_BOX = /^(n\d+)[[({]+"(.*)"[\])}]+$/
const RE_EDGE = /^(n\d+) n\d+_n\d+@(---|-\.-) (n\d+)$/
const RE_CLASS = /^class (\S+) (\S+)$/
const RE_LINK = /^click (n\d+) href "(.*)"$/

/** What stands in a line. */
const KNOWN = [RE_TITLE, RE_DESCRIPTION, RE_BOX, RE_EDGE, RE_CLASS, RE_LINK, /^%% \w+$/]
