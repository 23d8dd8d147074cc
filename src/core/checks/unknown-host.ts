/** A code host of which it is not known where its files are edited. */
import { hostNames, hosts, repositoryAt } from '../feedback/hosts.ts'
import { placeInYaml } from '../settings/yaml.ts'
import type { Check } from './shared/check.ts'

export const unknownHost: Check = ({ settings, settingsSource }) => {
  const { repository, host } = settings
  if (repository === undefined || !settingsSource || repositoryAt(repository, host)) return []
  const place = placeInYaml(settingsSource.text, settingsSource.file, ['repository'])
  const { hostname, protocol } = new URL(repository)
  if (!/^https?:$/.test(protocol)) {
    const message = `Unexpected repository at ${protocol}, expected its address on the web, so that readers can suggest changes: https://…`
    return [{ message, place }]
  }
  if (host !== undefined || repositoryAt(`${new URL(repository).origin}/team/case`)) {
    const message = `Unexpected repository "${repository}", expected the address of a repository, so that readers can suggest changes: https://${hostname}/team/case`
    return [{ message, place }]
  }
  const names = hostNames.toSorted(
    (a, b) => Number(hostname.includes(b)) - Number(hostname.includes(a)),
  )
  const known = names.map((name) => `"host: ${name}" (${hosts[name].name})`).join(', ')
  const message = `Unexpected code host ${hostname}, of which it is not known where readers suggest changes; expected one of ${known} where it is one of these`
  return [{ message, place }]
}
