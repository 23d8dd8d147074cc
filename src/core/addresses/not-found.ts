/** What the error page offers to somebody whose address leads nowhere. */
import type { Assembled } from '../model/assembled.ts'
import { nameOf } from '../model/ids.ts'
import { vanishedOf } from './vanished.ts'

/** A place of the case. */
export interface Offer {
  /** Relative to the site: `#evidence-3a`, `deck/`. */
  readonly to: string
  /** `Evidence 3a`, or the title of a section. */
  readonly name: string
}

/** An address of before, and what it leads to now. */
export interface MovedAddress extends Offer {
  /** As it was: `evidence-3a`, `https://example.org/old`. */
  readonly old: string
}

/** Sections and items in the order of the case. */
export function offersOf({ graph }: Pick<Assembled, 'graph'>): readonly Offer[] {
  const { sections, items } = graph.case
  return [
    ...sections.map(({ key, title }) => ({ to: `#${key}`, name: title })),
    ...items.map((item) => ({ to: `#${item.key}`, name: nameOf(item, graph.kinds) })),
  ]
}

/** Old addresses: those that `case.yaml` names first, then those that git knows. */
export function movedOf(assembled: Assembled): readonly MovedAddress[] {
  const { settings, graph } = assembled
  const names = new Map(offersOf({ graph }).map(({ to, name }) => [to, name]))
  const leads = (old: string, key: string | undefined): readonly MovedAddress[] => {
    if (key === 'deck') return [{ old, to: 'deck/', name: 'Slides' }]
    const name = names.get(`#${key}`)
    return name === undefined ? [] : [{ old, to: `#${key}`, name }]
  }
  const aliases = [...Object.entries(settings.aliases), ...Object.entries(settings.links)]
  return [
    ...aliases.flatMap(([old, key]) => leads(old, key)),
    ...vanishedOf(assembled).flatMap(({ past, near }) => leads(past.key, near)),
  ]
}
