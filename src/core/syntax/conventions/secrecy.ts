/** The words of secrecy and the markings of governments, however they are spelt. */

import { foldLetters } from '../../text/letters.ts'
import { distance } from '../../text/nearest.ts'

/** Words that say that something is not for everyone. */
export interface Secrecy {
  /** What was most likely meant: `internal`, `official sensitive`. */
  readonly means: string
  /** `near`: spelt otherwise, or only a part of the words, so that something else may be meant. */
  readonly how: 'exact' | 'near'
  /**
   * `inside`: a way to say "internal". `marking`: nobody says it of something else. `word`: people
   * say it of other things too. `label`: a word of secrecy in a label alone.
   */
  readonly weight: Weight
}

type Weight = 'inside' | 'marking' | 'word' | 'label'

/** What counts as secrecy, in small letters; signs between the words do not count. */
const ROWS: Readonly<Record<Weight, readonly string[]>> = {
  inside: [
    ...['internal', 'internal only', 'internal use', 'internal use only'],
    ...['for internal use', 'for internal use only', 'for internal only', 'internal eyes only'],
    ...['for internal eyes only', 'for internal eyes'],
  ],
  marking: [
    ...['official sensitive', 'uk official sensitive', 'official sensitive commercial'],
    ...['official sensitive personal', 'official sensitive recipients only'],
    ...['top secret', 'uk top secret', 'uk secret', 'secret uk eyes only', 'uk eyes only'],
    ...['eyes only', 'for your eyes only', 'not for publication', 'not for release'],
    ...['not for public release', 'not for sharing', 'not for circulation', 'not for distribution'],
    ...['not for disclosure', 'not to be published', 'not to be shared', 'not to be circulated'],
    ...['not to be disclosed', 'do not share', 'do not publish', 'do not circulate'],
    ...['do not distribute', 'do not forward', 'do not disclose', 'dont share', 'dont publish'],
    ...['internal circulation only', 'for internal circulation', 'for internal distribution'],
    ...['private and confidential', 'strictly confidential', 'strictly private'],
    ...['highly confidential', 'company confidential', 'commercial in confidence'],
    ...['commercial confidential', 'policy in confidence', 'staff in confidence'],
    ...['management in confidence', 'legal in confidence', 'in strict confidence'],
    ...['under embargo', 'strictly embargoed', 'legally privileged', 'limited distribution'],
    ...['subject to legal privilege', 'legal professional privilege', 'restricted circulation'],
    // Of other governments, and of those who share warnings.
    ...['for official use only', 'official use only', 'controlled unclassified information'],
    ...['secret noforn', 'top secret noforn', 'nato restricted', 'nato confidential'],
    ...['nato secret', 'restricted commercial', 'protect personal'],
    ...['protect commercial', 'protect private', 'tlp red', 'tlp amber', 'tlp amber strict'],
    ...['tlp green'],
    ...['onward', 'wider', 'external', 'further', 'general'].flatMap((which) =>
      ['sharing', 'circulation', 'distribution', 'release', 'publication'].map(
        (what) => `not for ${which} ${what}`,
      ),
    ),
  ],
  word: [
    ...['confidential', 'secret', 'in confidence', 'embargoed', 'off the record', 'hush hush'],
    ...['commercially sensitive', 'market sensitive', 'commercially confidential', 'not public'],
    ...['privileged', 'o s', 'staff only', 'team only', 'project team only', 'our team only'],
    ...['for the team only', 'for team only', 'board only', 'for us only', 'us only'],
    ...['ministers only', 'management only', 'civil servants only', 'insiders only'],
    // Other languages of these islands and of neighbours.
    ...['mewnol', 'cyfrinachol', 'nid iw gyhoeddi', 'swyddogol sensitif', 'interne', 'interno'],
    ...['intern', 'confidentiel', 'confidencial', 'riservato', 'vertraulich', 'geheim'],
    ...['vertrouwelijk', 'poufne', 'usage interne', 'nur intern', 'uso interno'],
  ],
  label: [
    ...['private', 'sensitive', 'classified', 'embargo', 'secrecy', 'unpublished', 'undisclosed'],
    ...['not published', 'do not use', 'inside only', 'keep inside', 'hidden', 'hide', 'withheld'],
  ],
}

/** Words that look like those above and mean something else. */
const HARMLESS = new Set(
  [
    ...['external', 'interval', 'intervals', 'eternal', 'integral', 'maternal', 'paternal'],
    ...['internet', 'interned', 'internee', 'clarified', 'insensitive', 'unclassified'],
    ...['declassified', 'not confidential', 'non confidential', 'not secret', 'not sensitive'],
    ...[
      'internal user',
      'not internal',
      'no longer confidential',
      'yes only',
      'general',
      'interior',
      'inertial',
    ],
    ...['interface', 'international', 'interstitial', 'privates', 'secrete', 'secreted'],
  ].map(compact),
)

const KNOWN: ReadonlyMap<string, Secrecy> = new Map(
  (Object.keys(ROWS) as Weight[]) // keys of our own table
    .flatMap((weight) =>
      ROWS[weight].map((means) => [compact(means), { means, how: 'exact', weight }] as const),
    ),
)

// Matches "please", "strictly" and the like, which add nothing: "draft, please do not share".
const RE_BEFORE =
  /^(?:(?:please|strictly|highly|very|still|currently|draft|working draft|marked?|(?:security |protective )?(?:classification|marking)|status|audience|handling(?: instructions?)?|distribution|circulation|hmg|this is|is|keep|kept) )+/
const RE_BEHIND =
  /(?: (?:please|draft|version|copy|document|paper|note|at present|for now|yet|thanks|externally|v?\d+|until .*|(?:outside|beyond)(?: .*)?|with (?:anyone|anybody|others)(?: .*)?|without .*))+$/

/** Words that mark a page where they stand alone in capitals, and mean something else anywhere else. */
const LOUD = new Set(['restricted', 'protect', 'protected', 'cui', 'fouo', 'limdis', 'noforn'])

/** What words in capitals say of secrecy that stand alone: `RESTRICTED`. */
export function loudSecrecyOf(words: string): Secrecy | undefined {
  const means = foldLetters(words)
  const isLoud = words === words.toUpperCase() && LOUD.has(means)
  return isLoud ? { means, how: 'exact', weight: 'marking' } : undefined
}

/** What words say of secrecy, taken as a whole; `undefined` where they say nothing of it. */
export function secrecyOf(words: string): Secrecy | undefined {
  if (words.length > LONGEST * 4) return undefined
  const plain = foldLetters(words)
  if (plain === '' || plain.length > LONGEST) return undefined
  const known = cache.get(plain)
  if (known !== undefined) return known ?? undefined
  const found = read(plain)
  // Memory is bounded: a case has few different brackets.
  if (cache.size > 20_000) cache.clear()
  cache.set(plain, found ?? null)
  return found
}

/** Longer words than these are a sentence. */
const LONGEST = 60

const cache = new Map<string, Secrecy | null>()

function read(plain: string): Secrecy | undefined {
  const bare = plain.replace(RE_BEFORE, '').replace(RE_BEHIND, '')
  for (const one of [plain, bare]) {
    const exact = KNOWN.get(compact(one))
    // "OS" is a name, "O-S" a marking.
    if (exact && one !== 'os') return exact
  }
  if (HARMLESS.has(compact(bare)) || HARMLESS.has(compact(plain))) return undefined
  const both = bare.split(' and ')
  const isTwice = both.length === 2 && both.every((one) => KNOWN.has(compact(one)))
  if (isTwice) return { means: bare, how: 'exact', weight: 'marking' }
  return nearest(compact(bare))
}

function nearest(letters: string): Secrecy | undefined {
  const has = alphabetOf(letters)
  let best: { readonly cost: number; readonly found: Secrecy } | undefined
  for (const { known, found, wrong, alphabet } of NEAR) {
    const most = Math.min(wrong, (best?.cost ?? Number.POSITIVE_INFINITY) - 1)
    if (most < 1 || Math.abs(known.length - letters.length) > most) continue
    if (setBits(alphabet & ~has) > most || setBits(has & ~alphabet) > most) continue
    const cost = distance(letters, known, true)
    if (cost <= most) best = { cost, found: { ...found, how: 'near' } }
  }
  return best?.found
}

/** Which letters of a to z a word has, as bits: each that another lacks is one wrong letter at least. */
function alphabetOf(word: string): number {
  let bits = 0
  for (const letter of word) {
    const at = letter.charCodeAt(0) - 97
    if (at >= 0 && at < 26) bits |= 1 << at
  }
  return bits
}

function setBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

// Matches what is made of several words, to which others are near: "do not share", "do not have".
const RE_SHORT_WORDS = /^(?:donot|dont|not|(?:for)?internal.)/

/** How many letters may be wrong. In short words one wrong letter makes another word. */
function tolerance(letters: string): number {
  const { length } = letters
  if (length < 6) return 0
  if (length < 8 || RE_SHORT_WORDS.test(letters)) return 1
  return length < 15 ? 2 : 3
}

const NEAR = [...KNOWN].map(([known, found]) => ({
  ...{ known, found },
  wrong: tolerance(known),
  alphabet: alphabetOf(known),
}))

// Matches a word of secrecy among others: "strictly internal to us", "until the board has seen it, secret".
const RE_AMONG =
  /(?:^| )(?:internal\w*|confidential\w*|confidence|secret|secrecy|classified|sensitive|private|privileged|embargo\w*|eyes|withheld|hidden|unpublished|redacted|do not|dont|not for(?! profit)|not to be|not yet|not public)(?: |$)|(?:^| )only$/

/**
 * What a part of a label's bracket says of secrecy. Nobody writes there by chance, and so a word of
 * secrecy among others counts too.
 */
export function secrecyInLabel(words: string): Secrecy | undefined {
  for (const one of [words, ...words.split(RE_BETWEEN)]) {
    const found = secrecyOf(one)
    if (found) return found
  }
  const plain = foldLetters(words)
  if (HARMLESS.has(compact(plain))) return undefined
  const among =
    RE_AMONG.test(plain) ||
    plain.split(' ').some((word) => word.length > 7 && secrecyOf(word) !== undefined)
  return among ? { means: 'internal', how: 'near', weight: 'label' } : undefined
}

// Matches what stands between statements: "/", " – ", " and "; not the dash of "official-sensitive".
export const RE_BETWEEN = /\s*[,;/|+&:·•.—–]\s*|\s-+\s|\s+and\s+/

function compact(words: string): string {
  return words.replaceAll(' ', '')
}
