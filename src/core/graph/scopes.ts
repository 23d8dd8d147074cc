/**
 * Which of several items with one id is meant. Each document is a scope of its own, and so is each folder:
 * what stands nearest is meant, and `payments: R1` names one from anywhere.
 */
import { plainPath } from '../addresses/paths.ts'
import type { Item, Section } from '../model/case.ts'
import { keyOf, schemeOf } from '../model/ids.ts'
import type { Kind, KindTable } from '../model/kinds.ts'
import { sectionsAround } from './around.ts'
import { slugOf } from './slug.ts'

/** Matches the scope in front of an id: "payments: R1", "Refunds project: Option 2". */
const RE_SCOPE = /^\s*([\p{L}\p{N}][^:;,()[\]]{0,59}?)\s*[:：]\s*(?=\S)/u

/** An id with the scope in front of it, where there is one. */
interface ScopedId {
  readonly id: string
  /** As a slug. */
  readonly scope?: string
}

/** `payments: R1` → R1 of `payments`. */
export function scopedId(written: string): ScopedId {
  const { before, id } = scopeBefore(written)
  return before === undefined ? { id } : { id, scope: slugOf(before) }
}

/** The same, with the scope as it is written. */
export function scopeBefore(written: string): { readonly id: string; readonly before?: string } {
  const [whole = '', before] = RE_SCOPE.exec(written) ?? []
  const id = written.slice(whole.length).trim()
  return before === undefined ? { id } : { id, before }
}

/** As authors name an item that others share their id with: `payments: R1`. */
export function citedAs({ id, scope }: Pick<Item, 'id' | 'scope'>): string {
  return scope === undefined ? id : `${scope}: ${id}`
}

/** What a file and the folders around it may be called, outermost first. */
export function scopesOf(file: string): readonly string[] {
  const parts = plainPath(file).split('/')
  return [...new Set([...parts, parts.join('/')].map(slugOf))]
}

/** The name that tells a file from others: of the outermost folder that they do not share. */
export function scopeAmong(file: string, others: readonly string[]): string {
  const taken = new Set(others.filter((other) => other !== file).flatMap(scopesOf))
  const own = scopesOf(file)
  return own.find((name) => !taken.has(name)) ?? own.at(-1) ?? slugOf(file)
}

/** Items by what their ids say: `risk-1` for R1 and R-01 of every document. */
export interface Namesakes {
  readonly byBase: ReadonlyMap<string, readonly Item[]>
  readonly kinds: KindTable
  /** The sections around an item may name it too. */
  readonly sections: ReadonlyMap<string, Section>
}

/** From where an id is read; without a file all are as near. */
interface ReadFrom {
  readonly file?: string | undefined
  readonly scope?: string | undefined
}

/** The items that an id of a kind may mean: one, several that are as near, or none. */
export function itemsMeant(
  { kind, id }: { readonly kind: Kind; readonly id: string },
  { file, scope }: ReadFrom,
  { byBase, kinds, sections }: Namesakes,
): readonly Item[] {
  const all = (byBase.get(keyOf(kind, id, kinds)) ?? []).filter(
    (item) => scope === undefined || namesOf(item, sections).includes(scope),
  )
  const scheme = schemeOf(kind, id, kinds)
  const same = all.filter((item) => schemeOf(kind, item.id, kinds) === scheme)
  const spelt = same.length > 0 ? same : all
  if (file === undefined || spelt.length < 2) return spelt
  const near = spelt.map((item) => nearness(file, item.place.file))
  return spelt.filter((_, index) => near[index] === Math.max(...near))
}

/** Names of scopes that some item has. */
export function scopeNames({ byBase, sections }: Namesakes): ReadonlySet<string> {
  return new Set([...byBase.values()].flat().flatMap((item) => namesOf(item, sections)))
}

function namesOf(item: Item, sections: Namesakes['sections']): readonly string[] {
  const titles = sectionsAround(item.section, sections).map(({ title }) => slugOf(title))
  return [...scopesOf(item.place.file), ...titles]
}

/** How near one file is to another: itself, then one in the same folder, then one below the same. */
function nearness(from: string, to: string): number {
  if (from === to) return Number.MAX_SAFE_INTEGER
  const [own, other] = [from, to].map((file) => file.split('/').slice(0, -1)) as [
    string[],
    string[],
  ]
  const parting = own.findIndex((part, index) => part !== other[index])
  const common = parting < 0 ? own.length : parting
  return common * 2 + (other.length === common ? 1 : 0)
}
