/** Addresses that readers may have, and that lead nowhere any more. */
import type { Checkable, PastAddress } from '../assemble.ts'
import { formatDate } from '../dates.ts'
import type { Place } from '../model.ts'
import { nearest } from '../nearest.ts'
import { placeInSettings } from '../settings.ts'
import type { Check } from './check.ts'
import { shorten } from './phrase.ts'

/**
 * Reason: somebody was sent `#evidence-3a` last week; after a renumbering it leads nowhere, or to
 * something else.
 *
 * Wrong: evidence 3a becomes 4a, and `case.yaml` says nothing of it.
 *
 * Right: `aliases: { evidence-3a: evidence-4a }` in `case.yaml`.
 *
 * What earlier states had comes from git's history; without git nothing is reported.
 */
export const vanishedAddress: Check = {
  id: 'vanished-address',
  severity: 'warning',
  rule: 'An address that the case once had still leads to what it meant.',
  run: (checked) => {
    const { graph, settings, outside } = checked
    const targets = [...graph.case.items.map(toTarget), ...graph.case.sections.map(toTarget)]
    const known = new Set([...targets.map(({ key }) => key), ...Object.keys(settings.aliases)])
    const place = placeOfAliases(checked)
    return (outside.past ?? [])
      .filter(({ key }) => !known.has(key))
      .map((past) => {
        const { key, text, commit, date } = past
        const near = likestOf(past, targets) ?? 'its key of now'
        return {
          message: `Unexpected loss of the address #${key} ("${shorten(text)}"; last in commit ${commit} of ${formatDate(date)}), expected it in aliases in case.yaml: "${key}: ${near}"`,
          place,
        }
      })
  },
}

/** Something that an address may lead to now. */
interface Target {
  readonly key: string
  readonly words: ReadonlySet<string>
}

function toTarget(one: { key: string; text: string } | { key: string; title: string }): Target {
  return { key: one.key, words: wordsOf('text' in one ? one.text : one.title) }
}

/** Below this part of words in common, two texts are not the same one rewritten. */
const ALIKE = 0.5

/** Key of what says the same, else of what is spelt most alike; `undefined` in an empty case. */
function likestOf({ key, text }: PastAddress, targets: readonly Target[]): string | undefined {
  const words = wordsOf(text)
  const rated = targets.map((target) => ({ key: target.key, like: likeness(words, target.words) }))
  const most = rated.reduce((best, { like }) => Math.max(best, like), 0)
  const alike = most >= ALIKE ? rated.filter(({ like }) => like === most) : rated
  return nearest(
    key,
    alike.map((one) => one.key),
    1,
  )[0]
}

/** Words in common, as a part of all words of both: 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = one.intersection(other).size
  return common === 0 ? 0 : (2 * common) / (one.size + other.size)
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}

// Matches the line "aliases:".
const RE_ALIASES = /^aliases\s*:/m

function placeOfAliases({ settingsSource }: Checkable): Place {
  if (!settingsSource || !RE_ALIASES.test(settingsSource.text)) return { file: 'case.yaml' }
  return placeInSettings(settingsSource.text, settingsSource.file, ['aliases'])
}
