/** How long the talk takes: planned seconds of each slide, by its notes and the `timing` of its file. */
import type { Assembled } from '../model/assembled.ts'
import { allBlocks, privateNotesIn } from '../syntax/conventions/index.ts'
import { countWords } from '../text/sentences.ts'
import { isAllQuoted } from './notes.ts'
import { keyOf } from './piece.ts'
import { originsOn, type Slide } from './slide.ts'

/** No slide is read and left sooner, s. */
const LEAST_SECONDS = 20

type TimedCase = Pick<Assembled, 'documents' | 'graph' | 'settings'>

/**
 * Seconds of each slide, in their order. What lies below a slide is told on request and not planned.
 *
 * A slide takes as long as its notes do, and 20 s at least. Its notes are its `<Notes>`, which are
 * what the speaker says, or else its prose, with the sentences that stand on it. Where its file says `timing`, the file's
 * slides share these minutes: 20 s for each, and the rest by the words of their notes. Minutes that
 * are too few for that are shared evenly.
 */
export function planTimes(slides: readonly Slide[], source: TimedCase): readonly number[] {
  const wordsOf = noteWords(source)
  const timed = slides.map((slide) => {
    // Where there are words to say, the others are to read.
    const said = new Set((slide.privateNotes ?? originsOn(slide)).map(keyOf))
    const words = [...said].reduce((sum, key) => sum + (wordsOf.get(key) ?? 0), 0)
    return { words, file: fileOf(slide, source) }
  })
  const byFile = Map.groupBy(timed, ({ file }) => file)
  const timings = new Map(source.documents.map(({ file, timing }) => [file, timing] as const))
  const { wordsPerMinute } = source.settings
  return timed.map(({ words, file }) => {
    const minutes = file === undefined ? undefined : timings.get(file)
    if (minutes === undefined) return Math.max(LEAST_SECONDS, (words * 60) / wordsPerMinute)
    return shareOf(words, minutes * 60, byFile.get(file) ?? [])
  })
}

function shareOf(words: number, seconds: number, together: readonly { words: number }[]): number {
  const least = Math.min(LEAST_SECONDS, seconds / together.length)
  const rest = seconds - least * together.length
  const all = together.reduce((sum, other) => sum + other.words, 0)
  return least + rest * (all === 0 ? 1 / together.length : words / all)
}

/** What can be a slide's notes, by key → how many words. */
function noteWords({ documents }: TimedCase): ReadonlyMap<string, number> {
  const own = documents.flatMap((document) => document.blocks.flatMap(privateNotesIn))
  const blocks = documents.flatMap((document) => [...allBlocks(document.blocks)])
  return new Map([
    ...own.map(({ at, text }) => [keyOf({ type: 'notes', at }), countWords(text)] as const),
    ...blocks.flatMap((block): readonly (readonly [string, number])[] => {
      if (block.type === 'lead-in')
        return [[keyOf({ type: block.type, at: block.at }), countWords(block.words.text)]]
      if (block.type !== 'prose') return []
      const { at, words } = block
      const sentences = words.sentences.map((text, index) => {
        const origin = { type: 'sentence', at, n: index + 1 } as const
        return [keyOf(origin), countWords(text)] as const
      })
      const quoted = words.sentences.filter((text) => isAllQuoted(block, text)).join(' ')
      return [
        [keyOf({ type: 'block', at }), countWords(words.text)],
        [keyOf({ type: 'quoted', at }), countWords(quoted)],
        ...sentences,
      ]
    }),
  ])
}

/** The file that a slide comes from; undefined for those that the tool adds. */
function fileOf({ item, section }: Slide, { graph }: TimedCase): string | undefined {
  return (graph.items.get(item ?? '') ?? graph.sections.get(section ?? ''))?.place.file
}
