/** Markings without brackets: `OFFICIAL-SENSITIVE` above a page, `Costs – not for publication`. */
import type { KindTable } from '../model/kinds.ts'
import { labelStart } from '../syntax/conventions/label.ts'
import { NUMBERS } from '../syntax/conventions/label-patterns.ts'
import {
  loudSecrecyOf,
  type Secrecy,
  secrecyOf,
  secrecyOfStretch,
} from '../syntax/conventions/secrecy.ts'
import { CODES } from '../syntax/conventions/secrecy-words.ts'
import { foldLetters } from '../text/letters.ts'
import type { Unmasked } from '../text/unmask.ts'
import {
  asideOf,
  type BlockPart,
  type MarkedBlock,
  RE_BEFORE_LAST,
  RE_COLON,
  RE_END,
  standing,
} from './aside-words.ts'
import type { Marker } from './marker.ts'
import { speaksOfIt } from './sentence.ts'

// Matches what stands in front of a line's words: "> ", "- ", "- [x] ", "1. ", "[^1]: ".
const RE_SIGNS = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\n]{1,40}\]:|\[[ xX]\])[ \t]+)*/
// Matches the sign of an entry, and not that of a footnote.
const RE_ENTRY = /(?:[-+*]|\d[.)]|\[[ xX]\])[ \t]/
// Matches the start of a line that goes on with nothing: an entry, a heading, a row, a rule.
const RE_STARTS = /^[ \t>]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||-{3,}|={3,}|$)/
// Matches the start of a heading, and of a box: "> [!CAUTION]".
const RE_HEADING =
  /^[ \t>]*(?:#{1,6}[ \t]+(?:\d{1,3}(?:\.\d{1,3})*[.)]?[ \t]+(?=\p{L}))?|\[![a-zA-Z]{1,20}\][ \t]*)/u

/**
 * Finds such markings.
 * @param source the text as its writer wrote it, for the words of the findings
 */
export function bareMarkers(
  unmasked: Unmasked,
  source: string,
  kinds: KindTable,
): readonly Marker[] {
  return blocksOf(unmasked.text).flatMap((block) =>
    segmentsOf(block, kinds).flatMap(({ isMarker, ...part }) => {
      const { start, text } = part
      const isAll = block.type !== 'row' && text === block.text.trim()
      const among = block.type === 'words' && !block.isEntry ? CODES : undefined
      const known =
        secrecyOf(text) ??
        (isAll || part.stands
          ? (loudSecrecyOf(text, among) ?? secrecyOfStretch(text))
          : isLouder(part, block)
            ? loudSecrecyOf(text)
            : undefined)
      const isKnown =
        known && known.weight !== 'label' && (known.how === 'exact' || known.weight !== 'word')
      const aside = isKnown ? undefined : asideOf(block, part)
      const secrecy = aside ?? known
      // Code in a heading names a thing.
      if (aside && source[unmasked.offsetOf(block.start + start) - 1] === '`') return []
      if (!secrecy || !(aside ?? isMarker(secrecy, text))) return []
      const from = unmasked.offsetOf(block.start + start)
      const to = unmasked.offsetOf(block.start + start + text.length - 1) + 1
      return [{ start: from, words: source.slice(from, to).replace(/\s+/g, ' '), secrecy }]
    }),
  )
}

function blocksOf(text: string): readonly MarkedBlock[] {
  const blocks: MarkedBlock[] = []
  let open: { start: number; text: string; isEntry: boolean } | undefined
  let at = 0
  const close = (): void => {
    if (open) blocks.push({ ...open, type: 'words' })
    open = undefined
  }
  for (const line of text.split('\n')) {
    if (RE_STARTS.test(line)) close()
    const signs = RE_SIGNS.exec(line)?.[0] ?? ''
    const heading = RE_HEADING.exec(line)?.[0]
    if (heading !== undefined)
      blocks.push({ start: at + heading.length, text: line.slice(heading.length), type: 'heading' })
    else if (line.includes('|')) blocks.push({ start: at, text: line, type: 'row' })
    else if (open) open.text += `\n${line}`
    else if (line.trim() !== '')
      open = {
        ...{ start: at + signs.length, text: line.slice(signs.length) },
        isEntry: RE_ENTRY.test(signs),
      }
    at += line.length + 1
  }
  close()
  return withSides(blocks)
}

/** Entries that follow each other speak of each other: "Internal", "External". */
function withSides(blocks: readonly MarkedBlock[]): readonly MarkedBlock[] {
  let run = { isOneSide: false }
  const isPaired = blocks.some(({ text }) => RE_PUBLIC.test(text))
  return blocks
    .map((block, at) => {
      const { text, isEntry } = block
      if (!isEntry || !blocks[at - 1]?.isEntry) run = { isOneSide: false }
      run.isOneSide ||= RE_OTHER_SIDE.test(text)
      const isQuality = [blocks[at - 1], blocks[at + 1]].some(
        (next) => isEntry && next?.isEntry && RE_QUALITY.test(next.text) && RE_QUALITY.test(text),
      )
      return { block, run, isQuality }
    })
    .map(({ block, run, isQuality }) => ({
      ...block,
      isOneSide: run.isOneSide || isQuality,
      isPaired: isPaired && !block.isEntry,
    }))
}

// Matches a heading, or a label, of the other side: then "Private" is one of two.
const RE_PUBLIC = /^\W*(?:public|open|external|state|voluntary|shared|unrestricted)\W*(?:$|:)/iu

interface Segment extends BlockPart {
  readonly isMarker: (secrecy: Secrecy, text: string) => boolean
}

// Matches what parts a marking from other words: ": ", " – ", " / ", ". ", a bracket, a cell.
const RE_PARTS = /(?<!\btlp)[:：]|[|()[\]（）«»·•→⇒]|\s[-–—/&]+\s|[–—]|(?<!-)-{2,}|[.!?;](?=\s|$)/gi

// Matches the title of a story: "Private: a history".
const RE_STORY = /^[^:]{1,40}:\s+(?:an?|the)\s/i
// Matches what follows "internal" in "R1 – internal – We pay".
const RE_DASH = /^\s*(?:[–—→⇒·•«|]|-+\s)/
// Matches where the other side is named, at a start: then neither is a marking. Not "We pay the public".
export const RE_OTHER_SIDE =
  /(?:^|[.;|/–—\n]\s{0,9})[^\p{L}\p{N}\s]{0,4}(?:external|outside|public|extern)/iu
// Matches entries in small letters: "confidential", "fast".
const RE_QUALITY = /^\p{Ll}[^\p{Lu}\n]{0,60}$/u

/** Whether words stand in capitals among others that do not; in a bracket they are short for something. */
function isLouder({ text: words, start }: BlockPart, { text, type }: MarkedBlock): boolean {
  const isShort = /[([（]/.test(text[start - 1] ?? '')
  return type !== 'row' && isLoud(words) && !isLoud(text) && !isShort
}

/** The parts of a block that could be a marking: in a paragraph the first and the last alone. */
function segmentsOf(block: MarkedBlock, kinds: KindTable): readonly Segment[] {
  const { text, type, isEntry, isOneSide } = block
  const label = labelStart(text, kinds)
  const behind = label === undefined ? [] : partsOf(text.slice(label), label).slice(0, 1)
  const labelled = [...behind, ...behind.flatMap(loudStart)].map((part) => ({
    ...part,
    isLabelled: true,
    isMarker: anySecrecy,
  }))
  const own = isOneSide ? inWords : isEntry ? inEntry : alone
  const tasks = taskOf(text).map((part) => ({ ...part, isMarker: anySecrecy }))
  const parts = [...joined(text), ...partsOf(text, 0)]
  if (type === 'row')
    return [
      ...parts.map((part) => ({ ...part, isMarker: inCell })),
      ...(isOneSide ? [] : cellEnds(text)),
    ]
  if (type === 'heading') {
    const isMarker = parts.length > 1 && !isOneSide && !RE_STORY.test(text) ? inHeading : alone
    const ends = isOneSide ? [] : wordAtEnd(text)
    const last = [...lastOf(text), ...phraseAtStart(text), ...phraseAtEnd(text), ...ends].map(
      (part) => ({
        ...part,
        isMarker: isExact,
      }),
    )
    return [...tasks, ...labelled, ...parts.map((part) => ({ ...part, isMarker })), ...last]
  }
  const ends = parts.length > 4 ? [...parts.slice(0, 3), parts.at(-1)] : parts
  const loud = loudStart({ start: 0, text }).map((part) => ({ ...part, isMarker: inCapitals }))
  return [
    ...tasks,
    ...labelled,
    ...loud,
    ...[
      ...(RE_LEADS.test(text) ? phraseAtEnd(text) : []),
      ...(RE_SHORT.test(text) || RE_SAID_BY.test(text) ? lastOf(text) : []),
    ].map((part) => ({ ...part, isMarker: isExact })),
    ...standing(text, label ?? 0).map((part) => ({
      ...part,
      isMarker: isOneSide ? inWords : isEntry ? inEntryLabel : alone,
    })),
    ...ends.flatMap((part, at) => {
      if (!part) return []
      const isAll = part.text === text.replace(RE_END, '').trim()
      const before = text.slice(Math.max(0, part.start - 8), part.start)
      const rest = text.slice(part.start + part.text.length)
      const isLast = RE_BEFORE_LAST.test(before) && (part === ends.at(-1) || RE_DASH.test(rest))
      // The first of all is both that come first.
      const isOfId = at === 2 && RE_ID.test(parts[1]?.text ?? '') && RE_BEHIND_ID.test(rest)
      if (isOfId) return [{ ...part, isMarker: isOneSide ? inWords : isExact }]
      const isLabel = at < 2 && RE_COLON.test(rest)
      if (isLabel && isEntry && !isOneSide) return [{ ...part, isMarker: inEntryLabel }]
      return [{ ...part, isMarker: isAll || isLast || isLabel ? own : inWords }]
    }),
  ]
}

// Matches "R-1", "Milestone 7", "Decision Four", "Option A", "Evidence 1.a"; not "In 2024".
const RE_ID = new RegExp(
  `^(?:\\p{L}+ ){0,2}(?!(?:19|20)\\d\\d$)(?:[A-Z]{0,6}[-_]?\\d{1,4}(?:\\.\\d{1,3})*\\.?[a-z]?|[A-Z]|(?:${NUMBERS.join('|')}))$`,
  'iu',
)
// Matches what stands behind "internal" in "R-1 – internal: We pay".
const RE_BEHIND_ID = /^\s*(?:[:：]|[.](?=\s))/

/** What the last part of a cell says of the rest: "We pay – internal". */
function cellEnds(text: string): readonly Segment[] {
  let from = 0
  return text.split('|').flatMap((cell) => {
    const parts = partsOf(cell, from)
    const last = parts.at(-1)
    from += cell.length + 1
    if (!last) return []
    const behind = lastOf(cell).map((part) => ({
      ...part,
      start: part.start + from - cell.length - 1,
      isMarker: inWords,
    }))
    if (parts.length < 2) return behind
    const before = text.slice(Math.max(0, last.start - 8), last.start)
    return [...behind, ...(RE_BEFORE_LAST.test(before) ? [{ ...last, isMarker: alone }] : [])]
  })
}

// Matches the end of a lead-in.
const RE_LEADS = /[:：]\s*$/
// Matches "— Nurse, internal", who said something.
const RE_SAID_BY = /^[\s>]*[—–-]{1,2}\s?\p{Lu}[^.!?\n]{1,80}$/u
// Matches "Accepted, confidential".
const RE_SHORT = /^\s*\p{Lu}[\p{L}-]{1,20},\s[\p{L} -]{1,30}[.!]?\s*$/u
// Matches "for the team only" in "Risks for the team only:", "not for publication" in "What is not for publication".
const RE_PHRASE =
  /(?<=\s)(?:for (?:the )?(?:project )?team(?: only)?|(?:[a-z]+ ){1,2}only|not for [a-z]+(?: [a-z]+)?)(?=\s*[:：.!]?\s*$)/iu

function phraseAtEnd(text: string): readonly BlockPart[] {
  const { index: start, 0: words } = RE_PHRASE.exec(text.slice(-80)) ?? { index: -1, 0: '' }
  return start < 0 ? [] : [{ start: start + Math.max(0, text.length - 80), text: words }]
}

// Matches "Team only" in "Team only costs"; not "Staff only" of places.
const RE_PHRASE_FIRST =
  /^\s*(?!staff)((?:for (?:the )?(?:project )?team only|(?:[a-z]+ ){1,2}only|not for [a-z]+(?: [a-z]+)?))(?=\s+\p{L})/iu

function phraseAtStart(text: string): readonly BlockPart[] {
  const [all = '', words = ''] = RE_PHRASE_FIRST.exec(text.slice(0, 80)) ?? []
  return words === '' ? [] : [{ start: all.length - words.length, text: words }]
}

// Matches what leads to something that is still to be done: "TODO(jo): ", "FIXME ", "XXX: ".
const RE_TASK =
  /^\s*(?:@?to[ -]?do|fixme|xxx|hack|tbd|n\.?b\.?|note to (?:the )?(?:editors?|authors?|publishers?|web team)|editor['’]?s? note)(?![\p{L}\d])[ \t]*(?:\([^()\n]{1,30}\)|@[\w-]{1,30}|\[[^\]\n]{1,30}\])?[ \t]*[:：–—-]?[ \t]*(?=[^\s:])/iu

/** What is still to be done, to the end of its sentence. */
function taskOf(text: string): readonly BlockPart[] {
  const lead = RE_TASK.exec(text)?.[0]
  if (lead === undefined) return []
  const [said = ''] = text.slice(lead.length).split(/(?<!\btlp):|[.!?\n]/i)
  return said.trim() === '' ? [] : [{ start: lead.length, text: said.trimEnd(), isTask: true }]
}

// Matches "internal" in "Costs internal". Other languages describe with such words, and a secret is a thing.
const RE_WORD = /(?<=\s)(?:internal|confidential|embargoed)(?=\s?[:：.!]?$)/iu

function wordAtEnd(text: string): readonly BlockPart[] {
  const { index: start, 0: words } = RE_WORD.exec(text.trimEnd()) ?? { index: -1, 0: '' }
  return start < 0 || speaksOfIt(text.slice(0, start)) ? [] : [{ start, text: words }]
}

/** What stands behind the last comma: "Costs, internal". */
function lastOf(text: string): readonly BlockPart[] {
  const start = text.lastIndexOf(',') + 1
  return start > 0 ? partsOf(text.slice(start), start) : []
}

function partsOf(text: string, from: number): readonly BlockPart[] {
  const found: BlockPart[] = []
  let start = 0
  const push = (end: number): void => {
    const words = text.slice(start, end)
    const before = words.length - words.trimStart().length
    if (words.trim() !== '') found.push({ start: from + start + before, text: words.trim() })
  }
  for (const { index, 0: sign } of text.matchAll(RE_PARTS)) {
    push(index)
    start = index + sign.length
  }
  push(text.length)
  return found
}

/** The first two parts as one, since a marking may have a dash in it: "OFFICIAL – SENSITIVE: …". */
function joined(text: string): readonly BlockPart[] {
  const [first, second] = partsOf(text, 0)
  if (!first || !second) return []
  return [{ ...first, text: text.slice(first.start, second.start + second.text.length) }]
}

// Matches "TLP:RED" in "TLP:RED We leave", "CONFIDENTIAL" in "CONFIDENTIAL We leave", not in "SECRET ballots".
const RE_LOUD = /^\p{Lu}{2,}(?:[\s:-]+\p{Lu}{2,}){0,4}(?=\s+(?:\p{Lu}|\d))/u
// Matches the space before the last of these words.
const RE_LAST = /(?<![\s-])[\s-]+\p{Lu}+$/u

function loudStart(part: BlockPart): readonly BlockPart[] {
  const found: BlockPart[] = []
  let [text = ''] = RE_LOUD.exec(part.text) ?? []
  for (; text !== ''; text = RE_LAST.test(text) ? text.replace(RE_LAST, '') : '')
    found.push({ ...part, text })
  return found
}

/** What cells say of staff, users and systems too; not with another word: "Internal notes". */
const ADJECTIVES = new Set(['internal', 'intern', 'interne', 'interno', 'mewnol'])

const anySecrecy = (): boolean => true
const inCell: Segment['isMarker'] = (secrecy, text) =>
  secrecy.weight === 'marking' ||
  isLoud(text) ||
  (isExact(secrecy, text) && !ADJECTIVES.has(foldLetters(text.replace(/[|\d].*$/s, ''))))
const inWords: Segment['isMarker'] = ({ weight, means }, text) =>
  weight === 'marking' || (weight === 'inside' && means !== 'internal') || isLoud(text)
const inHeading: Segment['isMarker'] = ({ weight, how }, text) =>
  weight === 'marking' || how === 'exact' || isLoud(text)
const alone: Segment['isMarker'] = (secrecy, text) =>
  inWords(secrecy, text) || isExact(secrecy, text)
// An intern is a person too.
const inEntry: Segment['isMarker'] = (secrecy, text) =>
  inWords(secrecy, text) || (isExact(secrecy, text) && secrecy.means !== 'intern')
// What a list says that something is: "Confidential: nobody hears how you voted".
const QUALITIES = new Set(['confidential', 'secret', 'privileged', 'intern'])
const inEntryLabel: Segment['isMarker'] = (secrecy, text) =>
  inWords(secrecy, text) || (isExact(secrecy, text) && !QUALITIES.has(secrecy.means))
const inCapitals: Segment['isMarker'] = ({ weight }) => weight !== 'label'
const isExact: Segment['isMarker'] = ({ how, weight }) => how === 'exact' && weight !== 'label'

/** In capitals, as markings are: "CONFIDENTIAL". */
function isLoud(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}
