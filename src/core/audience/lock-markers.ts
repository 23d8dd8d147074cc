/** Signs that stand for a marking: `## 🔒 Costs`, `Decision 4: 🔒 We pay`, `We pay (🔒)`, `🚫 We pay`. */
import { LOCKED, LOCKS, type Secrecy } from '../syntax/conventions/secrecy.ts'
import type { Unmasked } from '../text/unmask.ts'
import type { Marker } from './marker.ts'

const RE_LOCK = new RegExp(LOCKS, 'gu')
// Matches the start of a block, behind its marks, of a cell, of a bracket, and what a label leaves to say.
const RE_STARTS =
  /(?:^|\n[ \t>]*\n|[|:：–—([（]|(?<=^|\n)[ \t>]*(?:[-+*#]+|\d{1,9}[.)])[ \t])[^\p{L}\p{N}\n|]*$/u
// Matches the end of a block, of a cell, of a bracket, and of a label's name.
const RE_ENDS =
  /^(?:[^\p{L}\p{N}\n|]*(?:$|\||\n[ \t>]*(?:\n|$|[-+*#|]|\d{1,9}[.)]))|[ \t]*[)\]）:：])/u

// Matches a sign that forbids, in a bracket or before a sentence; not "🚫 No smoking", where it says the same.
const RE_FORBIDS =
  /(?<=[([（])[🚫⛔](?=[)\]）])|(?<=(?:^|\n[ \t>]*\n|\n#{1,6}[ \t])[ \t>]*(?:#{1,6}[ \t]+)?)[🚫⛔](?=[ \t]*\p{Lu})(?![ \t]*(?:no|not|never|don[’']?t|do not|out|stop|without|avoid)(?!\p{L}))/giu
// Matches the sign of the other answer, beside which it says no.
const RE_ALLOWS = /[✅✔✓☑🟢🆗]/u

export function lockMarkers(unmasked: Unmasked): readonly Marker[] {
  const { text, offsetOf } = unmasked
  const forbids = RE_ALLOWS.test(text) ? [] : [...text.matchAll(RE_FORBIDS)]
  return [
    ...locksIn(unmasked),
    ...forbids.map(({ index, 0: words }) => ({
      start: offsetOf(index),
      words,
      secrecy: FORBIDDEN,
    })),
  ]
}

const FORBIDDEN: Secrecy = { means: 'not for sharing', how: 'near', weight: 'marking' }

function locksIn({ text, offsetOf }: Unmasked): readonly Marker[] {
  return [...text.matchAll(RE_LOCK)].flatMap(({ index, 0: words }): readonly Marker[] => {
    const end = index + words.length
    const stands =
      RE_STARTS.test(text.slice(Math.max(0, index - 40), index)) ||
      RE_ENDS.test(text.slice(end, end + 40))
    return stands ? [{ start: offsetOf(index), words, secrecy: LOCKED }] : []
  })
}
