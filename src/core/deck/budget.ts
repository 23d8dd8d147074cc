/** A deck that is too long for a talk, cut to what one can tell: the strongest of each chapter, the rest counted. */
import type { Assembled } from '../model/assembled.ts'
import type { Measure } from '../text/measure.ts'
import { importanceFinder } from './importance.ts'
import { isDivider, roleOf } from './layouts.ts'
import { cutRun } from './left-out.ts'
import { type MoreContext, moreSlide } from './more-slide.ts'
import type { Slide } from './slide.ts'
import { isContinued, runsIn } from './slide-runs.ts'

/** A deck that is longer by no more than this, of its budget, is told whole. */
const SLACK = 1.2
/** Slides that a chapter takes at least: its divider, two of its own, and what counts the rest. */
const LEAST_OF_CHAPTER = 4
/** Each slide that a chapter has already makes another of it less wanted than one of others. */
const SHARE = 0.3

/** Whether a deck has more slides than fit a talk, those that run right counted. */
export function isOverBudget(
  slides: readonly Slide[],
  { deck }: Pick<Assembled['settings'], 'deck'>,
): boolean {
  return slides.length > deck.slides * SLACK
}

/**
 * Of too many slides some, each with its address: what opens and closes the deck, and of each chapter
 * its strongest, then a slide that counts what is left out and keeps it as `leftOut`. Where chapters
 * are too many, the finer ones lose their dividers.
 */
export function withinBudget(
  slides: readonly Slide[],
  assembled: Pick<Assembled, 'documents' | 'graph' | 'settings'>,
  measure: Measure,
): readonly Slide[] {
  const most = assembled.settings.deck.slides
  const chapters = chaptersOf(slides, assembled)
  const candidates = candidatesIn(slides, chapters, assembled)
  const kept = choose(chapters, candidates, most)
  return chapters.flatMap((chapter) => chapterSlides(chapter, kept, { assembled, measure }))
}

/** A stretch of the deck that may have a slide of what is left out. */
interface BudgetChapter {
  /** Its dividers, which stay, and the dividers of chapters in it, which go. */
  readonly dividers: readonly Slide[]
  readonly dropped: readonly Slide[]
  readonly slides: readonly Slide[]
}

interface Candidate {
  readonly slide: Slide
  readonly chapter: BudgetChapter
  /** What shares the room: the divider of the finest chapter in which it stands. */
  readonly share: Slide | undefined
  readonly importance: number
  /** What it flows on from. */
  readonly before?: Slide
}

/** The finest chapters for which the budget has room. */
function chaptersOf(
  slides: readonly Slide[],
  { graph, settings }: Pick<Assembled, 'graph' | 'settings'>,
): readonly BudgetChapter[] {
  const depthOf = ({ section }: Slide): number => graph.sections.get(section ?? '')?.depth ?? 1
  const depths = [...new Set(slides.filter(isDivider).map(depthOf))].toSorted((a, b) => b - a)
  for (const depth of [...depths, 0]) {
    const chapters = cutAt(slides, (slide) => isDivider(slide) && depthOf(slide) <= depth)
    const own = chapters.filter((chapter) =>
      chapter.slides.some((slide) => roleOf(slide) === 'tells'),
    )
    if (depth === 0 || own.length * LEAST_OF_CHAPTER <= settings.deck.slides) return chapters
  }
  return []
}

function cutAt(
  slides: readonly Slide[],
  opens: (slide: Slide) => boolean,
): readonly BudgetChapter[] {
  type Open = { dividers: Slide[]; dropped: Slide[]; slides: Slide[] }
  const chapters: Open[] = [{ dividers: [], dropped: [], slides: [] }]
  for (const slide of slides) {
    const last = chapters.at(-1)
    const closes =
      roleOf(slide) === 'closes' && !last?.slides.some((one) => one.layout === slide.layout)
    const isNew = opens(slide) || closes
    // Dividers right behind each other become one.
    const joins = isNew && isDivider(slide) && last?.slides.length === 0
    if (isNew && !joins) chapters.push({ dividers: [], dropped: [], slides: [] })
    const chapter = chapters.at(-1)
    if (!isDivider(slide)) chapter?.slides.push(slide)
    else if (opens(slide)) chapter?.dividers.push(slide)
    else chapter?.dropped.push(slide)
  }
  return chapters
}

function candidatesIn(
  slides: readonly Slide[],
  chapters: readonly BudgetChapter[],
  assembled: Pick<Assembled, 'documents' | 'graph'>,
): readonly Candidate[] {
  const importanceOf = importanceFinder(assembled)
  const chapterOf = new Map(chapters.flatMap((one) => one.slides.map((slide) => [slide, one])))
  const opened = new Set<Slide | undefined>()
  let share: Slide | undefined
  return slides.flatMap((slide, index) => {
    if (isDivider(slide)) share = slide
    const chapter = chapterOf.get(slide)
    if (!chapter) return []
    const importance = importanceOf(slide, !opened.has(share))
    opened.add(share)
    const before = slides[index - 1]
    const flows = before !== undefined && isContinued(slide)
    return [{ slide, chapter, share, importance, ...(flows ? { before } : {}) }]
  })
}

/** What opens and closes the deck, then the strongest until the budget is spent. */
function choose(
  chapters: readonly BudgetChapter[],
  candidates: readonly Candidate[],
  most: number,
): ReadonlySet<Slide> {
  const kept = new Set(
    candidates
      .filter(({ slide }) => roleOf(slide) !== 'tells' && !isContinued(slide))
      .map(({ slide }) => slide),
  )
  const shares = new Map<Slide | undefined, number>()
  const lengthOf = (chapter: BudgetChapter): number => {
    const own = chapter.slides.filter((slide) => kept.has(slide)).length
    const isAll = runsIn(chapter.slides).every(([first]) => first && kept.has(first))
    return Math.min(1, chapter.dividers.length) + own + (isAll ? 0 : 1)
  }
  const lengths = new Map(chapters.map((chapter) => [chapter, lengthOf(chapter)]))
  let all = [...lengths.values()].reduce((sum, length) => sum + length, 0)
  // Among equals, the chapter that has least.
  const worth = ({ share, chapter, importance }: Candidate): number =>
    importance / (1 + SHARE * (shares.get(share) ?? 0) + 0.01 * (lengths.get(chapter) ?? 0))
  let open = candidates.filter(({ slide }) => !kept.has(slide))
  while (open.length > 0 && all < most) {
    const ready = open.filter(({ before }) => !before || kept.has(before))
    const best = ready.reduce<Candidate | undefined>(
      (one, other) => (one && worth(one) >= worth(other) ? one : other),
      undefined,
    )
    if (!best || best.importance <= 0) break
    kept.add(best.slide)
    shares.set(best.share, (shares.get(best.share) ?? 0) + 1)
    open = open.filter((other) => other !== best)
    const length = lengthOf(best.chapter)
    all += length - (lengths.get(best.chapter) ?? 0)
    lengths.set(best.chapter, length)
  }
  return kept
}

function chapterSlides(
  { dividers, dropped, slides }: BudgetChapter,
  kept: ReadonlySet<Slide>,
  context: MoreContext,
): readonly Slide[] {
  const runs = runsIn(slides)
  const isKept = ([one]: readonly Slide[]): boolean => one !== undefined && kept.has(one)
  const shown = runs
    .filter(isKept)
    .flatMap((run) => cutRun(run, run.filter((slide) => kept.has(slide)).length))
  const leftOut = runs.filter((run) => !isKept(run)).flat()
  const first = dividers.at(-1) ?? leftOut[0]
  const also = dropped.flatMap(({ id, also: more = [] }) => [id, ...more])
  const privateNotes = dropped.flatMap((slide) => slide.privateNotes ?? [])
  const kin = { also, privateNotes }
  if (leftOut.length === 0 || !first) return [...dividers, ...withKin(shown, kin)]
  return [...dividers, ...shown, ...withKin([moreSlide(first, leftOut, context)], kin)]
}

/** The addresses and notes of dividers that are no more go with the first slide that there is. */
function withKin(
  [first, ...others]: readonly Slide[],
  { also, privateNotes }: Required<Pick<Slide, 'also' | 'privateNotes'>>,
): readonly Slide[] {
  if (!first) return []
  return [
    {
      ...first,
      ...(also.length > 0 ? { also: [...(first.also ?? []), ...also] } : {}),
      ...(privateNotes.length > 0
        ? { privateNotes: [...(first.privateNotes ?? []), ...privateNotes] }
        : {}),
    },
    ...others,
  ]
}
