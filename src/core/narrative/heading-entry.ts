/** What stands with the headings and the lists of the narrative. */
import type { LastChange } from '../changes/latest.ts'
import { addressOf } from '../deck/slide-addresses.ts'
import type { Diagram } from '../diagram/index.ts'
import { emptySectionWords } from '../graph/gaps-in-words.ts'
import type { Section } from '../model/case.ts'
import type { HeadingBlock, ListBlock } from '../syntax/conventions/index.ts'
import type { EntryContext } from './entry-context.ts'
import type { Responses } from './responses.ts'

/** A heading, in the order in which its parts are said. */
export interface HeadingEntry {
  readonly section: Section
  /** Address in the deck, where slides tell of the section. */
  readonly slide?: string
  readonly changed?: LastChange
  readonly responses?: Responses
  /** What is missing, where nothing stands below it. */
  readonly gap?: string
  /** Those that open the section. */
  readonly diagrams: readonly Diagram[]
}

/** The entry of a heading, or of a section that an item begins; undefined for one that makes no section, as the title. */
export function headingEntry(
  { at }: Pick<HeadingBlock, 'at'>,
  { lookup, diagrams, changed, onSlides, answers }: EntryContext,
): HeadingEntry | undefined {
  const { graph } = lookup.assembled
  const section = graph.sections.get(graph.opened.get(at) ?? graph.keys.get(at) ?? '')
  if (!section) return undefined
  const { key, title } = section
  const isEmpty = graph.case.gaps.some(
    (gap) => gap.section === key && gap.item === undefined && gap.text === undefined,
  )
  const change = changed.get(key)
  const responses = answers({ ...section, name: title, called: `“${title}”` })
  return {
    section,
    ...(onSlides.has(key) ? { slide: addressOf(key) } : {}),
    ...(change ? { changed: change } : {}),
    ...(responses ? { responses } : {}),
    ...(isEmpty ? { gap: emptySectionWords(section) } : {}),
    diagrams: diagrams.get(at) ?? [],
  }
}

/** What follows a list. */
export interface ListEntry {
  /** What the mark "draft" in it means, where it stands. */
  readonly note?: string
  readonly diagrams: readonly Diagram[]
}

/** The entry of a list. */
export function listEntry(
  { at, entries }: ListBlock,
  { diagrams }: Pick<EntryContext, 'diagrams'>,
): ListEntry {
  const hasDrafts = entries.some(({ words }) => words.citations.some(({ draft }) => draft))
  return { ...(hasDrafts ? { note: DRAFTS } : {}), diagrams: diagrams.get(at) ?? [] }
}

const DRAFTS = 'Links marked “draft” are the team’s own, to be confirmed.'
