/** What `withdrawn` in `case.yaml` names, however it is written. */

import { scopedId, scopesOf } from '../graph/scopes.ts'
import type { Readers } from '../model/audience.ts'
import { keyOf, keysOfId } from '../model/ids.ts'
import { builtInKinds, type KindTable } from '../model/kinds.ts'
import { type Label, readLabel } from '../syntax/conventions/label.ts'

// Matches what stands around an id: "(3a)", "3a:", quotation marks.
const RE_AROUND = /^[\s("'“‘[]+|(?<![\s)"'”’\].:])[\s)"'”’\].:]+$/g
// Matches a key: "evidence-3a".
const RE_KEY = /^(.{1,60})-[^-]{1,20}$/

/** All keys that a name may mean: `Evidence 3a`, `(3a)`, `3 a`, `evidence-3a`; `[]` for what names nothing. */
export function withdrawnKeys(typed: string, kinds: KindTable): readonly string[] {
  const bare = typed.replace(RE_AROUND, '')
  const label = readLabel(`${bare}:`, kinds, true)
  const [, kind = ''] = RE_KEY.exec(bare.toLowerCase()) ?? []
  return [
    ...new Set([
      ...keysOfId(bare, kinds),
      ...keysOfId(bare.replace(/\s+/g, ''), kinds),
      ...(label ? [keyOf(label.kind, label.id, kinds)] : []),
      ...([...kinds.keys()].some((one) => one === kind) ? [bare.toLowerCase()] : []),
    ]),
  ]
}

/** What is asked of: an item, or an id of which nobody knows what it stands for. */
type Named = Pick<Label, 'id'> & Partial<Pick<Label, 'kind'>> & { readonly file?: string }

/** For whom; a list of names is read once for all items. */
type Withdrawing = Pick<Readers, 'withdrawn'> & Partial<Readers>

/**
 * Whether an item is withdrawn. People write ids as they like: `12C`, `r 1`. Where an id may mean several
 * items, it means them all, so that the right words are gone whichever it was. One with its document,
 * `payments: R1`, is withdrawn there; where nobody knows where it stood, and in earlier states, whose files
 * may have had other names, everywhere.
 */
export function isWithdrawn(item: Named, readers: Withdrawing): boolean {
  return withdrawalsOf(item, readers).length > 0
}

/** The places in `withdrawn`, from 0, of all names that mean an item; `[]` for one that is not withdrawn. */
export function withdrawalsOf(
  { id: written, kind, file }: Named,
  { withdrawn: ids = [], kinds = builtInKinds, isEarlier = false }: Withdrawing,
): readonly number[] {
  if (ids.length === 0) return []
  const { id, scope: of } = scopedId(written)
  const keys = kind === undefined ? keysOfId(id, kinds) : [keyOf(kind, id, kinds)]
  const isThere = (scope: string | undefined): boolean =>
    scope === undefined || isEarlier || file === undefined || scopesOf(file).includes(scope)
  const named = namesIn(ids, kinds)
  const found = [id.toLowerCase(), ...keys].flatMap((name) => named.get(name) ?? [])
  const meant = found.filter(
    ({ scope }) => (of === undefined || scope === undefined || of === scope) && isThere(scope),
  )
  return [...new Set(meant.map(({ index }) => index))]
}

/** What is withdrawn, by every id and key that means it. */
type Names = ReadonlyMap<string, readonly { readonly index: number; readonly scope?: string }[]>

/** A case has one list, and asks for each of its items. */
const known = new WeakMap<readonly string[], WeakMap<KindTable, Names>>()

function namesIn(ids: readonly string[], kinds: KindTable): Names {
  const ofKinds = known.get(ids) ?? new WeakMap<KindTable, Names>()
  known.set(ids, ofKinds)
  const names = ofKinds.get(kinds) ?? readNames(ids, kinds)
  ofKinds.set(kinds, names)
  return names
}

function readNames(ids: readonly string[], kinds: KindTable): Names {
  const rows = ids.flatMap((written, index) => {
    const { id, scope } = scopedId(written)
    const row = { index, ...(scope === undefined ? {} : { scope }) }
    const names = new Set([id.toLowerCase(), ...withdrawnKeys(id, kinds)])
    return [...names].map((name) => ({ name, row }))
  })
  const groups = Map.groupBy(rows, ({ name }) => name)
  return new Map([...groups].map(([name, all]) => [name, all.map(({ row }) => row)]))
}
