/** What words say of secrecy, however they are spelt. */

import { foldLetters } from '../../text/letters.ts'
import { distance } from '../../text/nearest.ts'
import { remember } from '../../text/remember.ts'
import { HARMLESS, IN_BRACKETS, LOUD, SECRECY, type Weight } from './secrecy-words.ts'

/** Words that say that something is not for everyone. */
export interface Secrecy {
  /** What was most likely meant: `internal`, `official sensitive`. */
  readonly means: string
  /** `near`: spelt otherwise, or only a part of the words, so that something else may be meant. */
  readonly how: 'exact' | 'near'
  readonly weight: Weight
}

const HARMLESS_LETTERS = new Set(HARMLESS.map(compact))

const KNOWN: ReadonlyMap<string, Secrecy> = new Map(
  (Object.keys(SECRECY) as Weight[]) // keys of our own table
    .flatMap((weight) =>
      SECRECY[weight].map((means) => [compact(means), { means, how: 'exact', weight }] as const),
    ),
)

// Matches "please", "strictly" and the like, which add nothing: "draft, please do not share".
const RE_BEFORE =
  /^(?:(?:please|pls|plz|kindly|strictly|highly|very|still|currently|draft|working draft|marked?|(?:security |protective )?(?:classification|marking)|status|todo|nb|audience|handling(?: instructions?)?|distribution|circulation|hmg|this is|is|keep|kept) )+/
const RE_BEHIND =
  /(?: (?:please|draft|version|copy|document|paper|notes?|annex|appendix|comments?|at present|for now|yet|thanks|externally|v?\d+|until .*|(?:outside|beyond)(?: .*)?|with (?:anyone|anybody|others)(?: .*)?|without .*))+$/

/**
 * What words in capitals say of secrecy that stand alone: `RESTRICTED`.
 *
 * @param among also `CODES` where short names are meant: `OS`
 */
export function loudSecrecyOf(words: string, among = LOUD): Secrecy | undefined {
  const means = foldLetters(words)
  const isLoud =
    words === words.toUpperCase() &&
    (LOUD.has(means) || among.has(means) || RE_BANNER.test(words.trim()))
  return isLoud ? { means, how: 'exact', weight: 'marking' } : undefined
}

// Matches "S//NF", "CUI//SP-PRIV": a class and who may have it.
const RE_BANNER = /^(?:C|S|TS|CUI|U|OS)\/\/[A-Z][A-Z /,-]*$/

// Matches "begin", "from here", "/", "section" around a word.
const RE_AROUND =
  /^[\s/!<*=–—-]*(?:(?:begin|start|end|section|from here(?: on)?|below|(?:(?:everything|all|what is|what comes|the rest)(?: (?:of (?:this|the) (?:page|section|slide|document)|below|after|from here|here|this|this line|on))* is)|below is)\b(?: of)?[\s:]*)?|(?:[\s:]*\b(?:begins?|starts?|ends?|section|from here(?: on)?|below(?: this line)?|(?:starts|ends) here|here|until here))*[\s/!>*=–—-]*$/gi

/** What words say of secrecy that open or close a stretch of text: "Start of internal section". */
export function secrecyOfStretch(words: string): Secrecy | undefined {
  if (words.length > LONGEST * 2) return undefined
  const bare = words.replace(RE_AROUND, '')
  return secrecyOf(bare) ?? loudSecrecyOf(bare)
}

/** What words say of secrecy, taken as a whole; `undefined` where they say nothing of it. */
export function secrecyOf(words: string): Secrecy | undefined {
  if (words.length > LONGEST * 4) return undefined
  const plain = foldLetters(words)
  if (plain === '') return RE_LOCK.test(words) ? LOCKED : undefined
  if (plain.length > LONGEST) return undefined
  return read(plain)
}

/** What a lock or a face that tells nobody stands for, without other words. */
export const LOCKS =
  '(?:[\\u{1F50F}\\u{1F510}\\u{1F512}\\u{1F92B}\\u{1F910}\\u{1F64A}]|:(?:(?:closed_)?lock(?:_with_\\w+)?|shushing_face|zipper_mouth(?:_face)?|no_entry(?:_sign)?):)'
const RE_LOCK = new RegExp(LOCKS, 'u')
export const LOCKED: Secrecy = { means: 'internal', how: 'exact', weight: 'inside' }

/** Longer words than these are a sentence. */
const LONGEST = 60

const read = remember((plain): Secrecy | undefined => {
  const bare = plain.replace(RE_BEFORE, '').replace(RE_BEHIND, '')
  for (const one of [plain, bare]) {
    const exact = KNOWN.get(compact(one))
    // "OS" is a name, "O-S" a marking.
    if (exact && one !== 'os') return exact
  }
  if (HARMLESS_LETTERS.has(compact(bare)) || HARMLESS_LETTERS.has(compact(plain))) return undefined
  const both = bare.split(' and ')
  const isTwice = both.length === 2 && both.every((one) => KNOWN.has(compact(one)))
  if (isTwice) return { means: bare, how: 'exact', weight: 'marking' }
  return nearest(compact(bare))
})

function nearest(letters: string, among = NEAR): Secrecy | undefined {
  const has = alphabetOf(letters)
  let best: { readonly cost: number; readonly found: Secrecy } | undefined
  for (const { known, found, wrong, alphabet } of among) {
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

const NEAR = [...KNOWN].map((one) => nearTo(one, tolerance(one[0])))

function nearTo([known, found]: readonly [string, Secrecy], wrong: number) {
  return { known, found, wrong, alphabet: alphabetOf(known) }
}

const ASIDE: ReadonlyMap<string, Secrecy> = new Map(
  [SECRECY.label, ...Object.values(IN_BRACKETS)]
    .flat()
    .map((means) => [compact(means), { means, how: 'exact', weight: 'label' }]),
)
// Sentences have very many words, and so one wrong letter counts in long words alone.
const NEAR_ASIDE = [...ASIDE].map((one) => nearTo(one, one[0].length < 8 ? 0 : 1))
const WITHIN = {
  part: new Set(IN_BRACKETS.part),
  alone: new Set([...IN_BRACKETS.part, ...IN_BRACKETS.alone]),
} as const

// Matches "remove before publication", "cut this", "take these figures out for the web".
const RE_ORDER =
  /^(?:remove|delete|cut|take|leave|strip|omit|hide|drop|hold|black|keep)(?: (?:this|these|it|all|that|here|below|above|the|names?|figures?|numbers?|rest|costs?|quotes?|row|section|paragraph|sentence|out|back))*(?:(?<= (?:this|these|it|out|back|names?|figures?|numbers?|row|section|paragraph|sentence))|(?: (?:before|from|for|when|until|in) (?:[a-z]+ ){0,3}?(?:(?:we )?publi[a-z]*|release|releasing|sharing|circulat[a-z]*|print(?:ing)?|web|website|site|page)(?: version| copy| build)?))$/
// Matches "do not tell", "must not be quoted outside"; not "do not share passwords", "do not know".
const RE_FORBIDS =
  /^(?:please )?(?:do not|dont|never|must not be|should not be|cannot be|can not be|may not be|not to be)(?: yet)? (?:publish|release|shar|disclos|circulat|distribut|forward|quot|cit|attribut|show|tell|told|repeat|print|copy|copi|nam|includ|mention|minut)[a-z]*(?: (?:this|these|it|names?|figures?|outside|externally|before|until|beyond|below|after|with|to|in|yet)(?: .*)?)?$/
// Matches what is said of paper, of forms and of how plain something is, and of no reader.
const RE_OF_THINGS =
  /^(?:please )?(?:(?:do not|dont|never) (?:(?:print|copy)(?: (?:this|it|these))?(?: [a-z]+)? (?:in (?:colour|black and white)|on (?:both sides|one side)|by hand)|(?:include|mention|name) (?:this|these|it)(?: [a-z]+)? in your (?:(?:total|taxable|net|household) )?(?:income|claim|application|tax return))|strip (?:it|this|these) back)$/
const WHO =
  '(?:team|team members|board|board members|group|committee|ministers|department|office|management|sponsors?|directors|leadership|officials|colleagues|sro|presenters?|speakers?|owners?)'
const OTHERS =
  '(?:public|external|wider|outside|suppliers?|press|media|bidders?|sponsors?|ministers?|the board|the sro|treasury|unions?)'
// Matches what keeps something in a circle, or from others.
const RE_ASIDE = new RegExp(
  `^(?:${[
    // "board eyes", "keep it in the team", "team a"; not "blue eyes".
    '(?:for )?(?:our|my|your|team|board|sponsors?|minist(?:er|ers|erial)|directors?|legal|management|staff|sro) eyes',
    '(?:please )?(?:(?:to )?(?:be )?(?:keeps?|kept|stays?|held|remains?) )(?:(?:this|it|these|all) )?(?:inside|(?:in|within) (?:the )?team|in house|between us|among us|to ourselves|to yoursel(?:f|ves)|quiet|in the family|back|out|private|secret|internal|confidential)',
    'team [a-z]',
    // "steering group only", "only for the board"
    `(?:for )?(?:the |our )?(?:[a-z]+ ){0,2}${WHO} only`,
    `(?:only|just|strictly) for (?:the |our )?(?:[a-z]+ ){0,2}${WHO}`,
    // "internal figure", "redact before sharing", "embargo: May"
    '(?:internal|private|sensitive|confidential|secret|commercially sensitive|redacted) (?:figures?|numbers?|estimates?|notes?|costs?|version|comments?)(?: .*)?',
    '(?:please )?redact .*|embargo(?:ed)? .*|confidential (?:to|until|before) .*|for internal [a-z]+(?: only)?',
    // "hide from suppliers", "suppliers must not see this", "not for external readers", "not to leave the room"
    '(?:hide|keep|withhold) (?:this |it |these )?(?:back )?from .*',
    '(?:[a-z]+ ){1,3}(?:must|should|may) not (?:see|know|hear|read)(?: (?:this|it|of it))?',
    `not (?:for (?:the )?${OTHERS}|to (?:go|leave|get out|be seen|be passed))(?: .*)?`,
    '(?:do not|dont|never) (?:show|tell|send|forward)(?: (?:this|it))?(?: to)? (?:the )?(?:sponsors?|ministers?|board|suppliers?|press|media|bidders?|treasury)(?: .*)?',
    // "keep out of the public version", "not in the public deck", "stays in this room", "for Ana's eyes only"
    '(?:(?:keep|leave)(?: (?:this|it|these))? out of|not (?:in|on)) (?:the )?(?:public|published|external) (?:version|deck|copy|edition|build|site|website|web|page|pack|paper|release)',
    '(?:stays?|keep(?: it)?|not outside)(?: in)? (?:this|the|these) (?:room|four walls)|stays here|not outside',
    'for (?:[a-z]+ ){1,3}eyes only',
    'for (?:our |the )?team (?:s )?(?:discussion|reading|review|eyes)|for discussion (?:with)?in the team(?: only)?',
    'team (?:notes?|comments?)|notes? to (?:self|ourselves|team|the team)',
    'internal to (?:the |our )?(?:us|team|programme|project|department|board|ministry|office)',
    '(?:anonymi[sz]e|pseudonymi[sz]e|blur|mask)(?: [a-z]+){0,3} before (?:we )?(?:publi[a-z]*|release|sharing)',
    // "only for internal readers", "withhold under section 43"
    '(?:only |strictly |just )?for (?:an? |the |our )?internal (?:audiences?|readers?|colleagues?|viewing)(?: only)?',
    'internal (?:audiences?|readers?|colleagues?|staff|teams?) only|only for internal [a-z]+',
    '(?:foi )?(?:withheld|withhold|exempt|redacted?) under (?:s|sections?|paragraphs?|paras?|schedule|foi|the act)(?: .*)?',
    // "not cleared for publication", "to be removed before publication"
    '(?:not|un|awaiting|pending|subject to|before)(?: yet| been)? ?(?:cleared|approved|agreed|signed off|clearance|sign off|approval) for (?:publication|release|sharing|the public)',
    'to be (?:removed|deleted|redacted|cut|taken out|left out) (?:before|for|from) (?:[a-z]+ ){0,2}(?:publication|release|publishing|sharing|version)',
  ].join('|')})$`,
)
// Matches the name of a team: "Team A", "Team 12".
const RE_TEAM_NAME = /^[^\p{L}]*Team (?:[A-Z]|\d{1,3})[^\p{L}]*$/u

/**
 * What all that a bracket in running text says may mean of secrecy. Such words are ordinary too, and so a case may
 * say that they are a part of the text: then `how` is `near` and the weight `label`.
 *
 * @param isPart whether the bracket says other things too
 */
export function secrecyInBracket(words: string, isPart = false): Secrecy | undefined {
  const known = secrecyOf(words) ?? loudSecrecyOf(words)
  if (known && known.weight !== 'label') return known
  if (words.length > LONGEST * 2 || RE_TEAM_NAME.test(words)) return undefined
  const found = asideIn(words, isPart ? 'part' : undefined)
  return found && { ...found, how: 'near' }
}

/** What words mean that only their shape shows: "remove before publishing". */
export const ASIDE_SHAPE = 'for the team only'

/**
 * Words that mean secrecy only in a bracket, or alone; `exact` where they are spelt as in the table.
 *
 * @param within where they stand, if not alone in a bracket
 */
export function asideIn(words: string, within?: keyof typeof WITHIN): Secrecy | undefined {
  const plain = foldLetters(words).replace(/\bdon t\b/, 'dont')
  if (plain === '' || plain.length > LONGEST) return undefined
  const bare = plain.replace(RE_BEFORE, '').replace(RE_BEHIND, '')
  const letters = compact(bare)
  if (RE_OF_THINGS.test(plain)) return undefined
  const isShaped = [RE_ORDER, RE_FORBIDS, RE_ASIDE].some(
    (shape) => shape.test(plain) || shape.test(bare),
  )
  if (isShaped) return { means: ASIDE_SHAPE, how: 'near', weight: 'label' }
  if (HARMLESS_LETTERS.has(letters)) return undefined
  const found = ASIDE.get(compact(plain)) ?? ASIDE.get(letters) ?? nearest(letters, NEAR_ASIDE)
  return found && (!within || WITHIN[within].has(found.means)) ? found : undefined
}

// Matches a word of secrecy among others: "strictly internal to us", "until the board has seen it, secret".
const RE_AMONG =
  /(?:^| )(?:internal\w*|confidential\w*|confidence|secret|secrecy|classified|sensitive|private\w*|privileged|embargo\w*|eyes|withheld|hidden|unpublished|redact\w*|do not|dont|not for(?! profit)|not to be|not yet|not public)(?: |$)|(?:^| )only$/

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
  if (HARMLESS_LETTERS.has(compact(plain))) return undefined
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
