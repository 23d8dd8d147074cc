/** Marks of a class in front of a paragraph, as governments write them: `(C) We pay`, `(S//NF) We pay`. */
import { PORTIONS } from '../syntax/conventions/secrecy-words.ts'
import type { Unmasked } from '../text/unmask.ts'
import type { Marker } from './marker.ts'

const START = '(?<=(?:^|\\n)[ \\t>]{0,40}(?:(?:[-+*#]{1,6}|\\d{1,9}[.)])[ \\t]{1,9})?)'
// Matches "(C)" in front of a sentence; not "(C) 2024", "(C) Crown copyright".
const RE_PORTION = new RegExp(
  `${START}[(（[]([A-Z][A-Z-]{0,3}(?://[A-Z ,/-]{1,30})?)[)）\\]](?=[ \\t]+\\p{Lu})(?![^\\n]*(?:copyright|\\b(?:19|20)\\d\\d[.,]?(?:\\n|$)))`,
  'gu',
)
// Matches "(A)", "(M)": letters that count, or are short for something else.
const RE_LETTER = new RegExp(`${START}[(（[][ABD-QTV-Z][)）\\]]`, 'u')

export function portionMarks({ text, offsetOf }: Unmasked): readonly Marker[] {
  const isCounted = RE_LETTER.test(text)
  return [...text.matchAll(RE_PORTION)].flatMap(({ index, 0: words, 1: mark = '' }) => {
    const isLong = mark.includes('//')
    const isMark = [mark, ...mark.split('//')].some((one) => PORTIONS.has(one))
    if (!isMark || (!isLong && isCounted)) return []
    const how = isLong ? 'exact' : 'near'
    const secrecy = { means: 'confidential', how, weight: isLong ? 'marking' : 'label' } as const
    return [{ start: offsetOf(index), words, secrecy }]
  })
}
