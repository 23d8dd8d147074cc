/** Receipts: what was shown to somebody on a day, kept as a file in the case folder. */

import { z } from 'zod'
import { markerInName } from '../audience/aside-markers.ts'
import { markersIn } from '../audience/markers.ts'
import { isWithdrawn } from '../audience/withdrawn-ids.ts'
import { findingOf } from '../findings/finding-of.ts'
import type { CaseJson } from '../model/case-json.ts'
import type { CaseChallenge } from '../model/feedback.ts'
import type { Finding } from '../model/finding.ts'
import type { Kind } from '../model/kinds.ts'
import { builtInKinds } from '../model/kinds.ts'
import { placesInYaml, readYaml } from '../settings/yaml.ts'
import { parseJson } from '../text/json.ts'
import { shorten } from '../text/phrases.ts'

/** Folder of receipts in the case folder. */
const RECEIPTS = 'receipts'

/** What stands where words were withdrawn. */
const WITHDRAWN = 'Withdrawn'

const pdf = z.strictObject({
  /** Below the folder of handouts, with forward slashes: `sponsor-5/deck.pdf`. */
  file: z.string().min(1),
  /** Of its bytes, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const item = z.looseObject({
  key: z.string(),
  kind: z.string(),
  id: z.string(),
  text: z.string(),
  place: z.looseObject({ file: z.string() }).optional(),
})

const parts = z.array(z.looseObject({}))

const text = z.string().default('')

const challenge = z.looseObject({
  key: z.string(),
  words: z.string(),
  ...{ sort: text, state: text, owner: text, due: text },
})

/** `receipts/NAME.json`. What is in `case` beside this is as in `case.json`, whose shape it has. */
const receiptSchema = z.strictObject({
  schema: z.literal(1),
  /** What it was shown for: `Sponsor meeting 3 March`. */
  name: z.string().trim().min(1),
  /** On which the receipt was made. */
  day: z.iso.date(),
  /** The full id of the last commit that changed the case. */
  commit: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  /** What the state was called in the outputs. */
  version: z.string().min(1).optional(),
  /** The case as everyone could read it, with its findings. */
  case: z.looseObject({
    schema: z.literal(1),
    title: z.string(),
    sections: parts,
    items: z.array(item),
    links: parts,
    gaps: parts,
    /** Absent from those that were made before a case had any. */
    challenges: z.array(challenge).optional(),
    findings: z.array(z.looseObject({ check: text, message: text })),
  }),
  /** The handouts as they were built. */
  pdfs: z.array(pdf),
})

/** A receipt as it is read: whoever wrote the file, its words are data and no markup. */
export type Receipt = z.infer<typeof receiptSchema> & {
  /** Relative to the case folder. */
  readonly file: string
}

/** A receipt as it is written. */
export interface NewReceipt extends Omit<z.infer<typeof receiptSchema>, 'case' | 'version'> {
  readonly version?: string
  readonly case: CaseJson
}

/** A moment from which a reader may ask what changed. */
interface StartingPoint {
  /** `Sponsor meeting 3 March`. */
  readonly name: string
  /** ISO date. */
  readonly day: string
  /** The full id. */
  readonly commit: string
  /** Name of its file without the ending: unique in the case, and fit for an address. */
  readonly slug: string
}

/** Reads a receipt; faults are findings, and then there is none. */
export function readReceipt(
  text: string,
  file: string,
): { readonly receipt?: Receipt; readonly findings: readonly Finding[] } {
  const parsed = receiptSchema.safeParse(parseJson(text))
  if (parsed.success) return { receipt: { ...parsed.data, file }, findings: [] }
  // JSON is YAML too, whose reader knows the place of each fault.
  const { findings } = readYaml(text, receiptSchema, { file, line: 1 })
  return { findings: findings.length > 0 ? findings : [noJson(file)] }
}

/** Receipts as moments, the latest first; of one day by name. */
export function pointsOf(
  receipts: readonly Pick<Receipt, 'name' | 'day' | 'commit' | 'file'>[],
): readonly StartingPoint[] {
  return receipts
    .map(({ name, day, commit, file }) => ({ name, day, commit, slug: slugOfFile(file) }))
    .toSorted((a, b) => (a.day === b.day ? compare(a.slug, b.slug) : compare(b.day, a.day)))
}

/** Finds words in a receipt that were withdrawn later: the receipt still has them, and so has git. */
export function withdrawnIn(
  receipt: Receipt,
  text: string,
  withdrawn: readonly string[],
): readonly Finding[] {
  const held = receipt.case.items.flatMap(({ id, kind, place, text: words, parts }, index) =>
    isWithdrawn(
      {
        id,
        kind: kind as Kind /* as the build of then wrote it */,
        ...(place ? { file: place.file } : {}),
      },
      { withdrawn },
    ) &&
    (words !== WITHDRAWN || parts)
      ? [{ id, kind, index }]
      : [],
  )
  if (held.length === 0) return []
  const placeOf = placesInYaml(text, receipt.file)
  return held.map(({ id, kind, index }) =>
    findingOf('withdrawn-in-receipt', {
      message: `Unexpected words of withdrawn ${kind} ${id} in a receipt, expected them nowhere: write "text": "${WITHDRAWN}" there, and take them out of its parts and its findings too`,
      place: placeOf(['case', 'items', index, 'text']),
    }),
  )
}

/**
 * Finds questions in a receipt that everybody was told then, and nobody is now, or in other words: the team
 * has taken them back, keeps them inside, or has taken something out of them.
 *
 * @param told those that everybody is told now
 */
export function takenBackIn(
  receipt: Receipt,
  text: string,
  told: readonly Pick<CaseChallenge, 'key' | 'words'>[],
): readonly Finding[] {
  const wordsNow = new Map(told.map(({ key, words }) => [key, words]))
  const { challenges = [], findings } = receipt.case
  const held = challenges.flatMap(({ key, words, sort, state, owner, due }, index) => {
    const now = wordsNow.get(key)
    const at = ['case', 'challenges', index, 'words']
    if (now !== undefined)
      return sort === 'question' && words !== now ? [{ at, message: REWORDED }] : []
    const isOut = [words, state].every((one) => one === WITHDRAWN) && !owner && !due
    return isOut ? [] : [{ at, message: TAKEN_BACK }]
  })
  // What was promised stands in the findings of then.
  const said = new Set(told.map(({ words }) => shorten(words)))
  const promised = findings.flatMap(({ check, message }, index) => {
    const words = check === 'taken-away' ? RE_PROMISED.exec(message)?.[1] : undefined
    const at = ['case', 'findings', index, 'message']
    return words === undefined || said.has(words) ? [] : [{ at, message: PROMISED }]
  })
  const all = [...held, ...promised]
  if (all.length === 0) return []
  const placeOf = placesInYaml(text, receipt.file)
  return all.map(({ at, message }) =>
    findingOf('withdrawn-in-receipt', { message, place: placeOf(at) }),
  )
}

const TAKEN_BACK = `Unexpected words of a question in a receipt, which everybody is told no longer, expected them nowhere: write "${WITHDRAWN}" as its "words" and its "state", and take "owner" and "due" out`
const REWORDED =
  'Unexpected words of a question in a receipt, which has other words now, expected those of now: write them there too'
const PROMISED =
  'Unexpected words of a question in a finding of a receipt, which nobody is told now, expected them nowhere: take the finding out'

// Matches what the check `taken-away` says of a question; the group is its words.
const RE_PROMISED = /^Unexpected (?:a question|\S+) without an answer, expected one to "(.*)", /

/** An error for each receipt whose name says "internal": readers find it among the days to count from. */
export function markedReceipts(
  receipts: readonly Pick<Receipt, 'file' | 'name'>[],
): readonly Finding[] {
  return receipts.flatMap(({ file, name }) => {
    const [found] = markersIn(`# ${name}`, { kinds: builtInKinds })
    const words = found?.words ?? markerInName(file)
    if (words === undefined) return []
    return findingOf('seems-internal', {
      message: `Unexpected "${words}" in the name of a receipt, which keeps nothing inside, expected other words in its "name" and in the name of its file`,
      place: { file },
    })
  })
}

// Matches "receipts/sponsor-meeting-3-march.json".
const RE_FILE = /^receipts\/([^/]+)\.json$/

/** Whether a file of the case folder is a receipt. */
export function isReceipt(file: string): boolean {
  return RE_FILE.test(file)
}

/** `Sponsor meeting 3 March` → `receipts/sponsor-meeting-3-march.json`; undefined without letters. */
export function receiptFile(name: string): string | undefined {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .match(/[a-z0-9]+/g)
    ?.join('-')
    .slice(0, LONGEST)
  return slug && `${RECEIPTS}/${slug.replace(/-$/, '')}.json`
}

/** Letters in the name of a file. */
const LONGEST = 80

function slugOfFile(file: string): string {
  return RE_FILE.exec(file)?.[1] ?? file
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function noJson(file: string): Finding {
  const message = 'Unexpected content, expected JSON as the command "receipt" writes it'
  return findingOf('off-schema', { message, place: { file, line: 1, column: 1 } })
}
