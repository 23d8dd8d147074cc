/** Objectives, what measures them, and options, as lines of the page. */

import { itemsLike } from '../graph/items.ts'
import { DRAFT } from '../graph/links-in-words.ts'
import type { StrengthSentence } from '../graph/strength-words.ts'
import { refusedIn } from '../graph/ticks.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item, Link } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import { type BuiltInKind, type KindTable, rowOf } from '../model/kinds.ts'
import { listed } from '../text/listed.ts'
import { gapWordsOf } from './gap.ts'
import type { OnePageLine, OnePagePart } from './part.ts'

/** The objectives, each with the success factors that measure it. */
export function objectivesPart(checked: Checkable): OnePagePart {
  const measures = Map.groupBy(linksOf(checked, 'measures'), ({ to }) => to)
  const isMeasured = itemsLike('success-factor', checked.graph).length > 0
  const lines = itemsLike('objective', checked.graph).map((item) => {
    const links = measures.get(item.key) ?? []
    const none = isMeasured ? [{ words: 'Not measured yet.' }] : []
    const below = links.length > 0 ? named(links, 'from', { checked, verb: 'Measured by' }) : none
    return { ...lineOf(item, checked.graph.kinds), below }
  })
  return partOf('objective', { title: 'Objectives', lines }, checked)
}

/** The success factors in their own words. */
export function factorsPart(checked: Checkable): OnePagePart {
  const lines = itemsLike('success-factor', checked.graph).map((item) =>
    lineOf(item, checked.graph.kinds),
  )
  return partOf('success-factor', { title: 'Success factors', lines }, checked)
}

// Matches "(preferred)", "our recommended option", "We recommend this".
const RE_PREFERRED = /\b(?:preferred|recommended|we (?:prefer|recommend|propose)|our choice)\b/i
// Matches "not preferred", "no longer recommended".
const RE_NOT_PREFERRED =
  /\b(?:not|no longer|never|isn['’]t)\s+(?:the\s+|our\s+)?(?:preferred|recommended)\b/i
// Matches the title "Short list", and "Shortlisted options".
const RE_SHORT_LIST = /\bshort[\s-]?list/i
// Matches the title "Preferred option", and "Our recommendation".
const RE_PREFERRED_SECTION = /\b(?:preferred|recommended|recommendation)\b/i

/** The options, the preferred one first; only those on the short list, where there is one. */
export function optionsPart(checked: Checkable): OnePagePart {
  const titleOf = ({ section }: Item) => checked.graph.sections.get(section)?.title ?? ''
  const all = itemsLike('option', checked.graph)
  const short = all.filter((item) => RE_SHORT_LIST.test(titleOf(item)) || isPreferred(item))
  const shown = short.some((item) => RE_SHORT_LIST.test(titleOf(item))) ? short : all
  function isPreferred(item: Item): boolean {
    if (RE_PREFERRED_SECTION.test(titleOf(item))) return true
    return [item.text, item.properties?.status ?? ''].some(
      (words) => RE_PREFERRED.test(words) && !RE_NOT_PREFERRED.test(words),
    )
  }
  const meets = Map.groupBy(linksOf(checked, 'meets'), ({ from }) => from)
  const isTested = itemsLike('success-factor', checked.graph).length > 0
  const refused = refusedIn(checked.documents, checked.graph.keys)
  const lines = shown
    .toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))
    .map((item): OnePageLine => {
      const links = meets.get(item.key) ?? []
      const words = refused.has(item.key)
        ? 'Meets none in full.'
        : 'Tested against no success factor yet.'
      const none = isTested ? [{ words }] : []
      const tested = links.length > 0 ? named(links, 'to', { checked, verb: 'Meets' }) : none
      const line = lineOf(item, checked.graph.kinds)
      return isPreferred(item)
        ? {
            ...line,
            text: withoutMark(line.text),
            below: [{ words: 'Preferred.' }, ...tested],
            preferred: true,
          }
        : { ...line, below: tested }
    })
  const left = all.length - shown.length
  const more = left > 0 ? { more: `${left} more on the long list.` } : {}
  return partOf('option', { title: 'Options', lines, paired: true, ...more }, checked)
}

// Matches "(preferred) " before the words of an option: what stands below them says it.
const RE_MARK =
  /^\((?:the )?(?:preferred|recommended)(?: option)?\)\s*|\s*\((?:the )?(?:preferred|recommended)(?: option)?\)/gi

function withoutMark(text: string): string {
  return text.replace(RE_MARK, '')
}

/** An item as a line: `O1` before its words, or `Evidence 3a:`. */
export function lineOf(item: Item, kinds: KindTable): OnePageLine {
  const { key, kind, id, text } = item
  const name = rowOf(kind, kinds).prefix === '' ? `${nameOf(item, kinds)}:` : id
  return { key, kind, name, text: oneLine(text) }
}

/** An item's own words, without what is nested in it. */
function oneLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').replace(/\s+/g, ' ').trim()
}

interface Naming {
  readonly checked: Checkable
  readonly verb: string
}

/** `Measured by CSF1 and CSF2 (draft).` */
function named(
  links: readonly Link[],
  end: 'from' | 'to',
  { checked, verb }: Naming,
): readonly StrengthSentence[] {
  const areDrafts = links.length > 1 && links.every(({ draft }) => draft)
  const ids = links.flatMap((link) => {
    const id = checked.graph.items.get(link[end])?.id
    return id === undefined ? [] : [link.draft && !areDrafts ? `${id}${DRAFT}` : id]
  })
  return [{ words: `${verb} ${listed(ids)}${areDrafts ? ' (all draft)' : ''}.` }]
}

function linksOf({ graph }: Checkable, role: Link['role']): readonly Link[] {
  return graph.case.links.filter((link) => link.role === role)
}

function partOf(kind: BuiltInKind, part: OnePagePart, checked: Checkable): OnePagePart {
  const [first] = itemsLike(kind, checked.graph)
  if (!first) return { ...part, gap: gapWordsOf(kind, checked) }
  return { ...part, place: first.place }
}
