/** Withdrawn words that are still kept somewhere. */
import { isGone } from '../audience/fill.ts'
import { withdrawnItems } from '../audience/withdrawn.ts'
import { calledOf, nameOf } from '../model/ids.ts'
import { placesInYaml } from '../settings/yaml.ts'
import type { Check } from './shared/check.ts'

/** Nothing can look into copies of the repository, so it is reported until `case.yaml` accepts it. */
export const withdrawnInGit: Check = ({
  graph,
  settings: { withdrawn },
  settingsSource,
  leftOut,
}) => {
  if (withdrawn.length === 0) return []
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const placeOf = placesInYaml(text, file)
  return withdrawnItems(withdrawn, graph).flatMap(({ item, index }) => {
    const name = nameOf(item, graph.kinds)
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
        message: `Unexpected words of withdrawn ${calledOf(item, graph.kinds)} ${where}, expected them nowhere: ${first}take them out of every commit with "git filter-repo --replace-text", and have every copy fetched anew`,
        place: placeOf(['withdrawn', index]),
        ...(isHere ? { related: [item.place] } : {}),
      },
    ]
  })
}
