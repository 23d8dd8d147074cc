/** Which links readers outside the team can't open. */
import type { Assembled } from './assemble.ts'

/** Hosts that ask for an account. A name covers the hosts below it: `sharepoint.com`, `x.sharepoint.com`. */
export const RESTRICTED_HOSTS: readonly string[] = [
  'docs.google.com',
  'drive.google.com',
  'sheets.google.com',
  'trello.com',
  'sharepoint.com',
  'onedrive.live.com',
  '1drv.ms',
  'teams.microsoft.com',
  'miro.com',
  'mural.co',
  'slack.com',
  'atlassian.net',
  'jira.com',
]

/** Hosts whose first part says what runs there: `jira.example.org`. */
const RE_OWN_HOST = /^(?:jira|confluence|sharepoint)\./

/**
 * Whether an address leads where readers can't follow.
 *
 * @param more hosts that `case.yaml` adds; an address counts as its host
 * @returns false for what is no web address
 */
export function isRestricted(address: string, more: readonly string[] = []): boolean {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false
  const { hostname } = new URL(address)
  const hosts = [...RESTRICTED_HOSTS, ...more.map(hostOf)]
  return (
    RE_OWN_HOST.test(hostname) ||
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  )
}

/** Whether a link is told by its words alone: its readers can't open it, and need not know where it is. */
export function isKeptBack(
  address: string,
  { settings, audience }: Pick<Assembled, 'settings' | 'audience'>,
): boolean {
  return (
    audience === 'public' &&
    settings.links[address] === undefined &&
    isRestricted(address, settings.restricted)
  )
}

// Matches what people write around a host: "https://", "*.".
const RE_BEFORE_HOST = /^(?:https?:\/\/)?(?:\*\.)?/

function hostOf(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(RE_BEFORE_HOST, '')
    .replace(/[/:?#].*$/, '')
}
