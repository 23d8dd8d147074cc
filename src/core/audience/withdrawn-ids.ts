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

/**
 * People write ids as they like: `12C`, `r 1`. Where an id may mean several items, it means them all, so
 * that the right words are gone whichever it was. One with its document, `payments: R1`, is withdrawn
 * there; where nobody knows where it stood, and in earlier states, whose files may have had other names,
 * everywhere.
 */
export function isWithdrawn(
  item: Pick<Label, 'id'> & Partial<Pick<Label, 'kind'>> & { readonly file?: string },
  {
    withdrawn: ids = [],
    kinds = builtInKinds,
    isEarlier = false,
  }: Pick<Readers, 'withdrawn'> & Partial<Readers>,
): boolean {
  if (ids.length === 0) return false
  const ofKinds = known.get(ids) ?? new WeakMap<KindTable, readonly Withdrawn[]>()
  known.set(ids, ofKinds)
  const all = ofKinds.get(kinds) ?? ids.map((one) => withdrawnOf(one, kinds))
  ofKinds.set(kinds, all)
  const { kind, file } = item
  const { id, scope: of } = scopedId(item.id)
  const keys = kind === undefined ? keysOfId(id, kinds) : [keyOf(kind, id, kinds)]
  const isThere = (scope: string | undefined): boolean =>
    scope === undefined || isEarlier || file === undefined || scopesOf(file).includes(scope)
  return all.some(
    (one) =>
      (one.id === id.toLowerCase() || keys.some((key) => one.keys.has(key))) &&
      (of === undefined || one.scope === undefined || of === one.scope) &&
      isThere(one.scope),
  )
}

/** A case has one list, and asks for each of its items. */
const known = new WeakMap<readonly string[], WeakMap<KindTable, readonly Withdrawn[]>>()

interface Withdrawn {
  readonly id: string
  readonly keys: ReadonlySet<string>
  readonly scope?: string | undefined
}

function withdrawnOf(written: string, kinds: KindTable): Withdrawn {
  const { id, scope } = scopedId(written)
  return { id: id.toLowerCase(), keys: new Set(withdrawnKeys(id, kinds)), scope }
}
