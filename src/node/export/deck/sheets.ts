/** From planned slides to sheets: which layout, which words in which field, which pictures. */

import { staleWords } from '../../../core/changes/stale-sentence.ts'
import { type Foot, READ_WHOLE_CASE } from '../../../core/deck/foot.ts'
import type { Slide } from '../../../core/deck/index.ts'
import { noteParagraphs } from '../../../core/deck/notes.ts'
import { keyOf } from '../../../core/deck/piece.ts'
import type { Settings } from '../../../core/settings/case-yaml.ts'
import type { Node } from '../../../core/syntax/tree.ts'
import { displayText } from '../../../core/text/display.ts'
import { flowOf } from '../flow.ts'
import { displayRuns, isParagraph, line, type Paragraph, plain, wordsOf } from '../text.ts'
import { FILLS } from './fills.ts'
import { type LayoutName, layoutOf } from './layouts.ts'
import { lineOf, type PieceSource } from './pieces.ts'
import type { PptxSlide } from './sheet.ts'

/** The sheet of one slide. */
export function sheetOf(slide: Slide, foot: Foot, words: PieceSource): PptxSlide {
  const { layout = 'text', objects = [], fields = {}, code } = FILLS[slide.layout](slide, words)
  const title = fields.title ?? [
    line(
      slide.head
        ? displayRuns(lineOf(slide.head, words))
        : [{ text: displayText(slide.title, words.lookups.graph.code) }],
    ),
  ]
  return {
    id: slide.id,
    layout,
    fields: filled({
      title,
      // Where the kicker is all the heading there is, the title says it.
      kicker:
        slide.kicker === undefined || slide.kicker === slide.title ? [] : [plain(slide.kicker)],
      foot: footLine(foot, words.lookups.settings),
      ...fields,
    }),
    sizes: sizesOf(slide, layout),
    objects,
    ...(code ? { code } : {}),
    notes: notesOf(slide, foot, words),
  }
}

/** The foot in one line, leading to the narrative where that is published. */
function footLine(foot: Foot, { address }: Settings): readonly Paragraph[] {
  const { notice, caveat, heading, key, isOfCase, part } = foot
  const web =
    address && (isOfCase || key === undefined ? address : `${address.replace(/#.*$/, '')}#${key}`)
  const read = web && isOfCase ? READ_WHOLE_CASE : heading
  const to = web ? { to: { web } } : {}
  const links = [
    ...(caveat ? [{ text: `${caveat}${read ? '. ' : ''}` }] : []),
    ...(read ? [{ text: read, ...to }] : []),
    ...(part ? [{ text: read ? ` ${part}` : part }] : []),
  ]
  const stop = links.length > 0 ? '. ' : ''
  const runs = [...(notice ? [{ text: `${notice}${stop}` }] : []), ...links]
  return runs.length > 0 ? [line(runs)] : []
}

function notesOf(
  { notes, footnotes = [] }: Slide,
  { stale }: Foot,
  { pieces, lookups }: PieceSource,
): readonly string[] {
  const nodes = noteParagraphs(notes).flatMap((origins): readonly Node[] => {
    const found = origins.flatMap((origin) => pieces.get(keyOf(origin)) ?? [])
    return origins[0]?.type === 'sentence' ? [{ type: 'paragraph', children: found }] : found
  })
  const flows = flowOf(nodes, lookups)
    .filter(isParagraph)
    .map(({ runs }) => wordsOf(runs))
  const below = footnotes.map(({ number, text }) => `[${number}] ${text}`)
  return [...(stale ? [staleWords(stale)] : []), ...flows, ...below]
}

function sizesOf(
  { headSize, bodySize, beside, estimate }: Slide,
  layout: LayoutName,
): PptxSlide['sizes'] {
  if (estimate) return { body: estimate.size, caption: bodySize }
  const body = {
    ...(bodySize > 0 ? { body: bodySize, right: bodySize } : {}),
    ...(beside ? { evidence: beside.size } : {}),
  }
  return layoutOf(layout).smallTitle ? body : { title: headSize, ...body }
}

function filled(fields: PptxSlide['fields']): PptxSlide['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([, words]) => words.length > 0))
}
