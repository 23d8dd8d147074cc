/** Where lines may end in narrow columns: not within a date, and in long names of code where a part of them ends. */
import { MONTHS } from './dates.ts'

const MONTH = MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')

// Matches "14 March", "3 Nov", "March 2026", "2026-11-30", "30/11/2026" and "30-11".
const DATE = `\\b(?:\\d{1,2}\\s(?:${MONTH})\\b|(?:${MONTH})\\s\\d{4}\\b|\\d{1,4}[-/]\\d{1,2}(?:[-/]\\d{1,4})?\\b)`
const RE_DATE = new RegExp(DATE, 'g')

/** Words as lines keep them: a date is one, and so is a part of a long name. */
export function wordsOfLine(text: string): readonly string[] {
  return text
    .replace(RE_DATE, (date) => date.replace(/\s/g, JOINED))
    .replace(RE_LONG, (word) => word.replace(RE_SEAM, ' '))
    .split(/[^\S\u00A0]+/)
}

/** Whether a word has to be broken where it has no seam. */
export function hasLongWord(text: string): boolean {
  return wordsOfLine(text).some((word) => word.length >= LONG)
}

const JOINED = '\u00A0'

// Matches a tag, or words between two.
const RE_PART = /<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/g
/** No column has room for a word of so many letters. */
const LONG = 25
const RE_LONG = new RegExp(`[^\\s&;]{${LONG},}`, 'g')
// Matches where a name of code may be parted: behind "_", "/", "." and ":", and before a capital.
const RE_SEAM = /(?<=[_/.:\\-])(?=[^_/.:\\-])|(?<=\p{Ll})(?=\p{Lu})/gu

/** The same HTML, whose dates stay on a line, and whose long names end lines at their seams. */
export function withBreaks(html: string): string {
  return html.replace(RE_PART, (part) => {
    if (part.startsWith('<')) return part
    return part
      .replace(RE_LONG, (word) => word.replace(RE_SEAM, '<wbr />'))
      .replace(RE_DATE, (date) => `<span class="unbroken">${date}</span>`)
  })
}
