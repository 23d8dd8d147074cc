/** What a comment, or the name of a file, says of secrecy. */
import {
  ASIDE_SHAPE,
  asideIn,
  type Secrecy,
  secrecyOfStretch,
} from '../syntax/conventions/secrecy.ts'
import { foldLetters } from '../text/letters.ts'

// Matches "audience: internal", "Audience = team only".
const RE_AUDIENCE = /^\s*audience\s*[:=]\s*(.+?)\s*$/i
/** A longer comment says more than that. */
const LONGEST = 120

/** What a comment says of secrecy, of Markdown or of YAML; `undefined` for one that says more than that. */
export function commentSecrecyOf(said: string): Secrecy | undefined {
  if (said.length > LONGEST) return undefined
  const bare = RE_AUDIENCE.exec(said)?.[1] ?? said
  const secrecy = secrecyOfStretch(bare) ?? orderIn(bare)
  if (!secrecy || secrecy.weight === 'label') return undefined
  const isMeant = secrecy.weight === 'marking' || secrecy.how === 'exact' || RE_AUDIENCE.test(said)
  return isMeant ? secrecy : undefined
}

// Matches what says for whom the rest is not: "not for sponsors", "remove before publishing".
const RE_FOR_WHOM = /^not for |publi|releas|sharing/

/** An order about what is published, in a comment or in the name of a file. */
export function orderIn(words: string): Secrecy | undefined {
  const isOrder = RE_FOR_WHOM.test(foldLetters(words)) && asideIn(words)?.means === ASIDE_SHAPE
  return isOrder ? { means: 'not for publication', how: 'near', weight: 'marking' } : undefined
}
