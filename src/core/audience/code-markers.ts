/** What says "internal" in code, where nothing is cut: `(internal)` between backticks, `// internal only`. */
import type { Meanings } from '../model/audience.ts'
import { RE_FRONT_MATTER } from '../settings/front-matter.ts'
import { type Secrecy, secrecyOf } from '../syntax/conventions/secrecy.ts'
import { isMermaid } from '../syntax/tree.ts'
import { unmask } from '../text/unmask.ts'
import { bracketMarkers } from './bracket-markers.ts'
import { commentSecrecyOf } from './comment-secrecy.ts'
import { blank } from './fill.ts'
import { isWordy } from './marked-words.ts'
import type { Marker } from './marker.ts'
import { tagMarkers } from './tag-markers.ts'

/**
 * Code is published as it stands, and nothing in it is cut. Programs use words of secrecy for other things
 * too: so brackets count that say nothing else, tags, comments that are a marking, and the markings of
 * governments between signs.
 */
export function codeMarkers(text: string, brackets: Meanings = {}): readonly Marker[] {
  const stretches = codeStretches(text).filter(({ fence }) => fence !== 'words')
  if (stretches.length === 0) return []
  const all = only(text, stretches)
  const asWritten = { text: all, offsetOf: (index: number) => index }
  const found = [asWritten, unmask(all, true)].flatMap((code) => [
    ...bracketMarkers(code, text, brackets).filter((one) => isSign(one, all)),
    ...tagMarkers(code, text),
  ])
  const fenced = only(
    text,
    stretches.filter(({ fence }) => fence),
  )
  return [...found, ...commentsIn(all), ...markingsIn(fenced)]
}

// Matches a comment and notes, which are in no output, a fence, and code in a line: whichever begins first.
const RE_CODE =
  /(?<!\\)\{\s*\/\*(?:(?!\{\s*\/\*)[\s\S])*?\*\/\s*\}|(?<!\\)<Notes\b[^<>]*>(?:(?!<Notes\b)[\s\S])*?<\/Notes\s*>|^[ \t>]*(?<fence>`{3,}|~{3,})[ \t]*(?<language>[^\s`]*)[^\n]*(?:\n[\s\S]*?^[ \t>]*\k<fence>[`~]*[ \t\r]*$|[\s\S]*$)|(?<!`)(?<tick>`+)(?!`)(?:(?!\n[ \t\r]*\n)[\s\S])*?(?<!`)\k<tick>(?!`)/gm

/** A stretch of code: 0-based, in UTF-16 units. */
interface CodeStretch {
  readonly start: number
  readonly end: number
  /** Set for a fence; `words` for one whose lines are searched as words are. */
  readonly fence?: 'code' | 'words'
}

/** The code of a text, in order, but for diagrams and for what comments and notes hold. */
export function codeStretches(text: string): readonly CodeStretch[] {
  const body = text.replace(RE_FRONT_MATTER, blank)
  return [...body.matchAll(RE_CODE)].flatMap(
    ({ index: start, 0: words, groups }): CodeStretch[] => {
      const { fence, language = '', tick } = groups ?? {}
      const end = start + words.length
      if (fence === undefined) return tick === undefined ? [] : [{ start, end }]
      if (isMermaid({ lang: language })) return []
      return [{ start, end, fence: isWordy(language) ? 'words' : 'code' }]
    },
  )
}

/** The text in the same length, with spaces in place of all but some stretches. */
function only(text: string, stretches: readonly CodeStretch[]): string {
  let [left, from] = ['', 0]
  for (const { start, end } of stretches) {
    left += blank(text.slice(from, start)) + text.slice(start, end)
    from = end
  }
  return left + blank(text.slice(from))
}

// Matches what a bracket with a name or a call before it follows: "getUser(", "rows[".
const RE_NAME = /[\p{L}\p{N}_$.)\]]$/u
// Matches what stands behind a bracket that is a remark: the end of the code or of its line, ":", ".".
const RE_END = /^[ \t]*(?:[`:.,;!?*_"'|]|\r?\n|$)/

/** Whether a bracket is a remark: one that says "internal" is always; others where no program has them. */
function isSign({ start, words, secrecy }: Marker, code: string): boolean {
  if (!/\p{Pe}$/u.test(words) || secrecy.weight === 'label') return false
  const { how, weight } = secrecy
  if (how === 'exact' && weight !== 'word') return true
  const before = code.slice(Math.max(0, start - 1), start)
  return !RE_NAME.test(before) && RE_END.test(code.slice(start + words.length))
}

// Matches what begins a comment in some language, and what it says up to the end of its line, or its own.
const RE_COMMENT =
  /(?:(?<=^|[\s;{}`])(?:\/\/+|#+(?=[\s!])|--+(?=\s))|(?<=^[ \t>`]*)(?:#+|;+|%+|'|\*+(?=\s)|rem(?=\s))|<!--+|\{?\/\*+|\(\*)[ \t!*]*(?<said>[^\n`]{1,120}?)[ \t\r]*(?:--+>|\*+\/\}?|\*\)|`|$)/gim

/** Comments that are a marking and nothing else. */
function commentsIn(code: string): readonly Marker[] {
  return [...code.matchAll(RE_COMMENT)].flatMap(({ index, 0: all, groups }) => {
    const words = groups?.said ?? ''
    const secrecy = commentSecrecyOf(words)
    return secrecy ? [{ start: index + all.indexOf(words), words, secrecy }] : []
  })
}

// Matches what parts a marking from other code.
const RE_PARTS = /["'`()[\]{}<>|=,;#\n]|:|\/\/|--+|\/\*|\*\//g
// Matches the field that keeps a file inside.
const RE_FIELD = /\baudience["']?[ \t]*[:=][ \t]*["']?(?:internal|team only)\b/gi

/** The markings of governments, whatever signs stand around them, and the field that keeps a file inside. */
function markingsIn(code: string): readonly Marker[] {
  const parts: Marker[] = []
  let start = 0
  for (const { index, 0: sign } of [
    ...code.matchAll(RE_PARTS),
    Object.assign([''], { index: code.length }),
  ]) {
    const words = code.slice(start, index)
    const secrecy = words.trim().length > 4 ? secrecyOf(words) : undefined
    if (secrecy && isMarking(secrecy))
      parts.push({ start: start + words.search(/\S/), words: words.trim(), secrecy })
    start = index + (sign?.length ?? 0)
  }
  const fields = [...code.matchAll(RE_FIELD)].map(({ index, 0: words }) => ({
    ...{ start: index, words },
    secrecy: { means: 'internal', how: 'exact', weight: 'inside' } as const,
  }))
  return [...parts, ...fields]
}

function isMarking({ weight, how }: Secrecy): boolean {
  return weight === 'marking' && how === 'exact'
}
