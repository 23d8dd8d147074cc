/** What a reader of the narrative can search for: its sections, its items, and every sentence around them. */
import { COLUMNS, cellsOf, comparisonOf } from '../appraisal/comparison.ts'
import { appraisalPlace } from '../appraisal/place.ts'
import { APPRAISAL } from '../appraisal/sum-names.ts'
import { enclosingKeys } from '../graph/around.ts'
import { type Lookup, sprintOf } from '../graph/lookup.ts'
import { strengthLine } from '../graph/strength-words.ts'
import { type Item, wholeTextOf } from '../model/case.ts'
import { nameWithId } from '../model/ids.ts'
import type { Block, EntryBlock } from '../syntax/conventions/index.ts'
import { plainText } from '../text/linked-text.ts'
import { ABBREVIATION, type Target } from '../text/search.ts'
import { glossaryOf } from './glossary.ts'
import { toldBlocks } from './told-blocks.ts'

/** In the order of the case, sections first, then items, gaps, abbreviations and what options cost and bring. Nothing that a public page does not show is among them. */
export function searchTargets(lookup: Lookup): readonly Target[] {
  const { documents, graph } = lookup.assembled
  return [
    ...graph.case.sections.map(({ key, title }) => ({ key, name: 'Section', words: title })),
    ...graph.case.items.map((item) => itemTarget(item, lookup)),
    ...graph.case.gaps.map(({ item, section, text = 'Nothing is written here yet' }) => ({
      key: item ?? section,
      name: 'Gap',
      words: text,
      about: graph.sections.get(section)?.title ?? '',
    })),
    ...glossaryOf(documents, graph).terms.map(({ word, name, anchor }) => ({
      key: anchor,
      name: ABBREVIATION,
      id: word,
      words: name,
    })),
    ...appraisalTargets(lookup),
    ...documents.flatMap(({ blocks }) =>
      [...toldBlocks(blocks)].flatMap((block) => sentencesIn(block, lookup)),
    ),
  ]
}

/** What the options cost and bring is worked out, and stands in no text of the case. */
function appraisalTargets({ assembled }: Lookup): readonly Target[] {
  const [comparison, place] = [comparisonOf(assembled), appraisalPlace(assembled)]
  if (!comparison || !place) return []
  const { options, basis, turns } = comparison
  const [, ...columns] = Object.values(COLUMNS)
  const rows = options.map((option) => {
    const cells = cellsOf(option).map((cell, at) => `${columns[at] ?? ''} ${cell}`)
    return `${option.name}, ${option.title}: ${cells.join(', ')}`
  })
  const notes = options.flatMap((option) =>
    option.notes.map(({ term, words }) => `${option.name}: ${term}: ${plainText(words)}`),
  )
  const said = [...rows, ...notes, `${basis}.`, ...turns.map(({ then, at }) => `${then} ${at}.`)]
  return said.map((words) => ({ key: place.key, name: APPRAISAL, words, isSentence: true }))
}

function itemTarget(item: Item, { assembled, kinds }: Lookup): Target {
  const { key, id } = item
  const sprint = sprintOf(item, assembled.graph)
  const about = [
    ...(sprint ? [`S${sprint.words.slice(1)}.`] : []),
    ...strengthLine(item, kinds).map(({ words }) => words),
  ].join(' ')
  return {
    key,
    name: nameWithId(item, kinds),
    id,
    words: wholeTextOf(item),
    ...(about ? { about } : {}),
  }
}

/** The sentences of a block, each at the section in which it stands; those of items are the items' own. */
function sentencesIn(block: Block | EntryBlock, lookup: Lookup): readonly Target[] {
  if (block.type === 'item' || (block.type === 'element' && block.blocks.length > 0)) return []
  if (block.type !== 'table')
    return 'words' in block ? sentenceTargets(block.words.sentences, block, lookup) : []
  const rows = block.items ? [] : block.rows.map((cells) => cells.filter(Boolean).join(', '))
  return sentenceTargets(rows, block, lookup)
}

function sentenceTargets(
  sentences: readonly string[],
  { at }: Block | EntryBlock,
  { assembled }: Lookup,
): readonly Target[] {
  const { graph } = assembled
  const [key = ''] = enclosingKeys({ section: graph.within.get(at) }, graph)
  const name = graph.sections.get(key)?.title
  if (name === undefined) return []
  return sentences
    .map((sentence) => sentence.trim())
    .filter((words) => words !== '')
    .map((words) => ({ key, name, words, isSentence: true }))
}
