/** What is said of a picture, a link, a quote or an abbreviation, and the names of notes: `title="internal"`. */
import { type Secrecy, secrecyOf } from '../syntax/conventions/secrecy.ts'
import { orderIn } from './comment-secrecy.ts'
import type { Marker } from './marker.ts'

// Matches `title="internal"`, `(plan.docx "internal")`, `[p]: plan.docx "internal"`, `![internal](`, `[^internal]`.
const RE_SAID_OF =
  /\s(?:title|alt|by|caption|label)=(?<!<abbr\b[^<>]{0,200})["'](?<said>[^"'<>\n]{1,120})["']|\](?:\(|:[ \t]*)[^()\s]{1,300}\s+["'](?<title>[^"'<>\n]{1,120})["'](?:\)|[ \t]*$)|!\[(?<alt>[^\][\n]{1,120})\](?=[([])|\[\^(?<note>[^\][\n]{1,40})\]/gm

/** Finds those that are a marking, or that end in one behind their last comma. */
export function saidOf(text: string): readonly Marker[] {
  const found = [...text.matchAll(RE_SAID_OF)].flatMap(({ index, 0: all, groups }) => {
    const { said, title, alt, note = '' } = groups ?? {}
    const words = said ?? title ?? alt ?? note
    const last = words.split(',').at(-1) ?? ''
    const secrecy = [words, last].map((one) => secrecyOf(one) ?? orderIn(one)).find(isFirm)
    return secrecy ? [{ start: index + all.lastIndexOf(words), words, secrecy }] : []
  })
  return [...found, ...abbreviations(text)]
}

// Matches `<abbr title="internal">staff</abbr>`.
const RE_ABBREVIATION =
  /<abbr\b[^<>]{0,200}?\btitle=["']([^"'<>\n]{1,120})["'][^<>]{0,200}>([^<>]{1,60})<\/abbr\s*>/gi

/** But those that say in a sentence what letters are short for: `<abbr title="Not for publication">NFP</abbr>`. */
function abbreviations(text: string): readonly Marker[] {
  return [...text.matchAll(RE_ABBREVIATION)].flatMap(
    ({ index, 0: all, 1: words = '', 2: of = '' }) => {
      const secrecy = secrecyOf(words)
      const initials = words.match(/(?<!\p{L})\p{L}/gu) ?? []
      const letters = of.replace(/\P{L}/gu, '').toLowerCase()
      const isShort = initials.length > 1 && letters === initials.join('').toLowerCase()
      const isFirst = /\n[ \t>]*$/.test(`\n${text.slice(Math.max(0, index - 20), index)}`)
      const isMark = isFirst && /^\s+\p{Lu}/u.test(text.slice(index + all.length))
      const start = index + all.indexOf(words)
      return isFirm(secrecy) && (!isShort || isMark) ? [{ start, words, secrecy }] : []
    },
  )
}

function isFirm(secrecy: Secrecy | undefined): secrecy is Secrecy {
  return secrecy?.weight === 'marking' || (secrecy?.how === 'exact' && secrecy.weight !== 'label')
}
