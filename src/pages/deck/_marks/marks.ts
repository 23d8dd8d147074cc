/** What the deck makes of each mark: it keeps the rendered pieces, and the slides are set from them. */
import Cell from '../../../ui/components/Cell.astro'
import Column from '../../../ui/components/Column.astro'
import Nothing from '../../../ui/components/Nothing.astro'
import Pass from '../../../ui/components/Passthrough.astro'
import Caption from './Caption.astro'
import DeckA from './DeckA.astro'
import DeckCite from './DeckCite.astro'
import KeepBlock from './KeepBlock.astro'
import KeepColumns from './KeepColumns.astro'
import KeepDrawing from './KeepDrawing.astro'
import KeepEntry from './KeepEntry.astro'
import KeepFigure from './KeepFigure.astro'
import KeepLeadIn from './KeepLeadIn.astro'
import KeepNotes from './KeepNotes.astro'
import KeepPlacedDiagram from './KeepPlacedDiagram.astro'
import KeepQuoted from './KeepQuoted.astro'
import KeepRow from './KeepRow.astro'
import KeepSentence from './KeepSentence.astro'
import List from './List.astro'
import Picture from './Picture.astro'
import Step from './Step.astro'

export const marks = {
  a: DeckA,
  Caption,
  Cell,
  Cite: DeckCite,
  Code: KeepBlock,
  Column,
  Columns: KeepColumns,
  Diagram: KeepPlacedDiagram,
  Drawing: KeepDrawing,
  Entry: KeepEntry,
  Figure: KeepFigure,
  Gap: Nothing,
  Heading: Nothing,
  img: Picture,
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
  Step,
  Table: Pass,
}
