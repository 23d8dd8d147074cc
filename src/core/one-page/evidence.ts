/** The strongest evidence of a case, and where it is weakest. */

import { staleOf } from '../changes/stale.ts'
import { REAFFIRM } from '../changes/stale-sentence.ts'
import { NO_EVIDENCE } from '../graph/gaps-in-words.ts'
import { itemsLike } from '../graph/items.ts'
import { byGround, standingOn, stepsOf } from '../graph/reasoning.ts'
import { strengthSentences } from '../graph/strength-words.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { listed } from '../text/listed.ts'
import { opening } from '../text/quoted.ts'
import { weakestLinks } from '../weakest/index.ts'
import { isClosed, isOld } from '../weakest/weaknesses.ts'
import { lineOf } from './items.ts'
import type { OnePageLine, OnePagePart } from './part.ts'

/** How many of each stand on the page, where they fit. */
const MOST = 3
/** How many characters of one piece of evidence are shown: the narrative has all of it. */
const LETTERS = 200

/** The points of a rating. Evidence without one counts more than red: nobody says that it is bad. */
const POINTS = { green: 3, amber: 2, red: 0 } as const
const NOT_RATED = 1

/**
 * The evidence that the team rates best; then what everybody can open and is not old; then that on
 * which most stands. Evidence rated red is left out.
 */
export function strongestPart(checked: Checkable): OnePagePart {
  const title = 'Strongest evidence'
  const { graph } = checked
  const above = byGround(stepsOf(graph.case.links))
  const all = itemsLike('evidence', graph)
  const ranked = all
    .filter(({ strength }) => strength?.quality?.colour !== 'red' && !strength?.against)
    .map((item) => ({ item, rank: rankOf(item, standingOn(above, item.key).size, checked) }))
    .toSorted((a, b) => compare(b.rank, a.rank))
  if (all.length === 0) return { title, lines: [], gap: NO_EVIDENCE }
  if (ranked.length === 0) return { title, lines: [], gap: 'The team rates all of it red' }
  return { title, lines: ranked.slice(0, MOST).map(({ item }) => evidenceLine(item, checked)) }
}

/** What a sponsor will attack first, without a missing ask, which the page says further up. */
export function weakestPart(checked: Checkable): OnePagePart {
  const title = 'Where it is weakest'
  const ranking = weakestLinks(checked)
  const links = ranking.links.filter(({ claims: [{ sort }] }) => sort !== 'ask')
  if (links.length === 0 && ranking.sound === 0)
    return { title, lines: [], gap: 'No claims recorded yet' }
  if (links.length === 0) return { title, lines: [], lead: 'No claim has anything against it.' }
  const lines = links.slice(0, MOST).map(({ claims: [first], name, reason }): OnePageLine => {
    const key = first.key === undefined ? {} : { key: first.key }
    return { ...key, ...(first.kind ? { kind: first.kind } : {}), name: `${name}:`, text: reason }
  })
  return { title, lines }
}

/** Compared from the first number on. */
type Rank = readonly number[]

function rankOf(item: Item, standing: number, checked: Checkable): Rank {
  const colour = item.strength?.quality?.colour
  const held = [isOld(item, checked), isClosed(item, checked)].filter(Boolean).length
  return [colour === undefined ? NOT_RATED : POINTS[colour], -held, standing]
}

function compare(a: Rank, b: Rank): number {
  const index = a.findIndex((value, at) => value !== b[at])
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0)
}

function evidenceLine(item: Item, { graph, outside }: Checkable): OnePageLine {
  const supported = graph.case.links.filter(
    ({ from, role }) => from === item.key && role === 'supports',
  )
  const ids = supported.flatMap(({ to }) => {
    const { id } = graph.items.get(to) ?? {}
    return id === undefined ? [] : [staleOf(to, outside) ? `${id} (${REAFFIRM.toLowerCase()})` : id]
  })
  const decisions = `decision${ids.length === 1 ? '' : 's'} ${listed(ids)}`
  const sentences = strengthSentences(item.strength).map((sentence) => ({
    ...sentence,
    words: sentence.words.replace(/(?<![.!?])$/, '.'),
  }))
  return {
    ...lineOf(item, graph.kinds),
    text: firstWords(item.text),
    below: [...sentences, ...(ids.length > 0 ? [{ words: `Supports ${decisions}.` }] : [])],
  }
}

// Matches dots near the end: “I rang … and …” — P3
const RE_DOTS = /…(?:$|["'”’»].{0,80}$)/

/** The first sentence, with dots where more follows. */
function firstWords(text: string): string {
  const { text: first, isCut } = opening(text, LETTERS)
  return isCut && !RE_DOTS.test(first) ? `${first} …` : first
}
