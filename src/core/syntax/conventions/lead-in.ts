/** Whether the words above a list say that it holds the items of which its heading speaks. */
import type { KindRow } from '../../model/kinds.ts'

/** `unsure` makes no items either, and is said. */
type ListMeaning = 'items' | 'other' | 'unsure'

// Matches what a list of something else is said to be: "The team consists of", "We spoke to".
const RE_OTHER = new RegExp(
  [
    '\\b(?:consist(?:s|ed)?|made up|comprise[sd]?|composed|drawn|based|scored|rated|ranked|sorted)\\b',
    '\\b(?:we|they|team|i)\\s+(?:also\\s+|then\\s+)?(?:(?:will|shall)(?!\\s+(?:have|be|know)\\b)|did|do|spoke|talked|interviewed|looked|used|asked|visited|read|met|watched|tested|checked|plan(?:ned)?)\\b',
    '\\b(?:in|out of) scope\\b',
    '\\b(?:team|people|participants|members|attendees|sources?|inputs?|methods?|steps|stages|phases|plan|timeline|roles|agenda|glossary|legend|next)\\s*:?$',
  ].join('|'),
  'i',
)
// Matches what leads to aims alone: "By April we will".
const RE_AIMS = /\bwe (?:will|shall)$/i
const RE_THESE = /\b(?:these|the following)\b/i
// Matches what points to the list as what the section is about: "These are", "We found that", "It succeeds if".
const RE_POINTS =
  /\b(?:are|is|were|has|have|means?|must|should|can|includes?|included|following|follows?|below|these|those|this|them|they|we|it|that|if|what|when|where|because|listed|identified|agreed|here)\b|\b(?:will|shall|aims? to|seeks? to)(?: be)?$/i

/** @param text the paragraph that ends in a colon right above the list */
export function leadsTo(text: string, { label, plural, names, traits }: KindRow): ListMeaning {
  const plain = text.replace(/\s+/g, ' ').replace(/(?<![:\s])[:\s]+$/, '')
  const words = [label, plural, ...names].flatMap((name) => [name, name.split(' ').at(-1) ?? name])
  const named = new RegExp(`\\b(?:${words.join('|')})s?\\b`, 'i')
  // "We looked at these risks" speaks of them, "The team on the risks consists of" does not.
  if (RE_THESE.test(plain) && named.test(plain)) return 'items'
  if (traits.includes('aim') && RE_AIMS.test(plain)) return 'items'
  if (RE_OTHER.test(plain)) return 'other'
  return named.test(plain) || RE_POINTS.test(plain) ? 'items' : 'unsure'
}
