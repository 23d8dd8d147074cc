/** Numbers in sentences that cite an estimate, and say something else than it comes to. */
import { ledgerOf } from '../appraisal/index.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { quantitiesIn, type ToldQuantity } from '../estimates/quantities.ts'
import { agrees, forItsPeriod, inItsManner, isOfUnit } from '../estimates/retold.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Found } from '../model/finding.ts'
import { keyOfId } from '../model/ids.ts'
import type { Check } from './shared/check.ts'
import { type Passage, passagesOf, placeIn, sentencesIn } from './shared/passage.ts'

// Matches "(EST3)", "(1a, EST3)", "(payments: EST3)".
const RE_CITES = /\((?:draft:\s*)?[^()]*?\bEST-?\d{1,5}[^()]*\)/gi
const RE_IDS = /\bEST-?\d{1,5}\b/gi

export const driftedFigure: Check = (checked) => {
  const ledger = ledgerOf(checked)
  if (!ledger) return []
  const entries = new Map(ledger.estimates.map((entry) => [entry.key, entry]))
  return passagesOf(checked).flatMap((passage) =>
    sentencesIn(passage).flatMap(({ index, text }) => {
      let from = 0
      return [...text.matchAll(RE_CITES)].flatMap((cited): readonly Found[] => {
        const told = text.slice(from, cited.index)
        const start = index + from
        from = cited.index + cited[0].length
        const cites = citedBy(cited[0], { passage, index: index + cited.index }, checked)
        const found = driftIn(
          told,
          cites.flatMap((key) => entries.get(key) ?? []),
        )
        return found ? [foundAt(found, { passage, start })] : []
      })
    }),
  )
}

interface At {
  readonly passage: Passage
  /** In the passage. */
  readonly index: number
}

/** Keys of what a citation cites. */
function citedBy(cited: string, { passage, index }: At, { graph }: Checkable): readonly string[] {
  const { file, line, column } = placeIn(passage, index, cited.length)
  const known = graph.cited.get(`${file}:${line}:${column}`)
  if (known) return known
  return [...cited.matchAll(RE_IDS)].flatMap(([id]) => keyOfId(id, graph.kinds) ?? [])
}

interface Drift {
  readonly quantity: ToldQuantity
  readonly entry: LedgerEntry
}

/** The last number before a citation that should be the estimate's and is not; of several, one has to agree. */
function driftIn(told: string, cited: readonly LedgerEntry[]): Drift | undefined {
  const quantities = quantitiesIn(told)
  const all = cited
    .filter(({ value }) => value)
    .flatMap((entry) =>
      quantities.map((quantity) => ({ quantity: forItsPeriod(quantity, entry), entry })),
    )
  const sure = all.filter(({ quantity, entry }) => isOfUnit(quantity, entry))
  // "about a million (EST3)" of money, where nothing else is told.
  const pairs = sure.length > 0 ? sure : all.filter(({ quantity }) => isBareAndLarge(quantity))
  if (pairs.some(({ quantity, entry }) => agrees(quantity, entry))) return undefined
  return pairs.at(-1)
}

/** `a million`, of which nobody says what it counts. */
function isBareAndLarge({ unit, isShare, text }: ToldQuantity): boolean {
  return !isShare && unit.over.length + unit.under.length === 0 && /\p{L}$/u.test(text)
}

function foundAt(
  { quantity, entry }: Drift,
  { passage, start }: { readonly passage: Passage; readonly start: number },
): Found {
  const { text } = quantity
  const right = inItsManner(quantity, entry)
  const at = start + quantity.index + Math.max(0, quantity.lead)
  return {
    message: `Unexpected "${text}" for ${entry.id}, expected "${right}", which it comes to`,
    mend: `Write "${right}" in place of "${text}": that is what ${entry.id} comes to. "check --fix" writes it`,
    place: placeIn(passage, at, text.length),
    instead: { words: text, by: right },
  }
}
