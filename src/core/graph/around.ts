/** What stands around something: its section, and the sections in which that lies. */
import type { Section } from '../model/case.ts'

type Sections = ReadonlyMap<string, Section>

/** Where something stands, by keys. */
export interface KeyPosition {
  readonly item?: string | undefined
  readonly section?: string | undefined
}

/** A section by its key, and those around it, inmost first; `[]` where there is none. */
export function sectionsAround(key: string | undefined, sections: Sections): readonly Section[] {
  const found: Section[] = []
  for (let at = sections.get(key ?? ''); at; at = sections.get(at.parent ?? '')) found.push(at)
  return found
}

/** Keys of an item, its section, and the sections around it, inmost first. */
export function enclosingKeys(
  { item, section }: KeyPosition,
  { sections }: { readonly sections: Sections },
): readonly string[] {
  const keys = sectionsAround(section, sections).map(({ key }) => key)
  return item === undefined ? keys : [item, ...keys]
}

/** Whether a section is another or lies below it. */
export function isWithin(key: string, around: string, sections: Sections): boolean {
  return key === around || sectionsAround(key, sections).some((one) => one.key === around)
}
