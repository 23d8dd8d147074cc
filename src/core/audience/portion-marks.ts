/** Marks of a class around a paragraph, as governments write them: `(C) We pay`, `(S//NF) We pay`, `We pay. (OS)`. */
import { PORTIONS } from '../syntax/conventions/secrecy-words.ts'
import type { Unmasked } from '../text/unmask.ts'
import type { Marker } from './marker.ts'

const START = '(?<=(?:^|\\n)[ \\t>]{0,40}(?:(?:[-+*#]{1,6}|\\d{1,9}[.)])[ \\t]{1,9})?)'
// Matches "(C)" in front of a sentence; not "(C) 2024", "(C) Crown copyright".
const RE_PORTION = new RegExp(
  `${START}[(（[]([A-Z][A-Z-]{0,3}(?://[A-Z ,/-]{1,30})?)[)）\\]](?=[ \\t]+\\p{Lu})(?![^\\n]*(?:copyright|\\b(?:19|20)\\d\\d[.,]?(?:\\n|$)))`,
  'gu',
)
// Matches "(OS)" at the end of a paragraph, an entry, a heading or a cell, with the words before it.
const RE_LAST =
  /([^\n|]{0,80}?)(?<=[ \t\p{P}])[(（[]([A-Z][A-Z-]{0,3}(?:\/\/[A-Z ,/-]{1,30})?)[)）\]](?=[.!?*_ \t]*(?:\r?\n[ \t>]*(?:\r?\n|$|[-+*#|]|\d{1,9}[.)])|\||$))/gu
// Matches what a letter in brackets is the name of, or the unit: "option (C)", "A, (B) and (C)", "Heat (C)".
const RE_NAMED =
  /(?:\b(?:option|group|table|annex|appendix|part|section|item|note|scenario|level|grade|band|class|category|type|plan|variant|copyright|and|or|to|vitamin|hepatitis)s?|[)\]],?|\d|°)[ \t]*$/iu
// Matches "(A)", "(M)": letters that count, or are short for something else.
const RE_LETTER = new RegExp(`${START}[(（[][ABD-QTV-Z][)）\\]]`, 'u')

export function portionMarks({ text, offsetOf }: Unmasked): readonly Marker[] {
  const isCounted = RE_LETTER.test(text)
  const first = [...text.matchAll(RE_PORTION)].map(({ index, 0: words, 1: mark = '' }) => ({
    ...{ index, words, mark },
  }))
  const last = [...text.matchAll(RE_LAST)].flatMap(
    ({ index, 0: all, 1: before = '', 2: mark = '' }) =>
      RE_NAMED.test(before) || isShort(mark, before) || (mark.length === 1 && isCell(text, index))
        ? []
        : [{ index: index + before.length, words: all.slice(before.length), mark }],
  )
  return [...first, ...last].flatMap(({ index, words, mark }) => {
    const isLong = mark.includes('//')
    const isMark = [mark, ...mark.split('//')].some((one) => PORTIONS.has(one))
    if (!isMark || (!isLong && isCounted)) return []
    const how = isLong ? 'exact' : 'near'
    const secrecy = { means: 'confidential', how, weight: isLong ? 'marking' : 'label' } as const
    return [{ start: offsetOf(index), words, secrecy }]
  })
}

/** Whether letters are those of the words before them: "Ordnance Survey (OS)". */
function isShort(mark: string, before: string): boolean {
  if (/[.!?…]["”’*_~]*[ \t]*$/.test(before)) return false
  const wanted = mark.replace(/[^A-Z]/g, '')
  const words = before.split(/[^\p{L}|]+/u).filter((word) => word !== '')
  const near = words.slice(wanted.length === 1 ? -1 : -6)
  const letters = near.flatMap((word) =>
    [...word].filter((one, at) => at === 0 || RE_CAPITAL.test(one)),
  )
  let at = 0
  for (const letter of letters) if (letter.toUpperCase() === wanted[at]) at += 1
  return at === wanted.length
}

const RE_CAPITAL = /\p{Lu}/u

/** Whether a place is in a row: "Heat (C)" is a unit there. */
function isCell(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at) + 1, at + 1).includes('|')
}
