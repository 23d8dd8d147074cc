/** What is neither tagged nor set aside as decoration is lost, or read out at the wrong place. */
import type { Mark, PaintedPiece } from '../read/content.ts'
import type { StructureElement } from '../read/tree.ts'
import type { PdfFailure, PdfRule } from './rule.ts'

export const untagged: PdfRule = {
  id: 'untagged',
  demand: 'Everything on a page is either tagged or marked as decoration (artifact)',
  source: 'ISO 14289-1, 7.1; Matterhorn 01-003, 01-004, 01-005',
  run({ elements, contents }) {
    const held = contentOf(elements)
    return contents.flatMap((pieces, index): readonly PdfFailure[] => {
      const page = index + 1
      const faults = pieces.flatMap((piece) => {
        const fault = faultOf(piece, (mark) => held.has(keyOf(page, mark)))
        return fault === undefined ? [] : [`Unexpected ${shown(piece)} ${fault}`]
      })
      return summed(faults).map((message) => ({ message, page }))
    })
  },
}

/** Marked content that the tree knows, by page. */
function contentOf(elements: readonly StructureElement[]): ReadonlySet<string> {
  return new Set(
    elements.flatMap(({ contents }) =>
      contents.map((each) => (each.page === undefined ? '' : keyOf(each.page, each))),
    ),
  )
}

/** The key of a mark: each form begins its numbers again. */
function keyOf(page: number, { mcid, inForm }: Pick<Mark, 'mcid' | 'inForm'>): string {
  return `${page} ${inForm ? 'form' : 'page'} ${mcid}`
}

function faultOf({ marks }: PaintedPiece, isHeld: (mark: Mark) => boolean): string | undefined {
  const numbered = marks.filter(({ mcid }) => mcid !== undefined)
  const artifacts = marks.filter(({ tag }) => tag === 'Artifact')
  if (artifacts.length > 0 && numbered.length > 0) {
    return 'both tagged and marked as artifact, expected one of them'
  }
  if (artifacts.length > 0 || numbered.some(isHeld)) return undefined
  return numbered.length > 0
    ? 'whose tag is not in the structure tree, expected it there'
    : 'without a tag, expected a tag or an artifact'
}

function shown({ kind, text }: PaintedPiece): string {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  if (kind !== 'text') return kind === 'image' ? 'image' : 'lines or areas'
  return words.length > LONGEST ? `"${words.slice(0, LONGEST)}…"` : `"${words}"`
}

/** Letters of a text that a message shows. */
const LONGEST = 40

/** Each message once, with how often it holds. */
function summed(messages: readonly string[]): readonly string[] {
  const counts = Map.groupBy(messages, (message) => message)
  return [...counts].map(([message, all]) =>
    all.length === 1 ? message : `${message} (${all.length} times)`,
  )
}
