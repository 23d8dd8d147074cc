/** What the deck makes of each mark: it keeps the rendered pieces, and the slides are set from them. */
import Cell from '../../../ui/Cell.astro'
import Nothing from '../../../ui/Nothing.astro'
import Pass from '../../../ui/Pass.astro'
import DeckA from './DeckA.astro'
import DeckCite from './DeckCite.astro'
import KeepBlock from './KeepBlock.astro'
import KeepColumns from './KeepColumns.astro'
import KeepDrawing from './KeepDrawing.astro'
import KeepEntry from './KeepEntry.astro'
import KeepLeadIn from './KeepLeadIn.astro'
import KeepNotes from './KeepNotes.astro'
import KeepPlacedDiagram from './KeepPlacedDiagram.astro'
import KeepQuoted from './KeepQuoted.astro'
import KeepRow from './KeepRow.astro'
import KeepSentence from './KeepSentence.astro'
import List from './List.astro'

export const marks = {
  a: DeckA,
  Cell,
  Cite: DeckCite,
  Code: KeepBlock,
  Columns: KeepColumns,
  Diagram: KeepPlacedDiagram,
  Drawing: KeepDrawing,
  Entry: KeepEntry,
  Figure: KeepBlock,
  Gap: Nothing,
  Heading: Nothing,
  Item: KeepEntry,
  LeadIn: KeepLeadIn,
  List,
  Notes: KeepNotes,
  Page: Nothing,
  Prose: KeepBlock,
  Quotation: KeepBlock,
  Quote: KeepBlock,
  Quoted: KeepQuoted,
  QuotedBy: Pass,
  Row: KeepRow,
  Rule: Nothing,
  Sentence: KeepSentence,
  Slide: KeepBlock,
  Statement: KeepBlock,
  Table: Pass,
}
