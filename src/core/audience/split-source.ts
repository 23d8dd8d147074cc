/**
 * Takes out of the text itself what its readers may not have, and what was withdrawn, before anything else
 * reads it: so no output can forget to leave it out. Lines and columns stay as they are.
 */
import type { LeftOut, Readers } from '../model/audience.ts'
import type { Source } from '../model/source.ts'
import { readFrontMatter } from '../settings/front-matter.ts'
import { parseOnce } from '../syntax/parse.ts'
import { cutAddresses } from './addresses.ts'
import { markerInName, markersInFrontMatter } from './aside-markers.ts'
import { cutsOf, isCutFree } from './cuts.ts'
import { markedPaths } from './marked-paths.ts'
import { markersIn } from './markers.ts'
import { strengthDoubts } from './strength-doubts.ts'
import { openStrings } from './strings.ts'

/** A file in two: what its readers may have, and the rest. */
export interface SplitSource {
  /** What the readers may read, at the places where it stood; absent where nothing is for them. */
  readonly source?: Source
  readonly leftOut: readonly LeftOut[]
}

/**
 * Splits one file into what its readers may have and what not. The graph, the MDX compile and earlier states
 * of the case all get their text from here. A file that cannot be read stays whole: nothing is built of it.
 */
export function splitSource(source: Source, readers: Readers): SplitSource {
  if (readers.audience === 'whole') return { source, leftOut: [] }
  if (readers.audience === 'internal') return splitWords(source, readers)
  const { file, text } = source
  if (isInternalFile(source))
    return { leftOut: [{ why: 'internal', words: text, place: { file } }] }
  const reachable = cutAddresses(source, readers)
  const split = splitWords(
    reachable.text === text ? source : { file, text: reachable.text },
    readers,
  )
  if (readers.isEarlier && saysMore(split, readers))
    return { leftOut: [{ why: 'internal', words: text, place: { file } }] }
  return { ...split, leftOut: [...reachable.leftOut, ...split.leftOut] }
}

/**
 * Whether something in an earlier state says "internal" and was not cut, in its words or beside them:
 * nobody can mend it there.
 */
function saysMore({ source }: SplitSource, readers: Readers): boolean {
  if (source === undefined) return false
  return (
    markersIn(source.text, readers).length > 0 ||
    markerInName(source.file) !== undefined ||
    markersInFrontMatter(source.text, readers).length > 0 ||
    strengthDoubts(source, readers).length > 0 ||
    markedPaths(source).length > 0 ||
    openStrings(source).length > 0
  )
}

function splitWords(source: Source, readers: Readers): SplitSource {
  const { file, text } = source
  if (isCutFree(text, readers)) return { source, leftOut: [] }
  const { tree } = parseOnce(source)
  if (!tree) return { source, leftOut: [] }
  const cuts = cutsOf(tree, source, readers)
  if (cuts.length === 0) return { source, leftOut: [] }
  let shown = ''
  let from = 0
  for (const { start, end, instead } of cuts) {
    shown += text.slice(from, start) + instead
    from = end
  }
  const leftOut = cuts.flatMap(({ why, start, end, place }) =>
    why ? [{ why, words: text.slice(start, end), place }] : [],
  )
  return { source: { file, text: shown + text.slice(from) }, leftOut }
}

/** Splits every file of a case, in the same order. */
export function splitSources(
  sources: readonly Source[],
  readers: Readers,
): { readonly sources: readonly Source[]; readonly leftOut: readonly LeftOut[] } {
  const split = sources.map((source) => splitSource(source, readers))
  return {
    sources: split.flatMap(({ source }) => source ?? []),
    leftOut: split.flatMap(({ leftOut }) => leftOut),
  }
}

// Matches front matter with the field, however YAML writes it, where nothing else may be readable.
const RE_INTERNAL_FILE = /^\uFEFF?---[ \t]*\r?\n(?:(?!---).*\r?\n)*?.*audience/i

function isInternalFile({ file, text }: Source): boolean {
  if (!RE_INTERNAL_FILE.test(text)) return false
  const { frontMatter, findings } = readFrontMatter(text, file)
  // What cannot be read is not for everyone.
  return findings.length > 0 || frontMatter.audience === 'internal'
}
