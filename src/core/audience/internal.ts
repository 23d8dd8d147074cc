/** What a public case knows of what stays inside: names without words, so that it can keep them out. */

import { buildGraph, type Graph } from '../graph/index.ts'
import { keyNamed } from '../graph/named.ts'
import { scopedId } from '../graph/scopes.ts'
import type { Inside, Outside } from '../model/assembled.ts'
import type { Item, Place } from '../model/case.ts'
import { keysOfId } from '../model/ids.ts'
import type { KindTable } from '../model/kinds.ts'
import type { Settings } from '../settings/case-yaml.ts'
import { tableOf } from '../settings/values.ts'
import type { Document } from '../syntax/conventions/index.ts'
import { withdrawnKeys } from './withdrawn-ids.ts'

export const nothingInside: Inside = { names: new Set(), bases: new Set(), citations: [] }

/**
 * The graph of what is shown, in which items keep the numbers that they have in the whole case, and
 * what the whole case has beside it.
 *
 * @param shown the files for everyone
 * @param all the same and more, at the same places
 */
export function graphOfShown(
  shown: readonly Document[],
  all: readonly Document[],
  settings: Settings,
): { readonly graph: Graph; readonly inside: Inside } {
  const whole = buildGraph(all, settings)
  const graph = buildGraph(shown, settings, whole)
  const names = namesInside(graph, whole)
  for (const { file } of all) if (!shown.some((one) => one.file === file)) names.add(file)
  const citations = shown
    .flatMap((document) => document.citations)
    .flatMap((citation) =>
      citation.ids.flatMap((id, index) => {
        const key = whole.citedIds.get(citation.at)?.[index] ?? ''
        const kind = names.has(key) ? whole.items.get(key)?.kind : undefined
        return kind ? [{ id, kind, citation }] : []
      }),
    )
  return { graph, inside: { names, citations, bases: basesInside(whole, names) } }
}

/** The keys that items inside would have if no other had their id. */
function basesInside({ byBase }: Graph, names: ReadonlySet<string>): ReadonlySet<string> {
  const isHidden = ({ key }: Pick<Item, 'key'>) => names.has(key)
  return new Set([...byBase].flatMap(([base, items]) => (items.some(isHidden) ? [base] : [])))
}

/** The settings without addresses that lead to what stays inside, since an address would tell of it. */
export function settingsOfShown(settings: Settings, { names }: Inside): Settings {
  if (names.size === 0) return settings
  const shown = (leads: Settings['links']) =>
    tableOf(Object.fromEntries(Object.entries(leads).filter(([, to]) => !names.has(to))))
  const routes = Object.entries(settings.routes).filter(
    ([, { sections }]) => !sections?.every((key) => names.has(key)),
  )
  return {
    ...settings,
    links: shown(settings.links),
    aliases: shown(settings.aliases),
    routes: Object.fromEntries(routes),
  }
}

/** A file whose front matter no longer names what stays inside or was withdrawn. */
export function documentOfShown(document: Document, isShown: (name: string) => boolean): Document {
  const { strength, priority } = document
  const kept = <Value>(by: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(by).filter(([name]) => isShown(name)))
  return {
    ...document,
    ...(typeof strength === 'object' ? { strength: kept(strength) } : {}),
    ...(typeof priority === 'object' ? { priority: kept(priority) } : {}),
  }
}

/** Whether a key, or an id as authors cite it, stays inside. */
export function isInside(name: string, { names, bases }: Inside, kinds: KindTable): boolean {
  const keys = keysOfId(scopedId(name).id, kinds)
  return names.has(name) || keys.some((key) => names.has(key) || bases.has(key))
}

/** Earlier addresses without those of what stays inside now, and without words that were withdrawn. */
export function pastOfShown(
  { past }: Outside,
  { names }: Inside,
  { withdrawn, kinds }: Settings,
): Pick<Outside, 'past'> {
  if (!past) return {}
  const gone = withdrawn.flatMap((id) => withdrawnKeys(scopedId(id).id, kinds))
  const isGone = (key: string) => gone.some((one) => key === one || key.startsWith(`${one}-`))
  return {
    past: past
      .filter(({ key }) => !names.has(key))
      .map((one) => (isGone(one.key) ? { ...one, text: 'Withdrawn' } : one)),
  }
}

/** Decisions of now that are to be affirmed, without what stays inside. */
export function staleOfShown(
  { stale }: Outside,
  { names }: Inside,
  graph: Graph,
  { affirmed }: Pick<Settings, 'affirmed'>,
): Pick<Outside, 'stale'> {
  if (!stale) return {}
  // What names a document needs the case to be read.
  const days = new Map(Object.entries(affirmed).map(([id, day]) => [keyNamed(id, graph), day]))
  const shown = stale
    .filter(({ decision }) => graph.items.has(decision))
    .map((one) => ({
      ...one,
      evidence: one.evidence.filter(
        ({ evidence, date }) =>
          !names.has(evidence.key) && date.slice(0, 10) > (days.get(one.decision) ?? ''),
      ),
    }))
  return { stale: shown.filter(({ evidence }) => evidence.length > 0) }
}

function namesInside(shown: Graph, whole: Graph): Set<string> {
  const parts = ({ case: { items, sections } }: Graph) => [...items, ...sections]
  const shownParts = parts(shown)
  const places = new Set(shownParts.map(({ place }) => spell(place)))
  const keys = new Set(shownParts.map(({ key }) => key))
  const hidden = parts(whole).filter(
    ({ key, place }) => !places.has(spell(place)) && !keys.has(key),
  )
  return new Set(hidden.map(({ key }) => key))
}

function spell({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}
