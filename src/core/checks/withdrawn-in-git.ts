/** Withdrawn words that are still kept somewhere. */
import { isGone } from '../audience/fill.ts'
import { isWithdrawn } from '../audience/index.ts'
import { nameOf } from '../model/kinds.ts'
import { placesInYaml } from '../settings/yaml.ts'
import type { Check } from './shared/check.ts'

/**
 * Reason: no output shows withdrawn words, but whoever can read the sources can read them there, and
 * every copy of the repository holds them.
 *
 * Wrong: `withdrawn: [12c]`, while evidence 12c still stands in its file.
 *
 * Right: `Evidence 12c: Withdrawn` in the file, and the words taken out of every commit. The check
 * cannot see into copies of the repository, so that it speaks until it is accepted or turned off.
 */
export const withdrawnInGit: Check = {
  id: 'withdrawn-in-git',
  severity: 'advice',
  rule: 'Withdrawn words are gone from the sources too, and from what git keeps.',
  run: ({ graph, settings: { withdrawn }, settingsSource, leftOut }) => {
    if (withdrawn.length === 0) return []
    const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
    const placeOf = placesInYaml(text, file)
    return withdrawn.flatMap((id, index) => {
      const item = graph.case.items.find((one) => isWithdrawn(one.id, { withdrawn: [id] }))
      if (!item) return []
      const name = nameOf(item.kind, item.id)
      const { line } = item.place
      const kept = leftOut.find(
        ({ why, place }) =>
          why === 'withdrawn' && place.file === item.place.file && place.line === line,
      )
      const isHere = kept !== undefined && !isGone(kept.words)
      const where = isHere ? `in ${item.place.file}, line ${line}, and in git` : 'in git'
      const first = isHere ? `write "${name}: Withdrawn" there, then ` : ''
      return [
        {
          message: `Unexpected words of withdrawn ${name.toLowerCase()} ${where}, expected them nowhere: ${first}take them out of every commit with "git filter-repo --replace-text", and have every copy fetched anew`,
          place: placeOf(['withdrawn', index]),
          ...(isHere ? { related: [item.place] } : {}),
        },
      ]
    })
  },
}
