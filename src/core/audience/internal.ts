/** What a public case knows of what stays inside: names without words, so that it can keep them out. */

import { buildGraph, type Graph } from '../graph/index.ts'
import type { Inside, Outside } from '../model/assembled.ts'
import type { Place } from '../model/case.ts'
import { keyOf, keysOfId } from '../model/ids.ts'
import type { KindTable } from '../model/kinds.ts'
import type { Settings } from '../settings/case-yaml.ts'
import { tableOf } from '../settings/values.ts'
import type { Document } from '../syntax/conventions/index.ts'
import { withdrawnKeys } from './withdrawn-keys.ts'

export const nothingInside: Inside = { names: new Set(), citations: [] }

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
  const { kinds } = settings
  const whole = buildGraph(all, settings)
  const byOrder = whole.case.items.filter((item) => item.byOrder)
  const ids = new Map(byOrder.map(({ place, id }) => [spell(place), id] as const))
  const graph = buildGraph(shown, settings, ids)
  const names = namesInside(graph, whole)
  for (const { file } of all) if (!shown.some((one) => one.file === file)) names.add(file)
  const citations = shown
    .flatMap((document) => document.citations)
    .flatMap((citation) => {
      const keys = new Set(whole.cited.get(citation.at))
      return citation.ids.flatMap((id) => {
        const key = keysOfId(id, kinds).find((one) => keys.has(one) && names.has(one))
        const kind = whole.items.get(key ?? '')?.kind
        return kind ? [{ id, kind, citation }] : []
      })
    })
  const undefinedIds = graph.undefinedIds.filter(
    ({ kind, id }) => !names.has(keyOf(kind, id, kinds)),
  )
  return { graph: { ...graph, undefinedIds }, inside: { names, citations } }
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
export function isInside(name: string, { names }: Inside, kinds: KindTable): boolean {
  return names.has(name) || keysOfId(name, kinds).some((key) => names.has(key))
}

/** Earlier addresses without those of what stays inside now, and without words that were withdrawn. */
export function pastOfShown(
  { past }: Outside,
  { names }: Inside,
  { withdrawn, kinds }: Settings,
): Pick<Outside, 'past'> {
  if (!past) return {}
  const gone = new Set(withdrawn.flatMap((id) => withdrawnKeys(id, kinds)))
  return {
    past: past
      .filter(({ key }) => !names.has(key))
      .map((one) => (gone.has(one.key) ? { ...one, text: 'Withdrawn' } : one)),
  }
}

/** Decisions of now that are to be affirmed, without what stays inside. */
export function staleOfShown(
  { stale }: Outside,
  { names }: Inside,
  { items }: Graph,
): Pick<Outside, 'stale'> {
  if (!stale) return {}
  const shown = stale
    .filter(({ decision }) => items.has(decision))
    .map((one) => ({
      ...one,
      evidence: one.evidence.filter(({ evidence }) => !names.has(evidence.key)),
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
