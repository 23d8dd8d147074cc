/** The deck of a case: which slides, in which order, with what on each. Pure. */

import { placedDiagrams } from '../diagram/index.ts'
import { isOfEvidence } from '../graph/reasoning.ts'
import type { Assembled, Outside } from '../model/assembled.ts'
import type { Section } from '../model/case.ts'
import { allBlocks, type ItemBlock } from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import { appraisalSlides } from './appraisal-slides.ts'
import { askSlides } from './ask.ts'
import { askedSlides } from './asked.ts'
import { isOverBudget, withinBudget } from './budget.ts'
import { canvas } from './canvas.ts'
import { changedSlides } from './changed.ts'
import { withTrails } from './chapters.ts'
import { gapSlides } from './closing.ts'
import { headSize, statementSize } from './fit.ts'
import { isDivider } from './layouts.ts'
import { lineSlides } from './line-slides.ts'
import { matrixSlide } from './matrix-slide.ts'
import { withNumber } from './number.ts'
import { textPiece } from './piece.ts'
import type { Planning } from './planning.ts'
import { notesIn, notesOnLast } from './private-notes.ts'
import { type Run, runsOf } from './runs.ts'
import { sectionSlides } from './section.ts'
import { newSlide, type Slide } from './slide.ts'
import { withAddresses } from './slide-addresses.ts'
import { withFootnotes } from './slide-footnotes.ts'

export type { Layout } from './layouts.ts'
export type { Piece } from './piece.ts'
export type { Slide } from './slide.ts'

/** Names of the case and of chapters are no larger, px, so that they look alike. */
const LARGEST = 112

type DeckSource = Pick<Assembled, 'documents' | 'graph' | 'settings'> & {
  readonly outside?: Pick<Outside, 'since'>
  readonly feedback?: Assembled['feedback']
}

/** Plans the deck for a talk; slides that run right, each with what lies below it. */
export function planDeck(assembled: DeckSource, measure: Measure): readonly Slide[] {
  const whole = planWholeDeck(assembled, measure)
  if (!isOverBudget(whole, assembled.settings)) return whole
  const within = withinBudget(planAll(assembled, measure), assembled, measure)
  return withTrails(mergeDividers(within, measure), assembled, measure)
}

/** All that a deck could show, however much that is: routes choose from it. */
export function planWholeDeck(assembled: DeckSource, measure: Measure): readonly Slide[] {
  return withTrails(mergeDividers(planAll(assembled, measure), measure), assembled, measure)
}

// A case is planned once for the talk and for all that is chosen from it.
const planned = new WeakMap<
  DeckSource,
  { readonly measure: Measure; readonly all: readonly Slide[] }
>()

function planAll(assembled: DeckSource, measure: Measure): readonly Slide[] {
  const known = planned.get(assembled)
  if (known?.measure === measure) return known.all
  const all = planEach(assembled, measure)
  planned.set(assembled, { measure, all })
  return all
}

function planEach(assembled: DeckSource, measure: Measure): readonly Slide[] {
  const diagrams = diagramSlides(assembled, measure)
  const appraisal = appraisalSlides(assembled, measure)
  const planning: Planning = {
    ...{ assembled, measure },
    definitions: definitionsOf(assembled),
    ...evidenceOf(assembled),
  }
  const pieces = runsOf(assembled).map((run) => {
    const own = sectionSlides(run, planning)
    return {
      run,
      slides: [
        ...own,
        ...(diagrams.get(run.section?.key ?? '') ?? []),
        ...(appraisal && run.section?.key === appraisal.after ? appraisal.slides : []),
      ],
      // Of a section without a slide.
      untold: own.length === 0 ? notesIn(run.blocks) : [],
    }
  })
  const slides: Slide[] = [
    titleSlide(assembled, measure),
    ...askedSlides(assembled.outside?.since, assembled.feedback, measure),
    ...changedSlides(assembled.outside?.since, measure),
  ]
  for (const [index, { run, slides: own, untold }] of pieces.entries()) {
    const isDivided = run.chapter && hasSlides(pieces.slice(index), run.section)
    if (isDivided) slides.push(divider(run, measure))
    for (const slide of [...notesOnLast(slides.splice(-1), untold), ...own]) slides.push(slide)
  }
  const all = withAddresses([
    ...slides.map((slide) => withNumber(slide, measure)),
    ...gapSlides(assembled, measure),
    ...askSlides(assembled, measure),
  ])
  return withFootnotes(all, assembled.documents)
}

/** All slides in reading order, what lies below after what it lies below. */
export function flatten(slides: readonly Slide[]): readonly Slide[] {
  return slides.flatMap((slide) => [slide, ...flatten(slide.below)])
}

function evidenceOf({ graph }: Pick<Assembled, 'graph'>): Pick<Planning, 'evidence' | 'supports'> {
  const links = graph.case.links.filter(isOfEvidence)
  const evidence = [...Map.groupBy(links, ({ to }) => to)].map(
    ([to, own]) => [to, own.flatMap(({ from }) => graph.items.get(from) ?? [])] as const,
  )
  const supports = links.toReversed().map(({ from, to }) => [from, to] as const)
  return { evidence: new Map(evidence), supports: new Map(supports) }
}

function definitionsOf({
  documents,
  graph,
}: Pick<Assembled, 'documents' | 'graph'>): ReadonlyMap<string, ItemBlock> {
  const definitions = new Map<string, ItemBlock>()
  for (const block of documents.flatMap((document) => [...allBlocks(document.blocks)])) {
    const key = graph.keys.get(block.at)
    if (
      block.type === 'item' &&
      key !== undefined &&
      !definitions.has(key) &&
      !graph.reuses.has(block.at)
    ) {
      definitions.set(key, block)
    }
  }
  return definitions
}

function titleSlide(
  { graph, settings }: Pick<Assembled, 'graph' | 'settings'>,
  measure: Measure,
): Slide {
  const { title } = graph.case
  const lead = [settings.team, settings.period].filter(Boolean).join('. ')
  return newSlide({
    id: 'title',
    layout: 'title',
    title,
    headSize: Math.min(LARGEST, statementSize(measure, title, 360, canvas.width)),
    body: lead ? [textPiece(lead)] : [],
    bodySize: 34,
  })
}

function divider({ section }: Run, measure: Measure): Slide {
  const title = section?.title ?? ''
  return newSlide({
    id: `chapter-${section?.key ?? 'opening'}`,
    layout: 'chapter',
    title,
    headSize: Math.min(LARGEST, statementSize(measure, title, 240, canvas.width)),
    ...(section ? { section: section.key } : {}),
  })
}

/**
 * A part that opens with a chapter needs one divider, not two: the part's name goes above the
 * chapter's, and its address leads there.
 */
function mergeDividers(slides: readonly Slide[], measure: Measure): readonly Slide[] {
  return slides.flatMap((slide, index) => {
    if (!isDivider(slide)) return [slide]
    const next = slides[index + 1]
    if (next && isDivider(next)) return []
    const before = dividersBefore(slides, index)
    const last = before.at(-1)
    if (!last) return [slide]
    const headSize = Math.min(LARGEST, statementSize(measure, slide.title, 240, canvas.width))
    const merged = { ...slide, kicker: last.title, headSize, also: before.map(({ id }) => id) }
    return notesOnLast(
      [merged],
      before.flatMap(({ privateNotes = [] }) => privateNotes),
    )
  })
}

/** The dividers right before a slide, in order. */
function dividersBefore(slides: readonly Slide[], index: number): readonly Slide[] {
  const before = slides.slice(0, index)
  return before.slice(before.findLastIndex((slide) => !isDivider(slide)) + 1)
}

function hasSlides(
  pieces: readonly { run: Run; slides: readonly Slide[] }[],
  section: Section | undefined,
): boolean {
  const [own, ...others] = pieces
  if ((own?.slides.length ?? 0) > 0) return true
  for (const { run, slides } of others) {
    if ((run.section?.depth ?? 0) <= (section?.depth ?? 0)) return false
    if (slides.length > 0) return true
  }
  return false
}

/** Slides of the generated diagrams, by the section at whose end they stand. */
function diagramSlides(
  { graph }: Pick<Assembled, 'graph'>,
  measure: Measure,
): ReadonlyMap<string, readonly Slide[]> {
  const slides = new Map<string, readonly Slide[]>()
  for (const { after, diagrams, lines, of } of placedDiagrams(graph, 'slide')) {
    const matrix =
      of === 'objectives' ? matrixSlide(diagrams, { graph, after, measure }) : undefined
    const drawn = diagrams.map((diagram) =>
      newSlide({
        // The first of several keeps the address that it had as the only one.
        id: diagram.id.replace(/-part-1$/, ''),
        layout: 'diagram',
        title: diagram.title,
        headSize: headSize(measure, diagram.title),
        section: after,
        diagram,
      }),
    )
    const pictures = lines ? lineSlides(lines, after, measure) : drawn
    const own = matrix ? [matrix] : pictures
    slides.set(after, [...(slides.get(after) ?? []), ...own])
  }
  return slides
}
