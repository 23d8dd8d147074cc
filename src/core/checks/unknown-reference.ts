/** Names in `case.yaml` that lead nowhere. */
import { plainPath } from '../addresses/paths.ts'
import { isInside } from '../audience/internal.ts'
import { withdrawnItems } from '../audience/withdrawn.ts'
import { withdrawnKeys } from '../audience/withdrawn-ids.ts'
import { findingIds } from '../findings/catalogue.ts'
import { whereaboutsOf } from '../findings/unused-acceptance.ts'
import { itemsLike } from '../graph/items.ts'
import { keyNamed } from '../graph/named.ts'
import { citedAs, scopedId } from '../graph/scopes.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import type { Found } from '../model/finding.ts'
import { nameOf } from '../model/ids.ts'
import { placeInFrontMatter } from '../settings/front-matter.ts'
import { placesInYaml } from '../settings/yaml.ts'
import { listed } from '../text/listed.ts'
import { nearest } from '../text/nearest.ts'
import { oneOf, spell } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const unknownReference: Check = (checked) => {
  const { links, aliases, severities, accept, routes } = checked.settings
  const names: readonly Names[] = [
    { field: 'links', known: keysOf(checked), names: Object.entries(links).map(byName) },
    { field: 'aliases', known: keysOf(checked), names: Object.entries(aliases).map(byName) },
    {
      field: 'severities',
      known: findingIds,
      names: Object.keys(severities).map((id) => ({ path: [id], target: id })),
    },
    {
      field: 'accept',
      known: findingIds,
      names: accept.map(({ check }, index) => ({ path: [index, 'check'], target: check })),
    },
    {
      field: 'accept',
      known: whereaboutsOf(checked),
      names: accept.flatMap(({ where }, index) =>
        where === undefined || keyNamed(where, checked.graph)
          ? []
          : [{ path: [index, 'where'], target: where }],
      ),
    },
    {
      field: 'routes',
      known: partsOf(checked),
      names: Object.entries(routes).flatMap(([name, { sections = [] }]) =>
        sections.map((target, index) => ({ path: [name, 'sections', index], target })),
      ),
    },
    { field: 'economics', ...appraisals(checked) },
    { field: 'order', ...ordering(checked) },
    { field: 'affirmed', ...affirmations(checked) },
    { field: 'withdrawn', ...withdrawals(checked) },
  ]
  return [
    ...names.flatMap((some) => unknown(some, checked)),
    ...unclearWithdrawals(checked),
    ...unknownPriorities(checked),
  ]
}

/** Keys of sections and items, and `deck`: what links and aliases may lead to. */
function keysOf(checked: Checkable): readonly string[] {
  return ['deck', ...partsOf(checked)]
}

/** Keys of sections and items: what a route may choose. */
function partsOf({ graph }: Checkable): readonly string[] {
  return [...graph.sections.keys(), ...graph.items.keys()]
}

/** Ids of options, of which the sums are told. */
function appraisals({ settings, graph, inside }: Checkable): Omit<Names, 'field'> {
  const { optimism, partial } = settings.economics
  const known = itemsLike('option', graph).map(({ id }) => id)
  const names = [
    ...Object.keys(optimism).map((target) => ({ path: ['optimism', target], target })),
    ...partial.map((target, index) => ({ path: ['partial', index], target })),
  ]
  return { known, names: names.filter(({ target }) => !isInside(target, inside, settings.kinds)) }
}

/** Files and folders, however they are written. */
function ordering({ settings, sources, inside }: Checkable): Omit<Names, 'field'> {
  const withFolders = (files: Iterable<string>): readonly string[] =>
    [...files].flatMap((file) => [
      ...[...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index)),
      file,
    ])
  const shown = withFolders(sources.map(({ file }) => file))
  const known = new Set([...shown, ...withFolders(inside.names)].map(plainPath))
  return {
    known: [...new Set(shown)],
    names: settings.order
      .map((target, index) => ({ path: [index], target }))
      .filter(({ target }) => !known.has(plainPath(target))),
  }
}

/** What a field of `case.yaml` names, each with its path in the field. */
interface Names {
  readonly field:
    | 'links'
    | 'aliases'
    | 'severities'
    | 'accept'
    | 'routes'
    | 'economics'
    | 'order'
    | 'affirmed'
    | 'withdrawn'
  readonly known: readonly string[]
  readonly names: readonly { readonly path: readonly PropertyKey[]; readonly target: string }[]
}

/** Ids, those of earlier states too: their words still stand in what changed. */
function withdrawals({ settings, graph, inside, outside }: Checkable): Omit<Names, 'field'> {
  const past = new Set(outside.past?.map(({ key }) => key))
  const known = [...graph.items.values()].map(citedAs)
  const taken = new Set([...graph.items.keys(), ...inside.names, ...inside.bases, ...past])
  const named = new Set(withdrawnItems(settings.withdrawn, graph).map(({ id }) => id))
  const isTaken = (written: string): boolean => {
    const { id, scope } = scopedId(written)
    const isNamed = named.has(written)
    const keys = withdrawnKeys(id, settings.kinds)
    // What is no id is an error already, and of a document that is there, an item may be gone.
    return isNamed || scope !== undefined || keys.length === 0 || keys.some((key) => taken.has(key))
  }
  return {
    known,
    names: settings.withdrawn
      .map((target, index) => ({ path: [index], target }))
      .filter(({ target }) => !isTaken(target)),
  }
}

/** Ids that several items may have: all of them are taken out. */
function unclearWithdrawals({ settings, settingsSource, graph }: Checkable): readonly Found[] {
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const items = Map.groupBy(withdrawnItems(settings.withdrawn, graph), ({ index }) => index)
  return [...items].flatMap(([index, found]): readonly Found[] => {
    const called = (item: Item) => nameOf(item, graph.kinds)
    const isOne = new Set(found.map(({ item }) => called(item))).size < found.length
    const placed = (item: Item) => `${called(item)} at ${spell(item.place)}`
    const names = found.map(({ item }) => (isOne ? placed(item) : called(item)))
    if (names.length < 2) return []
    return [
      {
        message: `Unexpected "${found[0]?.id}" in withdrawn, which may mean ${listed(names)}: all of them are taken out, expected an id that only one of them has`,
        place: placesInYaml(text, file)(['withdrawn', index]),
        mend: 'Write an id in withdrawn that only one item has. Until then, all that it may mean is taken out',
      },
    ]
  })
}

/** Ids of decisions. */
function affirmations({ settings, graph, inside }: Checkable): Omit<Names, 'field'> {
  return {
    known: itemsLike('decision', graph).map(citedAs),
    names: Object.keys(settings.affirmed)
      .filter((id) => scopedId(id).scope === undefined || keyNamed(id, graph) === undefined)
      .filter((id) => !isInside(id, inside, settings.kinds))
      .map((id) => ({ path: [id], target: id })),
  }
}

function byName([name, target]: readonly [string, string]): Names['names'][number] {
  return { path: [name], target }
}

function unknown(
  { field, known, names }: Names,
  { settingsSource, inside }: Checkable,
): readonly Found[] {
  // What stays inside exists, though nobody outside is told so.
  const taken = new Set([...known, ...inside.names])
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const missing = names.filter(({ target }) => !taken.has(target))
  if (missing.length === 0) return []
  const placeOf = placesInYaml(text, file)
  return missing.map(({ path, target }) => ({
    message: `Unexpected "${target}" in ${field}, expected ${oneOf(nearest(target, known))}`,
    place: placeOf([field, ...path]),
  }))
}

/** A file sets the priority of what it holds. */
function unknownPriorities({ documents, sources, graph }: Checkable): readonly Found[] {
  return documents.flatMap(({ file, priority }) => {
    if (priority === undefined || typeof priority === 'number') return []
    const text = sources.find((source) => source.file === file)?.text ?? ''
    const parts = [...graph.case.sections, ...graph.case.items]
    const known = parts.filter(({ place }) => place.file === file).map(({ key }) => key)
    return Object.keys(priority)
      .filter((key) => !known.includes(key))
      .map((key) => ({
        message: `Unexpected "${key}" in priority, which this file does not define, expected ${oneOf(nearest(key, known))}`,
        place: placeInFrontMatter(text, file, ['priority', key]),
      }))
  })
}
