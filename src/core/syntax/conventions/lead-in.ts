/** Whether the words above a list say that it holds the items of which its heading speaks. */
import { type Kind, type KindRow, type KindTable, namesOf } from '../../model/kinds.ts'
import { readHeading } from './heading.ts'

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

/**
 * What the words above a list say of its entries.
 * @param text the paragraph that ends in a colon right above the list
 */
export function leadsTo(text: string, row: KindRow): ListMeaning {
  const plain = text.replace(/\s+/g, ' ').replace(/(?<![:\s])[:\s]+$/, '')
  const words = [row.plural, ...namesOf(row)]
    .flatMap((name) => [name, name.split(' ').at(-1) ?? name])
    .map((word) => RegExp.escape(word))
  const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})s?(?![\\p{L}\\p{N}])`, 'iu')
  // "We looked at these risks" speaks of them, "The team on the risks consists of" does not.
  if (RE_THESE.test(plain) && named.test(plain)) return 'items'
  if (row.traits.includes('aim') && RE_AIMS.test(plain)) return 'items'
  if (RE_OTHER.test(plain)) return 'other'
  return named.test(plain) || RE_POINTS.test(plain) ? 'items' : 'unsure'
}

// Match "we want to know the following risks", "The main risks at initiation are", "We assumed that".
const RE_FOLLOWING = /^.*\b(?:following|these)\s+(?=\p{L})/iu
const RE_ARE =
  /\s+(?:(?:are|were|is|was|include[sd]?|have been)(?:\s+(?:as follows|the following|these|that|to))?|at \p{L}+|as follows)$/iu
const SAID: readonly (readonly [RegExp, Kind])[] = [
  [/^we (?:will |shall |plan to )?measure(?: success by)?$/i, 'measure'],
  [
    /^(?:we|the team|this paper|it is) (?:have |has |also )*(?:assum(?:e|ed|es|ing))(?: that)?$/i,
    'assumption',
  ],
  [
    /^(?:(?:before|by) .{3,60}, |the panel (?:recommends|advises|expects) (?:that )?)the (?:service )?team(?: (?:also )?(?:needs|must|should))?(?: to)?$/i,
    'action',
  ],
  [
    /^(?:the |this |our )?(?:system|solution|software|application|product|platform|service)s? (?:must|shall|should|will need to|needs to)(?: also)?(?: be able to| (?:let|allow|enable|help) (?:\p{L}+ ){1,3}to)?$/iu,
    'requirement',
  ],
]

// Matches what says that they are none: "We dropped the following", "These risks did not", "None of these".
const RE_NONE =
  /\b(?:none of|no evidence|(?:did|were|was) (?:not|never)(?! yet)|(?:did|were|was)n['’]t|(?:we|they|team|board|panel|were|was|been|are|have|has) (?:(?:reject|dropp|exclud|remov|withdr)\p{L}+|closed|ruled out))\b/iu
/** Words: a lead-in names its kind within so many. */
const MOST_WORDS = 20

/** The kind that a lead-in names, whatever stands above it: "The main risks at initiation are". */
export function kindLedTo(lead: string, kinds: KindTable): Kind | undefined {
  const last =
    lead
      .replace(/\s+/g, ' ')
      .split(/(?<=[.!?])\s/)
      .at(-1) ?? ''
  const plain = last.replace(/(?<![:：\s])[:：\s]+$/, '')
  const said = SAID.find(([form, kind]) => form.test(plain) && kinds.has(kind))?.[1]
  if (said) return said
  const named = plain.replace(RE_FOLLOWING, '')
  if (named !== plain && RE_NONE.test(plain)) return undefined
  const words = named.split(' ', MOST_WORDS)
  // "the following risks were seen at the workshop": what is named comes first.
  const forms =
    named === plain
      ? [named.replace(RE_ARE, ''), named.replace(RE_ARE, '').replace(RE_ARE, '')]
      : words.map((_, index) => words.slice(0, words.length - index).join(' '))
  return forms.map((one) => readHeading(one, kinds).kind).find(Boolean)
}
