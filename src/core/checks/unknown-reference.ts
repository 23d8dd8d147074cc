/** Names in `case.yaml` that lead nowhere. */
import type { Checkable } from '../assemble.ts'
import { nearest } from '../nearest.ts'
import { placeInSettings } from '../settings.ts'
import type { Check, Found } from './check.ts'
import { oneOf } from './phrase.ts'

/**
 * Reason: a link or alias to a section that was renamed breaks in silence, and a severity of a
 * misspelt check has no effect.
 *
 * Wrong: `links: { https://example.org/old: stratgic-case }`
 *
 * Right: `links: { https://example.org/old: strategic-case }`
 *
 * @param checkIds ids that `severities` may name
 */
export function unknownReference(checkIds: readonly string[]): Check {
  return {
    id: 'unknown-reference',
    severity: 'warning',
    rule: 'Links, aliases and severities in case.yaml name things that exist.',
    run: (checked) => {
      const { links, aliases, severities } = checked.settings
      const { sections, items } = checked.graph.case
      const keys = ['deck', ...[...sections, ...items].map(({ key }) => key)]
      return [
        ...unknown('links', Object.entries(links), keys, checked),
        ...unknown('aliases', Object.entries(aliases), keys, checked),
        ...unknown(
          'severities',
          Object.keys(severities).map((id) => [id, id] as const),
          checkIds,
          checked,
        ),
      ]
    },
  }
}

function unknown(
  field: 'links' | 'aliases' | 'severities',
  entries: readonly (readonly [name: string, target: string])[],
  known: readonly string[],
  { settingsSource }: Checkable,
): readonly Found[] {
  const names = new Set(known)
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  return entries
    .filter(([, target]) => !names.has(target))
    .map(([name, target]) => ({
      message: `Unexpected "${target}" in ${field}, expected ${oneOf(nearest(target, known))}`,
      place: placeInSettings(text, file, [field, name]),
    }))
}
