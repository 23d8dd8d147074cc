/** What the narrative makes of each mark: its component map. */

import A from '../../ui/A.astro'
import Cell from '../../ui/Cell.astro'
import Cite from '../../ui/Cite.astro'
import Code from '../../ui/Code.astro'
import Column from '../../ui/Column.astro'
import Columns from '../../ui/Columns.astro'
import Drawing from '../../ui/Drawing.astro'
import Nothing from '../../ui/Nothing.astro'
import Pass from '../../ui/Pass.astro'
import PlacedDiagram from '../../ui/PlacedDiagram.astro'
import Row from '../../ui/Row.astro'
import Table from '../../ui/Table.astro'
import Caption from './Caption.astro'
import Entry from './Entry.astro'
import Figure from './Figure.astro'
import Gap from './Gap.astro'
import Heading from './Heading.astro'
import Item from './Item.astro'
import LeadIn from './LeadIn.astro'
import List from './List.astro'
import Quotation from './Quotation.astro'
import QuotedBy from './QuotedBy.astro'
import Rule from './Rule.astro'
import Statement from './Statement.astro'

export const marks = {
  a: A,
  Caption,
  Cell,
  Cite,
  Code,
  Column,
  Columns,
  Diagram: PlacedDiagram,
  Drawing,
  Entry,
  Figure,
  Gap,
  Heading,
  Item,
  LeadIn,
  List,
  Notes: Nothing,
  Page: Pass,
  Prose: Pass,
  Quotation,
  Quote: Quotation,
  Quoted: Pass,
  QuotedBy,
  Row,
  Rule,
  Sentence: Pass,
  Slide: Nothing,
  Statement,
  Step: Pass,
  Table,
}
