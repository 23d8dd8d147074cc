/** Makes the edition of a case that was read. */
import { challengesOf } from '../feedback/as-data.ts'
import type { Graph } from '../graph/index.ts'
import type { Assembled } from '../model/assembled.ts'
import type { Settings } from '../settings/case-yaml.ts'
import { placesInYaml } from '../settings/yaml.ts'
import type { Block, Document, EntryBlock, Words } from '../syntax/conventions/index.ts'
import { type Edition, type EditionFieldName, fieldNames } from './edition.ts'

/** The edition of a case that was read. */
export function editionOf(assembled: Described): Edition {
  const { documents, graph } = assembled
  const { title, sections, items, links, gaps } = graph.case
  return {
    ...{ title, sections, items, links, gaps },
    kinds: graph.kinds,
    fields: fieldsOf(assembled),
    words: wordsOf(documents, graph),
    challenges: challengesOf(assembled),
  }
}

/** What is read of a case. */
type Described = Pick<Assembled, 'documents' | 'graph' | 'settings' | 'settingsSource' | 'feedback'>

function fieldsOf({ documents, graph, settings, settingsSource }: Described): Edition['fields'] {
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const placeOf = placesInYaml(text, file)
  const heading = documents
    .flatMap(({ blocks }) => blocks)
    .find(({ at }) => at === graph.titleAt)?.place
  const fields: Readonly<Record<EditionFieldName, string | undefined>> = {
    ...pick(settings),
    title: settings.title ?? (heading && graph.case.title),
    phase: graph.phase,
  }
  return Object.fromEntries(
    fieldNames.flatMap((field) => {
      const words = fields[field]
      if (words === undefined) return []
      const place = settings[field] === undefined ? heading : undefined
      return [[field, { text: words, place: place ?? placeOf([field]) }]]
    }),
  )
}

/** Settings without the words of the fields that an edition tells. */
export function withoutFields(settings: Settings): Settings {
  const told: ReadonlySet<string> = new Set(fieldNames)
  const kept = Object.entries(settings).filter(([name]) => !told.has(name))
  return Object.fromEntries(kept) as Settings // they may all be missing
}

function pick({ ask, caveat, period, team }: Settings) {
  return { ask, caveat, period, team }
}

/** Every section's words, block by block. */
function wordsOf(documents: readonly Document[], graph: Graph): Edition['words'] {
  const found = new Map<string, string[]>()
  const visit = (block: Block | EntryBlock): void => {
    const section = graph.within.get(block.at)
    for (const words of ownWords(block, graph)) {
      const text = withoutCitations(words, graph)
      if (section === undefined || text === '') continue
      const passages = found.get(section)
      if (passages) passages.push(text)
      else found.set(section, [text])
    }
    for (const child of childrenOf(block, graph)) visit(child)
  }
  for (const { blocks } of documents) for (const block of blocks) visit(block)
  return Object.fromEntries(found)
}

/** The words that a block adds to its section. */
function ownWords(block: Block | EntryBlock, graph: Graph): readonly Words[] {
  switch (block.type) {
    case 'prose':
    case 'lead-in':
    case 'code':
    case 'table':
      return [block.words]
    case 'quote':
      return [block.words, ...(block.by ? [block.by] : [])]
    case 'figure':
      return [block.words, plain(block.alternative)]
    case 'diagram':
      return [plain(block.text)]
    case 'entry':
      return block.gap ? [] : [block.words]
    case 'item':
      // A second definition makes no item, and yet someone reads it.
      return graph.keys.has(block.at) ? [] : [block.words]
    case 'element':
      if (isRepeat(block.name) || block.blocks.length > 0) return []
      return [block.words, plain(block.attributes['by'] ?? '')]
    default:
      return []
  }
}

function childrenOf(block: Block | EntryBlock, graph: Graph): readonly (Block | EntryBlock)[] {
  if (block.type === 'list') return block.entries
  if (block.type === 'element') return isRepeat(block.name) ? [] : block.blocks
  if (block.type === 'entry') return block.blocks
  if (block.type !== 'item') return []
  // Other blocks of an item are among its words.
  return graph.keys.has(block.at) ? block.blocks.filter(holdsItems) : block.blocks
}

function holdsItems(block: Block): boolean {
  if (block.type === 'list') return block.entries.some(({ type }) => type === 'item')
  return block.type === 'item'
}

/** A slide repeats what the case says; notes are private. */
function isRepeat(name: string): boolean {
  return name === 'Slide' || name === 'Notes'
}

function plain(text: string): Words {
  return { text, sentences: [], citations: [], addresses: [] }
}

/** A citation is a link, and no words. */
function withoutCitations({ text, citations }: Words, { cited }: Graph): string {
  // They are in the order of the text.
  let [kept, from] = ['', 0]
  for (const { raw } of citations.filter(({ at }) => cited.has(at))) {
    const at = text.indexOf(raw, from)
    if (at < 0) continue
    kept += text.slice(from, at)
    from = at + raw.length
  }
  return (kept + text.slice(from))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')
    .trim()
}
