/**
 * The plan of the narrative: what stands on it beside the author's words, and in which order. Pages
 * and files lay it out, and decide none of it again.
 */
import { comparisonOf, type OptionComparison } from '../appraisal/comparison.ts'
import { type AppraisalPlace, appraisalPlace } from '../appraisal/place.ts'
import { APPRAISAL } from '../appraisal/sum-names.ts'
import { type LastChange, latestChanges, pageHistory, type Update } from '../changes/latest.ts'
import { weeksOf } from '../changes/weeks.ts'
import { diagramsAfter } from '../diagram/places.ts'
import { type ChallengeList, challengeList, fromReaders } from '../feedback/in-words.ts'
import { waysToAnswer } from '../feedback/ways.ts'
import type { Graph } from '../graph/index.ts'
import { itemsLike } from '../graph/items.ts'
import type { Lookup } from '../graph/lookup.ts'
import type { DatedCase } from '../model/dated.ts'
import { nameOf } from '../model/ids.ts'
import { marginsOf } from '../publish/page-margins.ts'
import { titleOf } from '../settings/routes.ts'
import { ABOUT, type ContentsEntry, contentsOf } from './contents.ts'
import { type Cover, coverOf, type NamedRoute, type Output } from './cover.ts'
import { type Endnotes, endnotesOf } from './endnotes.ts'
import type { EntryContext } from './entry-context.ts'
import { type Extract, extractOf } from './extract/index.ts'
import { type Glossary, glossaryOf } from './glossary.ts'
import { type HeadingEntry, headingEntry, type ListEntry, listEntry } from './heading-entry.ts'
import { type ItemEntry, itemEntry } from './item-entry.ts'
import { type ListedFootnote, listedFootnotes } from './listed-footnotes.ts'
import { type MarginNote, marginNotes } from './margin-notes.ts'
import { noteWords, type PrintedNote } from './note-words.ts'
import { responsesTo } from './responses.ts'

/** The narrative of a case, or of the part that a route tells, from its first page to its last. */
export interface NarrativePlan {
  /** Of the page or file, as a browser shows it. */
  readonly title: string
  readonly cover: Cover
  readonly contents: readonly ContentsEntry[]
  /** Whether words stand before the first heading: links lead there, and no heading is there for it. */
  readonly hasOpening: boolean
  /** By the `at` of their blocks; a block that is not in it has its words alone. */
  readonly headings: ReadonlyMap<string, HeadingEntry>
  readonly items: ReadonlyMap<string, ItemEntry>
  readonly lists: ReadonlyMap<string, ListEntry>
  /** What options cost and bring, where some were appraised, and where it stands. */
  readonly appraisal?: {
    readonly place: AppraisalPlace
    readonly comparison: OptionComparison
    readonly slide?: string
  }
  /** What readers ask about no part of the case alone. */
  readonly answers?: { readonly count: string; readonly challenges: ChallengeList }
  /** How citations lead to the notes, and what those say. */
  readonly endnotes: Endnotes
  readonly notes: readonly PrintedNote[]
  /** Its abbreviations, and where they are explained. */
  readonly glossary: Glossary
  /** Evidence beside what cites it, by the `at` of the citation; none in a part of the case, which is printed. */
  readonly marginNotes: ReadonlyMap<string, readonly MarginNote[]>
  /** The footnotes of what is told, with where each leads back to. */
  readonly footnotes: readonly ListedFootnote[]
  /** The decisions, each to be found by its page. */
  readonly decisions: readonly IndexEntry[]
  /** When the case was updated, newest first; `[]` for a part of it. */
  readonly updates: readonly Update[]
  /** Margin box of a printed page → words. */
  readonly margins: Readonly<Record<string, string>>
  /** Set where this is a part of the case: which marks are not told, by name and `at`. */
  readonly isLeftOut?: Extract['isLeftOut']
}

/** A decision in the index at the end. */
interface IndexEntry {
  readonly key: string
  /** `Decision 5, sprint 2` */
  readonly name: string
  readonly text: string
}

/** Where and how the narrative is told. */
export interface NarrativeOptions {
  readonly output: Output
  /** Name of the route whose part of the case is told; absent for the whole case. */
  readonly route?: string | undefined
  /** Keys of the sections of which slides tell. */
  readonly onSlides?: ReadonlySet<string>
  /** Whether a finished site stands around it, with what is made of it. */
  readonly isSite?: boolean
}

/** Plans the narrative of a case. */
export function planNarrative(
  lookup: Lookup<DatedCase>,
  { output, route: name, onSlides = new Set(), isSite }: NarrativeOptions,
): NarrativePlan {
  const read = lookup.assembled
  const route = routeOf(name, read)
  const extract = route && extractOf(read, route)
  const { documents, graph } = extract?.part ?? read
  const theCase = graph.case
  const endnotes = endnotesOf(documents, graph)
  const here = new Set(theCase.items.map(({ key }) => key))
  const isWhole = extract === undefined
  const weeks = weeksOf(read.line ?? { steps: [], isWhole: true }, read.notes)
  const general = read.feedback.general
  const cover = coverOf(read, { output, route, ...(isSite ? { isSite } : {}) })
  const glossary = glossaryOf(documents, graph)
  const comparison = comparisonOf(read)
  const place = comparison && appraisalPlace({ documents, graph })
  const updates = isWhole ? pageHistory(weeks, read.dates.published) : []
  const isOnScreen = [cover.about, glossary.terms, updates].every(({ length }) => length === 0)
  const about = { ...ABOUT, ...(isOnScreen ? { isOnScreen } : {}) }
  return {
    title: route ? `${theCase.title}: ${route.called}` : theCase.title,
    contents: [...withAppraisal(contentsOf(theCase), place), ...(output === 'page' ? [about] : [])],
    hasOpening:
      theCase.sections[0]?.key === 'opening' && ![...graph.keys.values()].includes('opening'),
    ...entriesOf({
      ...{ lookup, here, endnotes },
      diagrams: new Map([...diagramsAfter(read)].filter(([at]) => extract?.isWhole(at) ?? true)),
      changed: isWhole ? latestChanges(weeks) : new Map<string, LastChange>(),
      onSlides,
      answers: isWhole && output === 'page' ? answersIn(read) : () => undefined,
    }),
    ...(comparison && place
      ? {
          appraisal: {
            ...{ place, comparison },
            ...(onSlides.has(place.section.key) ? { slide: place.key } : {}),
          },
        }
      : {}),
    ...(isWhole && general.length > 0 ? { answers: answersOf(general, read) } : {}),
    ...{ cover, glossary, updates },
    ...{ endnotes, notes: noteWords(endnotes.notes, here, read) },
    marginNotes: isWhole && output === 'page' ? marginNotes(lookup) : new Map(),
    footnotes: listedFootnotes(documents, lookup.footnotes, read),
    decisions: indexOf(graph),
    margins: marginsOf(read, !isWhole),
    ...(extract ? { isLeftOut: extract.isLeftOut } : {}),
  }
}

/** It is found in the list behind the section that it follows. */
function withAppraisal(
  contents: readonly ContentsEntry[],
  place: AppraisalPlace | undefined,
): readonly ContentsEntry[] {
  const at = contents.findIndex(({ key }) => key === place?.last)
  const before = contents.findIndex(({ key }) => key === place?.section.key)
  if (!place || before < 0) return contents
  const entry = { key: place.key, title: APPRAISAL, depth: place.section.depth }
  return contents.toSpliced(Math.max(at, before) + 1, 0, entry)
}

function routeOf(name: string | undefined, { settings }: DatedCase): NamedRoute | undefined {
  const route = name === undefined ? undefined : settings.routes[name]
  return name !== undefined && route ? { ...route, called: titleOf(name, route) } : undefined
}

function answersIn(read: DatedCase): EntryContext['answers'] {
  const waysTo = waysToAnswer(read)
  return (answered) => responsesTo(answered, waysTo, read)
}

function entriesOf(context: EntryContext): Pick<NarrativePlan, 'headings' | 'items' | 'lists'> {
  const headings = new Map<string, HeadingEntry>()
  const items = new Map<string, ItemEntry>()
  const lists = new Map<string, ListEntry>()
  for (const block of context.lookup.blocks.values()) {
    if (block.type === 'heading') note(headings, block.at, headingEntry(block, context))
    if (block.type === 'item') {
      if (context.lookup.assembled.graph.opened.has(block.at))
        note(headings, block.at, headingEntry(block, context))
      note(items, block.at, itemEntry(block, context))
    }
    if (block.type === 'list') note(lists, block.at, listEntry(block, context))
  }
  return { headings, items, lists }
}

function note<Entry>(entries: Map<string, Entry>, at: string, entry: Entry | undefined): void {
  if (entry) entries.set(at, entry)
}

function answersOf(
  challenges: DatedCase['feedback']['general'],
  { settings }: DatedCase,
): NonNullable<NarrativePlan['answers']> {
  return {
    count: fromReaders(challenges),
    challenges: challengeList(challenges, settings.repository),
  }
}

function indexOf(graph: Pick<Graph, 'case' | 'kinds'>): readonly IndexEntry[] {
  return itemsLike('decision', graph).map((item) => {
    const { key, sprint, text } = item
    const name = nameOf(item, graph.kinds)
    return { key, name: sprint === undefined ? name : `${name}, sprint ${sprint}`, text }
  })
}
