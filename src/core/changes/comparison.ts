/** Two editions side by side: which part of one is which of the other. */
import { isOfEvidence } from '../graph/reasoning.ts'
import { type Item, type Link, type Section, wholeTextOf } from '../model/case.ts'
import { decisionKey, evidenceKey, nameOf, numberOf } from '../model/ids.ts'
import { type KindTable, type Role, rowOf } from '../model/kinds.ts'
import type { Named } from './change.ts'
import { type Edition, passagesIn } from './edition.ts'
import { type Candidate, featuresOf, lazily, pairUp } from './pair.ts'
import { printOf } from './typing.ts'

/** One of the two editions, with its parts by key. */
export interface EditionSide {
  readonly edition: Edition
  readonly items: ReadonlyMap<string, Item>
  readonly sections: ReadonlyMap<string, Section>
  /** Key of evidence → keys of the decisions that it supports. */
  readonly supports: ReadonlyMap<string, readonly string[]>
  /** Key of an item or section → links out of it. */
  readonly linksFrom: ReadonlyMap<string, readonly Link[]>
  /** The same, of links into it. */
  readonly linksTo: ReadonlyMap<string, readonly Link[]>
}

/** Two editions side by side, and what in one is the same as in the other. */
export interface Comparison {
  readonly before: EditionSide
  readonly after: EditionSide
  /** Key before → key after, of items and sections that are in both. */
  readonly now: ReadonlyMap<string, string>
  /** The other way round. */
  readonly was: ReadonlyMap<string, string>
}

/**
 * At which end of a link its change is told: "Objective 2 now measured by success factor 4", but
 * "Strategic context now relies on evidence 3a".
 */
export const LINK_END = {
  measures: 'to',
  serves: 'to',
  meets: 'to',
  supports: 'to',
  opposes: 'to',
  'shaped-by': 'from',
  replaces: 'from',
  'relies-on': 'from',
} as const satisfies Record<Role, 'from' | 'to'>

/** Finds every part of the one edition in the other. */
export function sideBySide(before: Edition, after: Edition): Comparison {
  const items = pairItems(before.items, after.items)
  const sections = pairUp(
    sectionCandidates(before, (key) => items.get(key) ?? key),
    sectionCandidates(after, (key) => key),
    false,
  )
  const now = new Map([...items, ...sections])
  return {
    before: sideOf(before),
    after: sideOf(after),
    now,
    was: new Map([...now].map(([one, other]) => [other, one])),
  }
}

/** A part by its key, which must be one of the edition's. */
export function named({ edition, items, sections }: EditionSide, key: string): Named {
  const item = items.get(key)
  if (item) return namedItem(item, edition.kinds)
  const section = sections.get(key)
  if (!section) throw new Error(`No item or section ${key} in this edition`)
  return { key, kind: 'section', name: section.title, place: section.place }
}

function namedItem(item: Item, kinds: KindTable): Named {
  const { key, kind, scope, place } = item
  const { like, plural } = rowOf(kind, kinds)
  // A space that holds, since the last part of a name is its number.
  const name = `${nameOf(item, kinds)}${scope === undefined ? '' : `\u00A0(${scope})`}`
  return { key, kind, name, ...(like === kind ? {} : { plural }), place }
}

/** An edition with its parts by key. */
export function sideOf(edition: Edition): EditionSide {
  const linksFrom = Map.groupBy(edition.links, ({ from }) => from)
  const supports = new Map(
    [...linksFrom].map(([key, links]) => [
      key,
      links.flatMap((link) => (isOfEvidence(link) ? [link.to] : [])),
    ]),
  )
  return {
    edition,
    items: new Map(edition.items.map((item) => [item.key, item])),
    sections: new Map(edition.sections.map((section) => [section.key, section])),
    supports,
    linksFrom,
    linksTo: Map.groupBy(edition.links, ({ to }) => to),
  }
}

/** Pairs evidence last, since it belongs to its decision, whatever number the decision has. */
function pairItems(before: readonly Item[], after: readonly Item[]): ReadonlyMap<string, string> {
  const [evidence, others] = [
    ({ id }: Item) => numberOf(id) !== '',
    ({ id }: Item) => numberOf(id) === '',
  ]
  const homes = pairUp(
    before.filter(others).map(candidateOf),
    after.filter(others).map(candidateOf),
    true,
  )
  const known = new Set(before.map(({ key }) => key))
  const homeOf = ({ key, id, scope }: Item): string => {
    const number = numberOf(id)
    // Of two documents with decision 3, evidence belongs to that of its own.
    const own = `${decisionKey(number)}-${scope}`
    const decision = scope !== undefined && known.has(own) ? own : decisionKey(number)
    if (!known.has(decision)) return key
    const [, now = '', rest = ''] = RE_DECISION.exec(homes.get(decision) ?? '') ?? []
    // Where its decision is gone, evidence has no place that other evidence could not take.
    return now ? evidenceKey(now + id.slice(number.length)) + rest : ''
  }
  const atHome = (item: Item): Candidate => ({ ...candidateOf(item), home: homeOf(item) })
  const along = pairUp(
    before.filter(evidence).map(atHome),
    after.filter(evidence).map(candidateOf),
    true,
  )
  return new Map([...homes, ...along])
}

// Matches "decision-4" and "decision-4-refunds".
const RE_DECISION = /^decision-(\d+)(-.*)?$/s

function candidateOf(item: Item): Candidate {
  const { key, kind } = item
  const text = wholeTextOf(item)
  const print = lazily(() => printOf(text))
  return { key, home: key, sort: kind, text, print, features: lazily(() => featuresOf(print())) }
}

/** Sections with fewer letters than this are not recognised by their words alone. */
const LONG_ENOUGH = 40

/**
 * Sections are recognised by their words, by the items and sections in them, and by their title.
 *
 * @param nameOfItem an item's key in the later edition
 */
function sectionCandidates(
  edition: Edition,
  nameOfItem: (key: string) => string,
): readonly Candidate[] {
  const { sections, items } = edition
  const inside = new Map<string, string[]>()
  const note = (section: string | undefined, what: string): void => {
    if (section === undefined) return
    const known = inside.get(section)
    if (known) known.push(what)
    else inside.set(section, [what])
  }
  for (const { key, section } of items) note(section, `item:${nameOfItem(key)}`)
  for (const { parent, title } of sections) note(parent, `section:${printOf(title)}`)
  return sections.map(({ key, title }) => {
    const text = passagesIn(edition, key).join('\n')
    const held = inside.get(key) ?? []
    const print = lazily(() => printOf(text))
    return {
      ...{ key, home: key, sort: 'section', text: [title, text, ...held].join('\n') },
      print: () => {
        const all = [print(), ...held].join('\n')
        return all.length < LONG_ENOUGH ? '' : all
      },
      features: lazily(() => {
        const titled = [...featuresOf(printOf(title))].map((word) => `title:${word}`)
        return new Set([...titled, ...featuresOf(print()), ...held])
      }),
    }
  })
}
