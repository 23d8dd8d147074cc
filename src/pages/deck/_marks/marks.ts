/** What the deck makes of each mark: it keeps the rendered pieces, and the slides are set from them. */
import Cell from '../../../ui/components/Cell.astro'
import ChartFigure from '../../../ui/components/ChartFigure.astro'
import ChartHead from '../../../ui/components/ChartHead.astro'
import ChartSource from '../../../ui/components/ChartSource.astro'
import Column from '../../../ui/components/Column.astro'
import Film from '../../../ui/components/Film.astro'
import FootnoteMark from '../../../ui/components/FootnoteMark.astro'
import Formula from '../../../ui/components/Formula.astro'
import Nothing from '../../../ui/components/Nothing.astro'
import Passthrough from '../../../ui/components/Passthrough.astro'
import Sign from '../../../ui/components/Sign.astro'
import ApartPiece from './ApartPiece.astro'
import BlockPiece from './BlockPiece.astro'
import Caption from './Caption.astro'
import ChartPiece from './ChartPiece.astro'
import ColumnsPiece from './ColumnsPiece.astro'
import DeckCite from './DeckCite.astro'
import DeckLink from './DeckLink.astro'
import DrawingPiece from './DrawingPiece.astro'
import EntryPiece from './EntryPiece.astro'
import FigurePiece from './FigurePiece.astro'
import InWords from './InWords.astro'
import LeadInPiece from './LeadInPiece.astro'
import LineBreak from './LineBreak.astro'
import List from './List.astro'
import NotesPiece from './NotesPiece.astro'
import Picture from './Picture.astro'
import PlacedDiagramPiece from './PlacedDiagramPiece.astro'
import QuotedPiece from './QuotedPiece.astro'
import RowPiece from './RowPiece.astro'
import SentencePiece from './SentencePiece.astro'
import Step from './Step.astro'

export const marks = {
  a: DeckLink,
  Apart: ApartPiece,
  Caption,
  Cell,
  Chart: ChartPiece,
  ChartBody: ChartFigure,
  ChartHead,
  ChartSource,
  Cite: DeckCite,
  Code: BlockPiece,
  Column,
  Columns: ColumnsPiece,
  Diagram: PlacedDiagramPiece,
  Drawing: DrawingPiece,
  Entry: EntryPiece,
  Film,
  Figure: FigurePiece,
  Footnote: Nothing,
  FootnoteMark,
  Formula,
  Gap: Nothing,
  Heading: Nothing,
  img: Picture,
  Item: EntryPiece,
  LeadIn: LeadInPiece,
  LineBreak,
  List,
  Notes: NotesPiece,
  Page: Nothing,
  Picture: InWords,
  Prose: BlockPiece,
  Quotation: BlockPiece,
  Quote: BlockPiece,
  Quoted: QuotedPiece,
  QuotedBy: Passthrough,
  Row: RowPiece,
  Rule: Nothing,
  Sentence: SentencePiece,
  Sign,
  Slide: BlockPiece,
  Statement: BlockPiece,
  Step,
  Table: Passthrough,
}
