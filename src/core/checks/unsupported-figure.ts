/** Figures for which the case gives no evidence. */
import type { Checkable } from '../model/assembled.ts'
import type { Place } from '../model/case.ts'
import { has, isLike } from '../model/kinds.ts'
import type { Block, EntryBlock, Words } from '../syntax/conventions/index.ts'
import { type Figure, figuresIn } from '../text/figures.ts'
import { listed } from '../text/listed.ts'
import type { Check } from './shared/check.ts'
import { passagesOf, placeIn } from './shared/passage.ts'

/**
 * Aims, what people said, and what rests on evidence anyway are left alone. In a case without any evidence it
 * says so once: there is nothing yet to cite.
 */
export const unsupportedFigure: Check = (checked) => {
  const found = bareFiguresIn(checked)
  const { kinds } = checked.graph
  if (checked.graph.case.items.some(({ kind }) => isLike(kind, 'evidence', kinds))) {
    return found.map(({ figures, place }) => ({ message: messageOf(figures), place }))
  }
  const [first] = found
  if (!first) return []
  const figures = found.flatMap((one) => one.figures)
  return [{ message: withoutAny(figures), place: first.place }]
}

/** Figures of one passage for which nothing stands, and where the first of them is. */
interface BareFigures {
  readonly figures: readonly Figure[]
  readonly place: Place
}

function bareFiguresIn(checked: Checkable): readonly BareFigures[] {
  const supported = supportedIn(checked)
  return passagesOf(checked).flatMap((passage): readonly BareFigures[] => {
    const { block, text, written } = passage
    if (!CLAIMS.has(block.type) || supported.has(block) || /\[\^/.test(written)) return []
    if (block.type === 'element' && !ELEMENTS.has(block.name)) return []
    const figures = figuresIn(text)
    const [first] = figures
    return first ? [{ figures, place: placeIn(passage, first.index, first.length) }] : []
  })
}

const CLAIMS = new Set<string>(['prose', 'item', 'entry', 'lead-in', 'element'])
const ELEMENTS = new Set(['Slide', 'Statement'])

function messageOf(figures: readonly Figure[]): string {
  const names = new Set(figures.map(({ words }) => `"${words}"`))
  const [found, rests] = names.size === 1 ? ['figure', 'it rests'] : ['figures', 'they rest']
  return `Unexpected ${found} ${listed(names)} without evidence, expected a citation of what ${rests} on: add its id in brackets, such as (3a)`
}

function withoutAny(figures: readonly Figure[]): string {
  const [first, ...others] = figures.map(({ words }) => `"${words}"`)
  const found =
    others.length === 0
      ? `figure ${first}`
      : `${figures.length} figures, of which ${first} is the first,`
  return `Unexpected ${found} in a case without evidence, expected what the figures rest on: write "Evidence 1a: …" below decision 1, then cite it: (1a)`
}

/** The blocks that cite, that stand in what cites, or that claim nothing. */
function supportedIn({ documents, graph }: Checkable): ReadonlySet<Block | EntryBlock> {
  const supported = new Set<Block | EntryBlock>()
  const grounded = new Set(
    graph.case.links.filter(({ role }) => role === 'supports').map(({ to }) => to),
  )
  /** What only cites what speaks against it rests on nothing. */
  const isFor = (keys: readonly string[] | undefined) =>
    keys && !(keys.length > 0 && keys.every((key) => graph.items.get(key)?.strength?.against))
  const cites = ({ citations, addresses }: Words): boolean =>
    citations.some(({ at }) => isFor(graph.cited.get(at))) ||
    addresses.some((one) => /^https?:/.test(one))
  const visit = (block: Block | EntryBlock, around: boolean): void => {
    const own = 'words' in block && cites(block.words)
    const rests =
      block.type === 'item' &&
      (has(block.kind, 'own-figures', graph.kinds) || grounded.has(graph.keys.get(block.at) ?? ''))
    const is = around || own || rests
    if (is) supported.add(block)
    if (block.type === 'list') for (const entry of block.entries) visit(entry, is)
    if (block.type === 'element') visitAll(block.blocks, around)
    else if ('blocks' in block) visitAll(block.blocks, is)
  }
  const visitAll = (blocks: readonly Block[], around: boolean): void => {
    let led = false
    for (const block of blocks) {
      visit(block, around || (led && block.type === 'list'))
      led = block.type === 'lead-in' && cites(block.words)
    }
  }
  for (const { blocks } of documents) visitAll(blocks, false)
  return supported
}
