/**
 * What a note at the end of a handout says. Paper has no cards, so it says in full what a citation
 * leads to.
 */
import { hostOf, isRestricted, isWithheld } from '../audience/access.ts'
import { idInText } from '../graph/links-in-words.ts'
import { type StrengthSentence, strengthSentences } from '../graph/strength-words.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import type { Endnote } from './endnotes.ts'

/** One note. */
export interface PrintedNote {
  readonly anchor: string
  readonly item: Item
  /** `Evidence 3a` */
  readonly name: string
  /** `[]` where nothing is said of it. */
  readonly strength: readonly StrengthSentence[]
  /** What its words link to. */
  readonly addresses: readonly NoteAddress[]
  /** Whether the pages set it out; else the whole case does. */
  readonly isHere: boolean
  /** Where the pages cite it, and behind each the item that does so: ` (decision 5)`, or `''`. */
  readonly citations: readonly { readonly anchor: string; readonly within: string }[]
}

/** A web address, written out: paper can't be clicked. */
export interface NoteAddress {
  readonly words: string
  /** Absent where its readers need not know it. */
  readonly href?: string
  /** Whether readers outside the team can't open it. */
  readonly isClosed: boolean
}

/**
 * The notes in words.
 *
 * @param here keys of the items that the pages set out
 */
export function noteWords(
  notes: readonly Endnote[],
  here: ReadonlySet<string>,
  known: AddressContext,
): readonly PrintedNote[] {
  return notes.map(({ anchor, item, citations }) => ({
    anchor,
    item,
    name: nameOf(item, known.settings.kinds),
    strength: item.strength ? strengthSentences(item.strength) : [],
    addresses: (item.addresses ?? []).flatMap((href) => addressIn(href, known)),
    isHere: here.has(item.key),
    citations: citations.map(({ anchor, within }) => ({
      anchor,
      within: within ? ` (${idInText(within)})` : '',
    })),
  }))
}

type AddressContext = Pick<Checkable, 'settings' | 'audience'>

/**
 * An address as paper shows it; only its host where readers cannot open it, since nobody need type that. `[]`
 * for what is no web address.
 */
export function addressIn(href: string, known: AddressContext): readonly NoteAddress[] {
  const { restricted, links } = known.settings
  const isClosed = isRestricted(href, restricted)
  if (!(isClosed || RE_WEB.test(href)) || links[href] !== undefined) return []
  const written = href.replace(RE_BEFORE_NAME, '')
  const words = (isClosed && hostOf(href)) || written
  return [{ words, ...(isWithheld(href, known) ? {} : { href }), isClosed }]
}

// Matches "https://" and the "//" that browsers complete.
const RE_WEB = /^(?:https?:)?\/\//i
// Matches the same, and "www." behind it.
const RE_BEFORE_NAME = /^(?:https?:)?\/\/(?:www\.)?/i
