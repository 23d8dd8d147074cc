/** What the narrative makes of each mark: its component map. */

import Cell from '../../ui/components/Cell.astro'
import Chart from '../../ui/components/Chart.astro'
import ChartFigure from '../../ui/components/ChartFigure.astro'
import ChartHead from '../../ui/components/ChartHead.astro'
import ChartSource from '../../ui/components/ChartSource.astro'
import Cite from '../../ui/components/Cite.astro'
import Column from '../../ui/components/Column.astro'
import Columns from '../../ui/components/Columns.astro'
import Drawing from '../../ui/components/Drawing.astro'
import Film from '../../ui/components/Film.astro'
import FootnoteMark from '../../ui/components/FootnoteMark.astro'
import Formula from '../../ui/components/Formula.astro'
import A from '../../ui/components/Link.astro'
import Nothing from '../../ui/components/Nothing.astro'
import Passthrough from '../../ui/components/Passthrough.astro'
import PlacedDiagram from '../../ui/components/PlacedDiagram.astro'
import Row from '../../ui/components/Row.astro'
import Sign from '../../ui/components/Sign.astro'
import Table from '../../ui/components/Table.astro'
import Caption from './Caption.astro'
import Entry from './Entry.astro'
import Explained from './Explained.astro'
import Figure from './Figure.astro'
import Gap from './Gap.astro'
import Heading from './Heading.astro'
import Item from './Item.astro'
import LeadIn from './LeadIn.astro'
import LineBreak from './LineBreak.astro'
import List from './List.astro'
import Picture from './Picture.astro'
import Quotation from './Quotation.astro'
import QuotedBy from './QuotedBy.astro'
import Rule from './Rule.astro'
import Statement from './Statement.astro'

export const marks = {
  a: A,
  Apart: Passthrough,
  Caption,
  Cell,
  Chart,
  ChartBody: ChartFigure,
  ChartHead,
  ChartSource,
  Cite,
  Code: Passthrough,
  Column,
  Columns,
  Diagram: PlacedDiagram,
  Drawing,
  Entry,
  Film,
  Figure,
  Footnote: Nothing,
  FootnoteMark,
  Formula,
  Gap,
  Heading,
  img: Picture,
  Item,
  LeadIn,
  LineBreak,
  List,
  Notes: Nothing,
  Page: Passthrough,
  Picture: Passthrough,
  Prose: Explained,
  Quotation,
  Quote: Quotation,
  Quoted: Passthrough,
  QuotedBy,
  Row,
  Rule,
  Sentence: Passthrough,
  Sign,
  Slide: Nothing,
  Statement,
  Step: Passthrough,
  Table,
}
