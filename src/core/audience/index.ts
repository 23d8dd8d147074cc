/**
 * Who may read what. What stays inside, and what was withdrawn, leaves the text itself before anything
 * else reads it, so that no output can forget to leave it out. Lines and columns stay as they are.
 */
import type { LeftOut, Readers } from '../model/audience.ts'
import type { Source } from '../model/source.ts'
import { readFrontMatter } from '../settings/case-yaml.ts'
import { parse } from '../syntax/parse.ts'
import { cutAddresses } from './addresses.ts'
import { cutsOf, isCutFree } from './cuts.ts'

export { isWithdrawn } from './cuts.ts'

/** What every page of an internal build says, in words; `undefined` for other readers. */
export function noticeOf({
  audience,
}: {
  readonly audience?: Readers['audience']
}): string | undefined {
  return audience === 'internal' ? 'Internal: not for publication' : undefined
}

export interface Parted {
  /** What the readers may read, at the places where it stood; absent where nothing is for them. */
  readonly source?: Source
  readonly leftOut: readonly LeftOut[]
}

/**
 * Parts one file. It decides for the graph, the MDX compile and earlier states of the case alike. A
 * file that cannot be read stays whole: nothing is built of it.
 */
export function partSource(source: Source, readers: Readers): Parted {
  if (readers.audience === 'whole') return { source, leftOut: [] }
  if (readers.audience === 'internal') return partWords(source, readers)
  const { file, text } = source
  if (isInternalFile(source))
    return { leftOut: [{ why: 'internal', words: text, place: { file } }] }
  const reachable = cutAddresses(source, readers)
  const parted = partWords({ file, text: reachable.text }, readers)
  return { ...parted, leftOut: [...reachable.leftOut, ...parted.leftOut] }
}

function partWords(source: Source, readers: Readers): Parted {
  const { file, text } = source
  if (isCutFree(text, readers)) return { source, leftOut: [] }
  const { tree } = parse(text, file)
  if (!tree) return { source, leftOut: [] }
  const cuts = cutsOf(tree, source, readers)
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

/** Parts every file of a case; the order stays. */
export function partSources(
  sources: readonly Source[],
  readers: Readers,
): { readonly sources: readonly Source[]; readonly leftOut: readonly LeftOut[] } {
  const parted = sources.map((source) => partSource(source, readers))
  return {
    sources: parted.flatMap(({ source }) => source ?? []),
    leftOut: parted.flatMap(({ leftOut }) => leftOut),
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
