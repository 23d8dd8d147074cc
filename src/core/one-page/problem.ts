/** The problem, as the case itself says it: in which section, and in which of its words. */

import { type Run, runsOf } from '../deck/runs.ts'
import { isWithin } from '../graph/around.ts'
import { TO_BE_WRITTEN } from '../graph/gaps-in-words.ts'
import { itemsLike } from '../graph/items.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Section } from '../model/case.ts'
import type { KindTable } from '../model/kinds.ts'
import type { Block, ListBlock, Words } from '../syntax/conventions/index.ts'
import { leaveOut } from '../text/leave-out.ts'
import type { OnePageLine, OnePagePart } from './part.ts'

/** Titles of a section that is the problem; compared in lower case, without what stands before the noun. */
const PROBLEM: readonly string[] = [
  ...['problem', 'problems', 'problem statement', 'problem space', 'problem to solve'],
  ...['problem we are solving', "problem we're solving", 'what is wrong', "what's wrong"],
  'what goes wrong',
]

/** Titles that tell the problem. A row goes before those below it, wherever it stands in the case. */
const titlesFor = (kinds: KindTable): readonly (readonly string[])[] => [
  PROBLEM,
  [...headingsOfChallenges(kinds), 'issues', 'key issues', 'pain points'],
  ['why', 'why now', 'why change', 'why this matters', 'why it matters', 'why we need to change'],
  ['case for change', 'need for change', 'drivers for change', 'burning platform'],
  ['strategic context', 'context', 'background', 'current situation', 'where we are now'],
]

// Matches "The " in "The problem" and "Our " in "Our challenges".
const RE_BEFORE_NOUN = /^(?:the|our|a|an)\s+/
// Matches "?" in "Why now?" and ":" in "Problem:".
const RE_AFTER_NOUN = /(?<![\s?!:.])[\s?!:.]+$/

/** The part about the problem: from the best section, what the deck would show of it. */
export function problemPart(checked: Checkable): OnePagePart {
  const runs = runsOf(checked)
  for (const titles of titlesFor(checked.graph.kinds)) {
    // Words of trouble tell more than a context does.
    const trouble = titles.includes('context') ? troubleIn(runs) : undefined
    if (trouble) return { title: 'The problem', ...trouble }
    for (const section of sectionsCalled(titles, checked.graph)) {
      const within = runs.filter(
        (run) => run.section && isWithin(run.section.key, section.key, checked.graph.sections),
      )
      for (const run of within) {
        const part = partOf(run)
        if (part) return { title: titleOf(section), ...part }
      }
    }
  }
  const challenges = itemsLike('challenge', checked.graph)
  const [first] = challenges
  if (!first) return { title: 'The problem', lines: [], gap: TO_BE_WRITTEN }
  const lines = challenges.map(({ key, kind, id, text }) => ({ key, kind, name: id, text }))
  return { title: 'The problem', lines, place: first.place }
}

function sectionsCalled(
  titles: readonly string[],
  { case: { sections } }: Checkable['graph'],
): readonly Section[] {
  return sections.filter(({ title }) => titles.includes(plain(title)))
}

// Matches "Services are disjointed when:" and "It is hard to book because:".
const RE_TROUBLE =
  /\b(?:wrong|disjointed|broken|fail(?:s|ed|ing)?|cannot|can['’]t|hard|difficult|slow|problems?|issues|pain points|suffers?|struggles?)\b[^:]*:\s*$/i

/** The first list that words of trouble lead to. */
function troubleIn(runs: readonly Run[]): Chosen | undefined {
  for (const { blocks } of runs) {
    const at = blocks.findIndex(
      (block, index) =>
        block.type === 'lead-in' &&
        RE_TROUBLE.test(block.words.text) &&
        blocks[index + 1]?.type === 'list',
    )
    const found = at < 0 ? undefined : listOf(blocks.slice(at))
    if (found) return found
  }
  return undefined
}

// Matches "The vision says, …": what is hoped for is no problem.
const RE_HOPE = /\b(?:vision|mission|ambition|aspiration)s?\b/i

function headingsOfChallenges(kinds: KindTable): readonly string[] {
  return [...kinds.values()].flatMap(({ like, headings }) => (like === 'challenge' ? headings : []))
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(RE_AFTER_NOUN, '')
    .replace(RE_BEFORE_NOUN, '')
}

/** The title of the part: it names the section where that has another name. */
function titleOf({ title }: Section): string {
  return PROBLEM.includes(plain(title)) ? 'The problem' : `The problem: ${title}`
}

type Chosen = Omit<OnePagePart, 'title'>

/** A sentence made to stand alone comes first, then a list, a quoted sentence, any first sentence. */
function partOf({ blocks }: Run): Chosen | undefined {
  return statementOf(blocks) ?? listOf(blocks) ?? quotationOf(blocks) ?? sentenceOf(blocks)
}

function statementOf(blocks: readonly Block[]): Chosen | undefined {
  for (const block of blocks) {
    if (block.type === 'element' && block.name === 'Statement')
      return {
        lead: withoutCitations(block.words.text, block.words),
        stands: true,
        lines: [],
        place: block.place,
      }
  }
  return undefined
}

function listOf(blocks: readonly Block[]): Chosen | undefined {
  const index = blocks.findIndex(({ type }) => type === 'list')
  const list = blocks[index]
  if (list?.type !== 'list') return undefined
  const lines = linesOf(list)
  if (lines.length === 0) return undefined
  const before = blocks[index - 1]
  const lead =
    before?.type === 'lead-in' ? { lead: withoutCitations(before.words.text, before.words) } : {}
  return { ...lead, lines, place: list.place }
}

/** The own words of each entry, with its number and without what is nested in it. */
function linesOf({ entries, ordered, start = 1 }: ListBlock): readonly OnePageLine[] {
  return entries.flatMap((entry, index) => {
    if (entry.type === 'entry' && entry.gap) return []
    const [own = ''] = entry.words.text.split('\n')
    const number = ordered ? `${start + index}. ` : ''
    return [{ text: number + withoutCitations(own, entry.words) }]
  })
}

function quotationOf(blocks: readonly Block[]): Chosen | undefined {
  for (const block of blocks) {
    if (block.type !== 'prose' || !block.quotation) continue
    const { lead: before, text } = block.quotation
    if (RE_HOPE.test(`${before ?? ''} ${text}`)) continue
    const lead = withoutCitations(before ? `${before} ${text}` : text, block.words)
    return { lead, stands: true, lines: [], place: block.place }
  }
  return undefined
}

function sentenceOf(blocks: readonly Block[]): Chosen | undefined {
  for (const block of blocks) {
    if (block.type !== 'prose') continue
    const lead = withoutCitations(block.words.sentences[0] ?? '', block.words)
    if (lead && !RE_HOPE.test(lead)) return { lead, stands: true, lines: [], place: block.place }
  }
  return undefined
}

/** On paper a bracket of ids leads nowhere: the narrative has it. */
function withoutCitations(text: string, { citations }: Words): string {
  return leaveOut(
    text,
    citations.map(({ raw }) => raw),
  )
}
