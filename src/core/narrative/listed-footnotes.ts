/** The footnotes at the end of the narrative, in words. */
import { type FootnoteIndex, type FootnoteLead, footnotesIn } from '../graph/footnotes.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Document } from '../syntax/conventions/index.ts'
import { emphasisedHtml } from '../syntax/emphasis.ts'
import { addressIn, type NoteAddress } from './note-words.ts'

/** A footnote as the page lists it. */
export interface ListedFootnote {
  readonly number: number
  readonly anchor: string
  /** Its words with their emphasis. */
  readonly html: string
  /** What its words link to. */
  readonly addresses: readonly NoteAddress[]
  /** The marks that lead to it. */
  readonly leads: readonly FootnoteLead[]
}

/** The footnotes to which these texts lead, without those of slides, which are not on the page. */
export function listedFootnotes(
  documents: readonly Document[],
  footnotes: FootnoteIndex,
  known: Pick<Checkable, 'settings' | 'audience'>,
): readonly ListedFootnote[] {
  const blocks = documents
    .flatMap((document) => document.blocks)
    .filter((block) => block.type !== 'element' || block.name !== 'Slide')
  return footnotesIn(blocks, footnotes).map(({ number, anchor, node, addresses, leads }) => ({
    ...{ number, anchor, leads },
    html: emphasisedHtml(node),
    addresses: addresses.flatMap((href) => addressIn(href, known)),
  }))
}
