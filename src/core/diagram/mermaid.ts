/** A diagram as Mermaid text, and how author's words are kept from being read as syntax. */
import { type KindOutline, type KindTable, rowOf } from '../model/kinds.ts'
import { columns, type DiagramColumn, type DiagramEdge, type DiagramNode } from './shape.ts'

/**
 * The first comment of every diagram of the case: those who draw may set the boxes in columns,
 * which a diagram of an author's own never asks for.
 */
export const IN_COLUMNS = '%% columns'

/** The boxes of a column: where their words are wrapped, px at the intrinsic size, and the characters that surely fit on a line. */
interface BoxRoom {
  readonly wrap: number
  readonly line: number
}

/**
 * How wide boxes are, and what stands between two columns, px at the intrinsic size. Wide ones say more; close and
 * narrow ones leave the whole larger; uneven ones give the room to what stands on the right, as evidence does.
 * On a canvas that is higher than wide, what would stand on the right stands below, further in.
 */
export const BOXES = {
  usual: { wrap: 350, gap: 200, line: 28 },
  wide: { wrap: 440, gap: 150, line: 35 },
  uneven: { wrap: 280, gap: 100, line: 22, right: { wrap: 600, line: 52 } },
  close: { wrap: 300, gap: 110, line: 23 },
  narrow: { wrap: 250, gap: 90, line: 19 },
  below: { wrap: 660, gap: 0, line: 52, right: { wrap: 640, line: 50 } },
} as const satisfies Readonly<Record<string, BoxRoom & { gap: number; right?: BoxRoom }>>

/** How wide the boxes of a column are. */
export function boxRoom(width: BoxWidth, column: DiagramColumn): BoxRoom {
  const boxes: BoxRoom & { readonly right?: BoxRoom } = BOXES[width]
  return (column === 'right' && boxes.right) || boxes
}

/** How wide the boxes of a picture are: a comment below the first says so. */
export type BoxWidth = keyof typeof BOXES

/** How much further in boxes stand that stand below others, px at the intrinsic size. */
export const INDENT = 52

/** The comment of those that are not as usual. */
export function widthComment(width: BoxWidth): string {
  return `%% ${width}`
}

type Brackets = readonly [open: string, close: string]

const RECTANGLE: Brackets = ['[', ']']

/** What Mermaid has that is next to each outline. */
const BRACKETS: Readonly<Record<KindOutline, Brackets>> = {
  pill: ['([', '])'],
  square: RECTANGLE,
  rounded: RECTANGLE,
  hexagon: ['{{', '}}'],
  bar: RECTANGLE,
}

interface Graph {
  readonly title: string
  readonly description: string
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
  readonly width: BoxWidth
}

/**
 * The text, left to right, in the order of `nodes`. Boxes are `n1`, `n2`, …; each edge runs from
 * what is rested on (left) to what rests (right) and is named after both: `n1_n4`. Draft edges are
 * dotted. Look and column are classes of the boxes, the role is the class of an edge.
 */
export function toMermaid(
  { title, description, nodes, edges, width }: Graph,
  kinds: KindTable,
): string {
  const lookOf = ({ kind }: DiagramNode): string =>
    kind === 'gap' ? 'gap' : rowOf(kind, kinds).like
  const names = new Map(nodes.map(({ key }, index) => [key, `n${index + 1}`]))
  const nameOf = (key: string): string => names.get(key) ?? key
  const lines = [
    'flowchart LR',
    IN_COLUMNS,
    ...(width === 'usual' ? [] : [widthComment(width)]),
    `accTitle: ${escapeText(title)}`,
    `accDescr: ${escapeText(description)}`,
    ...nodes.map((node) => {
      const { key, label, kind } = node
      const [open, close] = kind === 'gap' ? RECTANGLE : BRACKETS[rowOf(kind, kinds).outline]
      return `${nameOf(key)}${open}"${escapeText(label)}"${close}`
    }),
    ...edges.map(({ from, to, draft }) => {
      const [left, right] = [nameOf(to), nameOf(from)]
      return `${left} ${left}_${right}@${draft ? '-.-' : '---'} ${right}`
    }),
    ...classes(nodes, ({ key }) => nameOf(key), lookOf),
    ...columns.flatMap((column) =>
      classes(
        nodes.filter((node) => node.column === column),
        ({ key }) => nameOf(key),
        () => column,
      ),
    ),
    ...classes(
      edges,
      ({ from, to }) => `${nameOf(to)}_${nameOf(from)}`,
      ({ role }) => role,
    ),
    ...nodes.map(({ key, target }) => `click ${nameOf(key)} href "#${target}"`),
  ]
  return `${lines.join('\n')}\n`
}

/**
 * Words that Mermaid shows as they are: everything with a meaning in its syntax becomes a numbered
 * entity, `"` → `#34;`.
 */
export function escapeText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(RE_SYNTAX, (sign) => `#${sign.codePointAt(0)};`)
}

/** Everything but letters, marks, numbers, spaces and the punctuation that is safe inside quotes. */
const RE_SYNTAX =
  /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Join_Control} ,.'’‘“”…–—\-!?/£€()+=]/gu

function classes<T>(
  list: readonly T[],
  nameOf: (entry: T) => string,
  classOf: (entry: T) => string,
): readonly string[] {
  return [...Map.groupBy(list, classOf)].map(
    ([name, entries]) => `class ${entries.map(nameOf).join(',')} ${name}`,
  )
}
