/** From the nodes of a sentence to runs: emphasis, links and citations. */
import { isWithheld, NOT_PUBLIC } from '../../core/audience/access.ts'
import { readFormula } from '../../core/formula/read.ts'
import { citedIdsAt } from '../../core/graph/cited-ids.ts'
import { rowOf } from '../../core/model/kinds.ts'
import { filmLine, filmPath, isFilm } from '../../core/syntax/films.ts'
import { attributeOf, type Node, textOf } from '../../core/syntax/tree.ts'
import { joined } from '../../core/text/linked-text.ts'
import { footnoteName } from './footnote-name.ts'
import { destinationOf, type Lookups } from './lookups.ts'
import { type FormattedRun, type Shown, tidy } from './text.ts'

type Style = Omit<FormattedRun, 'text'>

/** The runs of inline nodes, with white space tidied; `[]` where there are no words. */
export function runsOf(nodes: readonly Node[], lookups: Lookups): readonly FormattedRun[] {
  return tidy(nodes.flatMap((node) => runs(node, {}, lookups)))
}

/** What each mark adds to the words in it. */
const STYLES: Readonly<Record<string, Style>> = {
  strong: { bold: true },
  emphasis: { italic: true },
  delete: { strike: true },
  sup: { raised: true },
  sub: { lowered: true },
}

function runs(node: Node, style: Style, lookups: Lookups): readonly FormattedRun[] {
  const inside = (more: Style = {}): readonly FormattedRun[] =>
    (node.children ?? []).flatMap((child) => runs(child, { ...style, ...more }, lookups))
  switch (node.type) {
    case 'text':
      return [{ ...style, text: node.value ?? '' }]
    case 'inlineCode':
      return [{ ...style, text: node.value ?? '', code: true }]
    case 'break':
      return [{ ...style, text: ' ' }]
    case 'image':
      return [] // It stands alone.
    case 'link':
    case 'linkReference':
      return [...inside(linkOf(node, lookups)), ...withheldRun(node, style, lookups)]
    default:
      if (node.name === 'FootnoteMark') return footnoteRun(node, style, lookups)
      if (node.name === 'LineBreak') return [{ ...style, text: ' ', isBreak: true }]
      if (node.name === 'Formula') return formulaRuns(node, style)
      if (node.name === 'Cite') return citationRuns(node, style, lookups)
      if (lookups.hidden.has(node.name ?? '')) return []
      if (node.name === 'Picture' || node.name === 'Sign') return pictureRuns(node, style, lookups)
      return inside(STYLES[node.name ?? node.type])
  }
}

/** A document sets it; slides have its words. */
function formulaRuns(node: Node, style: Style): readonly FormattedRun[] {
  const isAlone = attributeOf(node, 'alone') !== undefined
  const formula = readFormula(attributeOf(node, 'tex') ?? '', isAlone)
  return [
    {
      ...style,
      text: textOf(node).replaceAll('\u00A0', ' '),
      ...('why' in formula ? {} : { formula }),
    },
  ]
}

/** A document has it among its words. Slides have the sign's words, and pictures beside their words. */
function pictureRuns(node: Node, style: Style, lookups: Lookups): readonly FormattedRun[] {
  const isSign = node.name === 'Sign'
  const [shown] = imagesIn([node], '')
  if (!shown) return []
  const film = filmRuns(shown, lookups).map((run) => ({ ...style, ...run, text: ` (${run.text})` }))
  if (lookups.amongWords)
    return [
      { ...style, text: shown.alt, picture: { ...shown, ...(isSign ? { isSign } : {}) } },
      ...film,
    ]
  if (isSign) return [{ ...style, text: shown.alt }]
  // As the deck has it: the sentence goes on around the picture, which stands beside it.
  const isAmid = attributeOf(node, 'amid') !== undefined && shown.alt !== ''
  return isAmid ? [{ ...style, text: `[${shown.alt}]` }] : []
}

/** Where a film is, which no file to edit can show; `[]` for a picture. */
export function filmRuns(
  { url, file }: Extract<Shown, { type: 'image' }>,
  { settings }: Lookups,
): readonly FormattedRun[] {
  if (!isFilm(url)) return []
  const { text, web } = filmLine(filmPath(url, file), settings.address)
  return [{ text, ...(web ? { to: { web } } : {}) }]
}

/** The pictures in nodes, in order; `file` is that in which the nodes stand. */
export function imagesIn(
  nodes: readonly Node[],
  file: string,
): readonly Extract<Shown, { type: 'image' }>[] {
  return nodes.flatMap((node) => {
    const { type, url = '', alt, children = [] } = node
    const of = attributeOf(node, 'at')?.replace(/:\d+:\d+$/, '') ?? file
    return type === 'image' ? [{ type, url, alt: alt ?? '', file: of }] : imagesIn(children, of)
  })
}

function linkOf(node: Node, lookups: Lookups): Style {
  const to = destinationOf(addressOf(node, lookups), lookups)
  return to ? { to } : {}
}

/** What stands behind the words of a link that readers can't open. */
function withheldRun(node: Node, style: Style, lookups: Lookups): readonly FormattedRun[] {
  if (!isWithheld(addressOf(node, lookups), lookups)) return []
  return [{ ...style, text: ` (${NOT_PUBLIC})` }]
}

function addressOf({ url, identifier }: Node, { definitions }: Lookups): string {
  return url ?? definitions.get(identifier ?? '') ?? ''
}

/** The mark of a footnote: the file's own, or its number where files have none. */
function footnoteRun(node: Node, style: Style, lookups: Lookups): readonly FormattedRun[] {
  const at = attributeOf(node, 'at') ?? ''
  const lead = lookups.footnotes.get(at)
  if (!lead) return []
  if (lookups.writesMarks) return [{ ...style, text: `[${lead.footnote.number}]`, raised: true }]
  return [{ ...style, text: '', note: footnoteName(lead) }]
}

/** `(3a, O1)`, each id leading to its item; a bracket that the graph does not know stays words. */
function citationRuns(node: Node, style: Style, lookups: Lookups): readonly FormattedRun[] {
  const { graph, citations, drafts } = lookups
  const cited = citedIdsAt(attributeOf(node, 'at') ?? '', citations, graph)
  if (!cited) return [{ ...style, text: (node.children ?? []).map(textOf).join('') }]
  if (cited.isDraft && !drafts) return []
  const ids = cited.ids.map(({ before, id, item }): readonly FormattedRun[] => {
    const own = before === '' ? [] : [{ ...style, text: before }]
    if (!item) return [...own, { ...style, text: id }]
    const { key } = item
    const { like: kind } = rowOf(item.kind, graph.kinds)
    const note = kind === 'evidence' ? [{ ...style, text: '', note: key }] : []
    return [...own, { ...style, text: id, kind, to: { key } }, ...note]
  })
  return [
    { ...style, text: cited.opening },
    ...joined<FormattedRun>(ids, { ...style, text: ', ' }),
    { ...style, text: cited.closing },
  ]
}
