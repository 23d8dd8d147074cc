/**
 * Comments and `<Notes>` where Markdown reads plain words: in the words of a picture, in titles,
 * attributes and diagrams. They reach no output from there either.
 */
import type { Place } from '../model/case.ts'
import type { Source } from '../model/source.ts'
import { parseOnce } from '../syntax/parse.ts'
import { isMermaid, type Node, walk } from '../syntax/tree.ts'
import { type Cut, type Cutter, offsetsIn } from './cut.ts'
import { blank } from './fill.ts'
import { placesAt, within } from './place.ts'

/** What opens such words, and what closes them. */
const ROWS = [
  // Matches "{/* a note to ourselves */}", not "\{/*".
  { open: /(?<!\\)\{\s{0,20}\/\*/g, close: /\*\/\s{0,20}\}/g },
  // Matches "<!-- a note to ourselves -->".
  { open: /(?<!\\)<!--/g, close: /-->/g },
  // Matches "<Notes>Wait until all sit.</Notes>", in small letters too.
  { open: /(?<!\\)<notes\b[^<>]{0,200}>?/gi, close: /<\/notes\s{0,20}>/gi },
] as const

// Matches the start of any of them.
const RE_ANY = /\{\s{0,20}\/\*|<!--|<notes\b/i
// Matches a blank line, which ends whatever holds words.
const RE_BLANK = /\n[ \t>]*\r?\n/

/** Whether a text may have such words. */
export function mayHaveStrings(text: string): boolean {
  return RE_ANY.test(text)
}

/** What opens such words in a text that nothing is cut from, such as a setting: `{/*`. */
export function openedIn(text: string): string | undefined {
  return RE_ANY.exec(text)?.[0]
}

/** The cuts of such words, where they have an end. */
export function cutStrings(cutter: Cutter): readonly Cut[] {
  const placeOf = placesAt(cutter.source)
  return stringsIn(cutter).flatMap(({ start, end, words }) =>
    end === undefined
      ? []
      : [{ start, end, instead: blank(words), place: placeOf(start), why: 'private' as const }],
  )
}

/** Such words that have no end, in a source that is cut. */
export function openStrings(
  source: Source,
): readonly { readonly words: string; readonly place: Place }[] {
  if (!mayHaveStrings(source.text)) return []
  const { tree } = parseOnce(source)
  if (!tree) return []
  const placeOf = placesAt(source)
  const found = stringsIn({ tree, source, offsetOf: offsetsIn(source.text) })
  return found.map(({ start, words }) => ({ words, place: placeOf(start) }))
}

interface Stretch {
  /** 0-based, in UTF-16 units. */
  readonly start: number
  /** Absent for what is never closed: its words are what opens it. */
  readonly end?: number
  readonly words: string
}

/** Each stretch that the tree of the file does not have as a comment or as notes, and that is no code. */
function stringsIn({
  tree,
  source: { text },
  offsetOf,
}: Pick<Cutter, 'tree' | 'source' | 'offsetOf'>): readonly Stretch[] {
  if (!mayHaveStrings(text)) return []
  const stretch = ({ position }: Node) =>
    position ? [[offsetOf(position.start), offsetOf(position.end)] as const] : []
  const isApart = within([...walk(tree)].filter(isReadOrCode).flatMap(stretch))
  return ROWS.flatMap((row) => {
    const found: Stretch[] = []
    const close = new RegExp(row.close)
    let reached = 0
    let closed: RegExpExecArray | null | undefined
    for (const { index: start, 0: opened } of text.matchAll(row.open)) {
      if (start < reached || isApart(start)) continue
      const inside = start + opened.length
      // Each end is looked for once, however many begin before it.
      if (closed !== null && (closed?.index ?? -1) < inside) {
        close.lastIndex = inside
        closed = close.exec(text)
      }
      const end = closed ? closed.index + closed[0].length : text.length
      const words = text.slice(start, end)
      const isWhole = closed && !RE_BLANK.test(words) && words.slice(1).search(row.open) < 0
      if (isWhole) {
        found.push({ start, end, words })
        reached = end
      } else found.push({ start, words: opened })
    }
    return found
  })
}

/** What holds comments and notes that are none of ours: those that are read as such, and code. */
function isReadOrCode(node: Node): boolean {
  const { type, name } = node
  return APART.has(type) || name === 'Notes' || (type === 'code' && !isMermaid(node))
}

const APART = new Set(['mdxFlowExpression', 'mdxTextExpression', 'inlineCode', 'yaml'])
