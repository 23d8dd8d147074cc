/**
 * The one recogniser: from a file's tree to blocks and marks. The graph reads the blocks, the MDX
 * compile takes the marked tree; both come from the same walk, so they can't disagree.
 */
import { rootedPath } from '../../addresses/paths.ts'
import {
  siteLinksIn,
  unsafeLinksIn,
  withoutUnsafeLinks,
  withRootedLinks,
} from '../../addresses/safe.ts'
import type { Kind, KindTable } from '../../model/kinds.ts'
import type { Source } from '../../model/source.ts'
import { readFrontMatter } from '../../settings/front-matter.ts'
import { type Node, textOf, walk } from '../tree.ts'
import type { Document } from './block.ts'
import { readBorrowed } from './borrowed.ts'
import { readCharts } from './charts.ts'
import { markCitations } from './citation.ts'
import { countLetters } from './code-label.ts'
import { baseOf } from './context.ts'
import { readDiagramSteps } from './diagram-steps.ts'
import { markFootnotes } from './footnote.ts'
import { RE_RANKED } from './heading.ts'
import { placeNotes } from './notes.ts'
import { markPictures } from './picture.ts'
import { recordsIn } from './record.ts'
import { RE_STORY } from './stated.ts'
import { isOfMinutes, namedInHeading, namedWithout } from './unnumbered.ts'
import { readBlocks } from './walk.ts'
import { withWholeCells } from './whole-cells.ts'

export { isApart, tablesIn } from './apart.ts'
export type * from './block.ts'
export { allBlocks } from './block.ts'
export { isBoldLine } from './bold-line.ts'
export { warns } from './borrowed.ts'
export { isChart } from './chart-parts.ts'
export { chartMarkIn } from './charts.ts'
export type { Citation } from './citation.ts'
export { footnoteMarksIn } from './footnote.ts'
export { isNotesBlock, privateNotesIn, privatePlaces, withoutNotes } from './notes.ts'
export { decidedIn, isPartOfRecord } from './record-parts.ts'

/** A file's blocks, and its tree with their marks. */
interface Recognised {
  readonly document: Document
  readonly tree: Node
}

/**
 * Recognises one file.
 *
 * @param tree the Markdown engine's tree, with positions
 * @param source the text the positions count in
 * @param kinds what the case can have
 */
export function recognise(tree: Node, { file, text }: Source, kinds: KindTable): Recognised {
  // The engine does not count a byte order mark.
  const unsafe = unsafeLinksIn(tree).map(({ url, scheme, node }) => {
    return { url, scheme, place: baseOf(node, { file }).place }
  })
  const siteLinks = siteLinksIn(tree).map(({ url, node }) => {
    return { url, rooted: rootedPath(url, file), place: baseOf(node, { file }).place }
  })
  const linked = withRootedLinks(
    withoutUnsafeLinks(readCharts(readDiagramSteps(readBorrowed(withWholeCells(tree, text))))),
    file,
  )
  const safe = markPictures(linked, file)
  const cited = markCitations(
    placeNotes(safe, file),
    { file, text: text.replace(/^\uFEFF/, '') },
    kinds,
  )
  const citations = new Map(cited.citations.map((citation) => [citation.at, citation]))
  const { node, footnotes, marks } = markFootnotes(cited.node, file)
  const letters = countLetters(labelTextsIn(node))
  const countOf = (isPlain?: true): number =>
    [...walk(node)].filter((one) => {
      const named =
        one.type === 'paragraph'
          ? namedWithout(one, { kinds, ...(isPlain ? { isPlain } : {}) })
          : undefined
      return named && isOfMinutes(named, kinds)
    }).length
  const isPlain = countOf(true) > 2 && countOf() === 0 ? { isPlain: true as const } : {}
  const isMinutes = isPlain.isPlain || countOf() > 1 ? { isMinutes: true as const, ...isPlain } : {}
  const texts = [...walk(node)].flatMap((one) =>
    one.type === 'paragraph' || one.type === 'heading' ? [textOf(one)] : [],
  )
  const isSeveral = (form: RegExp) => new Set(texts.filter((text) => form.test(text))).size > 1
  const told = {
    ...isMinutes,
    headed: countsOf(node, kinds),
    ...(isSeveral(RE_STORY) ? { isStories: true as const } : {}),
    ...(isSeveral(RE_RANKED) ? { isRanked: true as const } : {}),
  }
  const context = { file, citations, kinds, letters, within: [], near: [], ...told }
  const { frontMatter } = readFrontMatter(text, file)
  const blocks = readBlocks(recordsIn(node.children ?? [], context, frontMatter), context)
  return {
    document: {
      file,
      blocks,
      citations: cited.citations,
      ...(footnotes.length > 0 ? { footnotes, footnoteMarks: marks } : {}),
      ...(unsafe.length > 0 ? { unsafe } : {}),
      ...(siteLinks.length > 0 ? { siteLinks } : {}),
    },
    tree: { ...tree, children: blocks.map((block) => block.node) },
  }
}

/** How many headings begin with the name of which kind. */
function countsOf(tree: Node, kinds: KindTable): ReadonlyMap<Kind, number> {
  const counts = new Map<Kind, number>()
  for (const one of walk(tree)) {
    const kind = one.type === 'heading' ? namedInHeading(textOf(one), kinds) : undefined
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

const known = new WeakMap<Node, WeakMap<KindTable, Recognised>>()

/** As `recognise`, of a tree that more than one reader asks for: its file is recognised once. */
export function recogniseOnce(tree: Node, source: Source, kinds: KindTable): Recognised {
  const byKinds = known.get(tree) ?? new WeakMap<KindTable, Recognised>()
  const recognised = byKinds.get(kinds) ?? recognise(tree, source, kinds)
  known.set(tree, byKinds.set(kinds, recognised))
  return recognised
}

/** The texts of a tree at whose start a label may stand. */
function labelTextsIn(tree: Node): readonly string[] {
  return [...walk(tree)]
    .filter(({ type }) => type === 'heading' || type === 'paragraph')
    .map(textOf)
}
