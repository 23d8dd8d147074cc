/** Labels and headings that name items but for a letter, for the number, or for an "s". */
import type { Checkable } from '../../model/assembled.ts'
import { codeIn, kindsOfLetters, nameOf } from '../../model/ids.ts'
import { has, isLike, type Kind, type KindRow, rowOf } from '../../model/kinds.ts'
import { titleForms } from '../../syntax/conventions/heading.ts'
import { allBlocks } from '../../syntax/conventions/index.ts'
import { distance } from '../../text/nearest.ts'
import { freeId } from './free-id.ts'
import { linesOf, type Near, type NearLine } from './near-line.ts'
import type { Passage } from './passage.ts'

/**
 * Returns what reads the passages of a case, one after the other; `next` is the passage behind the one that
 * is read.
 */
export function nearLabels(
  checked: Checkable,
): (passage: Passage, next?: Passage) => Near | undefined {
  const { graph, documents } = checked
  const rows = [...graph.kinds].reverse()
  // The parts of a decision record are called "Decision:" and "Risks:".
  const inRecords = new Set(
    documents
      .flatMap(({ blocks }) => [...allBlocks(blocks)])
      .flatMap((one) => (one.type === 'item' && one.record ? [...allBlocks(one.blocks)] : []))
      .map(({ at }) => at),
  )
  const taken = new Set<string>()
  let decision = '1'

  const idFor = (kind: Kind, typed: string): string => {
    const { prefix, shape } = rowOf(kind, graph.kinds)
    if (shape.test(prefix + typed)) return prefix + typed
    const code = codeIn(typed)
    if (code && kindsOfLetters(code.letters, graph.kinds).includes(kind)) return typed
    const number = /^\d+$/.test(typed) ? typed : decision
    const id = isLike(kind, 'evidence', graph.kinds) ? `${number}a` : `${prefix}1`
    const free = freeId({ kind, id }, graph, taken)
    taken.add(free)
    return free
  }

  const labelIn = (
    line: NearLine,
    { block, written }: Passage,
    isFirst: boolean,
  ): Near | undefined => {
    const [label = '', name = '', typed, bracket, end = ''] = RE_LABEL.exec(line.words) ?? []
    const isColon = /[:：]/.test(end)
    if (label === '' || (!isColon && (!isFirst || typed === undefined))) return undefined
    if (end === '' && block.type !== 'heading') return undefined
    const kind = kindMeant(name, rows, typed !== undefined)
    if (kind === undefined) return undefined
    const rest = line.words.slice(label.length).trim()
    const from = line.index
    // "[Evidence](#evidence): how strong it is" leads somewhere.
    if (written.slice(from, from + label.length).includes('](')) return undefined
    // Any sort of thing may stand behind "Action:"; what carries the case has a number.
    const isGround = has(kind, 'ground', graph.kinds) && /^\p{Lu}/u.test(name)
    if (typed === undefined && !(isGround && isLabel(block, rest, isFirst))) return undefined
    const words = label.trimEnd()
    const id = idFor(kind, typed ?? '')
    const mend = `${nameOf({ kind, id }, graph.kinds)}${bracket ? ` ${bracket}` : ''}${end && ':'}`
    return { index: from, words, what: 'label', mend: [mend] }
  }

  /** Whether words behind a name alone are those of an item. */
  const isLabel = (block: Passage['block'], rest: string, isFirst: boolean): boolean =>
    !inRecords.has(block.at) &&
    block.type !== 'heading' &&
    (isFirst || block.type === 'item') &&
    /\S\s+\S/.test(rest)

  return (passage, next) => {
    const { block, text } = passage
    if (block.type === 'item' && isLike(block.kind, 'decision', graph.kinds))
      decision = block.id ?? decision
    if (!LABELLED.has(block.type)) return undefined
    const lines = linesOf(text)
    const [first] = lines
    if (block.type === 'heading' && !block.kind && first && leadsToList(next)) {
      const plural = headingMeant(block.title, rows)
      const mend = `${'#'.repeat(block.level)} ${plural}`
      if (plural) return { ...first, what: 'heading of items', mend: [mend] }
    }
    for (const line of lines) {
      const isFirst = line === first
      const near = isFirst && block.type === 'item' ? undefined : labelIn(line, passage, isFirst)
      if (near) return near
    }
    return undefined
  }
}

const LABELLED = new Set(['prose', 'lead-in', 'entry', 'heading', 'item'])

// Matches "Decison 2:", "Evidence:", "Sucess factor 1 (draft) –", "Decision2. ", "Risc R-1:".
const RE_LABEL =
  /^(?:critical\s|key\s)?(\p{L}{3,20}(?:\s{1,2}\p{L}{3,20}){0,2}?)(?:\s{0,3}(?:#\s?)?(\d{1,3}[a-z]{0,2}|[A-Z]{1,4}-?\d{1,3}))?\s{0,6}(\([^()]{0,200}\))?\s{0,6}([:：]|\s[-–—](?=\s)|\.(?=\s)|$)/iu

type Rows = readonly (readonly [Kind, KindRow])[]

function namesOf({ label, names }: KindRow): readonly string[] {
  return [label, ...names].map((name) => name.toLowerCase())
}

/** The kind that a word names, or that it names but for a letter. */
function kindMeant(word: string, rows: Rows, orNearly: boolean): Kind | undefined {
  const plain = word.toLowerCase().replace(/\s+/g, ' ')
  const [kind] =
    rows.find(([, row]) => namesOf(row).includes(plain)) ??
    rows.find(([, row]) => orNearly && namesOf(row).some((name) => isSlip(plain, name))) ??
    []
  return kind
}

/** The heading that one in the singular, or one with a slip in it, was meant to be: `Objectives`. */
function headingMeant(title: string, rows: Rows): string | undefined {
  const forms = titleForms(title)
  const heading = rows
    .flatMap(([, { headings }]) => headings)
    .find((one) => {
      const single = one.replace(/ies$/, 'y').replace(/s$/, '')
      return forms.some((form) => form === single || isSlip(form, one) || isSlip(form, single))
    })
  return heading && heading.charAt(0).toUpperCase() + heading.slice(1)
}

function leadsToList(next: Passage | undefined): boolean {
  return next?.block.type === 'entry'
}

/** Words that are as near to the name of a kind as a slip is. */
const OTHERS = new Set(['auction', 'faction', 'potion', 'caption', 'measured'])

/** Whether a word is another one but for a letter, for two that changed places, or, of a long one, for two. */
function isSlip(word: string, meant: string): boolean {
  if (word === `${meant}s`) return true
  if (meant.length < 6 || word === meant || OTHERS.has(word)) return false
  if (Math.abs(word.length - meant.length) > 2) return false
  const cost = distance(word, meant, true)
  const sorted = (one: string): string => [...one].sort().join('')
  if (cost <= 1) return true
  return cost === 2 && (meant.length >= 10 || sorted(word) === sorted(meant))
}
