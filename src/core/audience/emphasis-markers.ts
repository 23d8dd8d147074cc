/** Markings that stand out from the words around them: `## Costs *internal*`, `**Confidential** We pay`. */
import { asideIn, secrecyOf } from '../syntax/conventions/secrecy.ts'
import { unmask } from '../text/unmask.ts'
import type { Marker } from './marker.ts'
import { speaksOfIt } from './sentence.ts'

// Matches "*internal*", "__Team only__", "`internal`", "<b>internal</b>", "#internal", ":::internal", ":internal[".
const RE_STANDS_OUT =
  /(?<![*_~=`])(?<sign>[*_]{1,3}|~{1,2}|==|`{1,3})(?<marked>[^*_~=`<>\n]{1,80})\k<sign>(?![*_~=`])|<(?<tag>b|i|u|s|em|strong|mark|code|kbd|small|span|sup|sub|ins|q|cite|rt|samp|var|dfn|del|bdi|time)\b[^<>]{0,200}>(?<tagged>[^<>]{1,80})<\/\k<tag>\s*>|(?<![\p{L}\p{N}/&:])(?:[#@]|(?<=^[ \t>]{0,9})(?:!!!|\?{3}\+?)[ \t]+|:{2,}[ \t]?|:(?=[\p{L}_-]{4,40}\[))(?<hashed>[\p{L}_-]{4,40})/gimu

// Matches the start of a heading's line.
const RE_HEADING = /^[ \t>]*#{1,6}[ \t]/
// Matches where a block starts, behind the marks of lines and entries.
const RE_START = /(?:^|\n)[ \t>\d.)+-]{0,40}(?:\*[ \t]+)?$/
const RE_SENTENCE_ENDS = /(?:[.!?…]|\s[–—-])\s+$/
// Matches another sentence: " We pay", " 40,000".
const RE_NEXT = /^\s+[\p{Lu}\d£€$]/u
// Matches the end of a sentence that is no end of a line alone.
const RE_LAST =
  /^[.!?…*_]*(?:[ \t]*(?:$|\||\n[ \t>]*(?:\n|$|[-+*#|]|\d{1,9}[.)]))|(?<=[.!?…][*_]*)\s+[\p{Lu}\d£€$])/u
const RE_END = /^[\s.!?:;,*_#]*(?:\n|$)/
// Matches "Decision 4" in front of "<sup>internal</sup>: We pay".
const RE_LABEL = /\d[a-z]{0,2}$/i
// Matches the rest of a heading's name: " users", "-facing".
const RE_GOES_ON = /^[ \t-]*[\p{L}\d]/u

/**
 * Finds words of secrecy in emphasis that stand alone: before or behind a sentence, and in a heading. Words
 * with which a sentence goes on describe something: "**Internal** users wait", and so do words of which it
 * speaks: "It is *internal*".
 *
 * @param words the source with spaces for what is no words
 */
export function emphasisMarkers(words: string): readonly Marker[] {
  return [...words.matchAll(RE_STANDS_OUT)].flatMap(({ index, 0: all, groups }) => {
    const { sign, marked, tagged, hashed } = groups ?? {}
    const said = marked ?? tagged ?? hashed ?? ''
    const plain = unmask(said).text
    const known = secrecyOf(plain)
    const isKnown = known?.how === 'exact' && known.weight !== 'label'
    const aside = isKnown ? undefined : asideIn(plain, 'alone')
    const secrecy = isKnown ? known : aside && ({ ...aside, how: 'near' } as const)
    if (!secrecy) return []
    const before = words.slice(Math.max(0, index - 200), index)
    const after = words
      .slice(index + all.length, index + all.length + 40)
      .replace(/^(?:<\/[a-z]{1,9}>)+/i, '')
    const isHeading = RE_HEADING.test(before.split('\n').at(-1) ?? '')
    const stands = isHeading
      ? !RE_GOES_ON.test(after)
      : RE_START.test(before)
        ? RE_NEXT.test(after)
        : RE_SENTENCE_ENDS.test(before)
          ? RE_NEXT.test(after) || RE_END.test(after)
          : (RE_LABEL.test(before) && /^\s*[:：]/.test(after)) ||
            (RE_LAST.test(after) && !speaksOfIt(unmask(before).text))
    // Code shows what others may type.
    const isShown = sign?.startsWith('`') && !isHeading
    if ((!stands && hashed === undefined) || isShown) return []
    return [{ start: index + all.indexOf(said), words: said, secrecy }]
  })
}
