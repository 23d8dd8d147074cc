/** Changes that Excel keeps track of in a shared workbook: who put which words in which cell. */
import { type ReadPart, signed, type TrackedChange } from '../document.ts'
import { attributeOf, childOf, childrenOf, isSet, nameOf, type Xml } from '../xml.ts'
import { type OfficePart, openPart } from './parts.ts'

interface ReadCells {
  /** Names of sheets by their ids. */
  readonly sheets: ReadonlyMap<string, string>
  readonly wordsOf: (cell: Xml) => string
}

/** The changes that nobody has rejected, the oldest first, each in its sheet. */
export function sheetChanges(
  part: ReadPart,
  workbook: OfficePart,
  cells: ReadCells,
): readonly TrackedChange[] {
  const [path = ''] = [...workbook.relations.values()].flatMap(({ type, target }) =>
    type === 'revisionHeaders' ? [target] : [],
  )
  const headers = openPart(part, path)
  return childrenOf(headers?.root, 'header').flatMap((header) => {
    const log = headers?.relations.get(attributeOf(header, 'r:id') ?? '')
    const who = signed(attributeOf(header, 'userName'), attributeOf(header, 'dateTime'))
    return childrenOf(openPart(part, log?.target ?? '')?.root)
      .filter((change) => !isSet(change, 'ra'))
      .flatMap((change) => {
        const id = attributeOf(change, 'sId') ?? attributeOf(change, 'sheetId') ?? ''
        const called = cells.sheets.get(id)
        const place = { block: '', headings: called ? [called] : [], bookmarks: [] }
        return saidBy(change, cells)
          .filter(({ words }) => words !== '')
          .map((said) => ({ ...said, ...place, ...who }))
      })
  })
}

type Said = Pick<TrackedChange, 'sort' | 'words'>

/** What a change put in and took out; `[]` for one of looks alone. */
function saidBy(change: Xml, { wordsOf }: ReadCells): readonly Said[] {
  const of = (name: string): string => attributeOf(change, name) ?? ''
  const said = (cell: Xml | undefined): string => (cell ? wordsOf(cell) : '')
  switch (nameOf(change)) {
    case 'rcc':
      return [
        { sort: 'deleted', words: said(childOf(change, 'oc')) },
        { sort: 'inserted', words: said(childOf(change, 'nc')) },
      ]
    case 'rrc': {
      // The cells of a row that was taken out stand in it.
      const words = childrenOf(change, 'rcc').map((each) => said(childOf(each, 'oc')))
      const shown = words.filter(Boolean).join(' ')
      const isOut = of('action').startsWith('delete')
      const what = of('action').endsWith('Col') ? 'columns' : 'rows'
      return [{ sort: isOut ? 'deleted' : 'inserted', words: shown || `${what} ${of('ref')}` }]
    }
    case 'rm':
      return [
        { sort: 'deleted', words: `cells ${of('source')}` },
        { sort: 'inserted', words: `them at ${of('destination')}` },
      ]
    case 'ris':
      return [{ sort: 'inserted', words: `the sheet ${of('name').replace(/^\[[^\]]*\]/, '')}` }]
    case 'rsnm':
      return ['oldName', 'newName'].map((name, index) => ({
        sort: index === 0 ? 'deleted' : 'inserted',
        words: of(name).replace(/^\[[^\]]*\]/, ''),
      }))
    default:
      return []
  }
}
