/** Which links readers outside the team can't open. */
import type { Assembled } from '../model/assembled.ts'

/** Said behind the words of a link that readers outside the team can't open. */
export const NOT_PUBLIC = 'not publicly available'

/** Hosts that ask for an account. A name covers the hosts below it: `sharepoint.com`, `x.sharepoint.com`. */
const RESTRICTED_HOSTS: readonly string[] = [
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
  return restrictedHost(address, more) !== undefined
}

/**
 * The host at which readers can't follow, of an address or of one that it wraps, as programs for mail
 * and searches do: `https://safelinks.example/?url=https%3A%2F%2Fdocs.google.com%2Fd%2F1`.
 */
export function restrictedHost(address: string, more: readonly string[] = []): string | undefined {
  const hosts = [...RESTRICTED_HOSTS, ...more.map(namedHost)]
  const isClosed = (name: string) =>
    RE_OWN_HOST.test(name) || hosts.some((host) => name === host || name.endsWith(`.${host}`))
  return [address, ...wrappedIn(address)].map(hostOf).find((name) => name && isClosed(name))
}

// Matches "https://docs.google.com/d" in an address, and "=docs.google.com/d"; not a host alone.
const RE_WRAPPED =
  /https?:[\\/]{1,4}[^\\/?#&\s]{3,255}[\\/][^&\s]|(?<==)(?:[a-z\d-]{1,63}\.)+[a-z]{2,24}\/[^&\s]/gi
// Matches "https-3A__docs.google.com_d", as one program for mail spells addresses.
const RE_DASHED = /https?-3A__/i
/** So often may an address be escaped. */
const MOST = 4

function wrappedIn(address: string): readonly string[] {
  const found: string[] = []
  let text = address.slice(1)
  for (let round = 0; round < MOST; round += 1) {
    for (const { 0: wrapped } of text.matchAll(RE_WRAPPED)) found.push(wrapped)
    const plain = RE_DASHED.test(text)
      ? text.replace(/-(?=[\dA-F]{2})/g, '%').replaceAll('_', '/')
      : text
    const next = plain.replace(/%([2-7][\da-f])/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    if (next === text) break
    text = next
  }
  return found
}

// Matches "//docs.google.com/d", which browsers complete, with their slashes or others.
const RE_NO_SCHEME = /^[\\/]{2}/
// Matches "docs.google.com/d", as people write an address from memory.
const RE_BARE = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?\//i

/**
 * The host that an address of the web names, in small letters, also where its scheme is left out;
 * `undefined` for what names none, such as `mailto:`, `#key` and `plan.html`.
 */
export function hostOf(address: string): string | undefined {
  const before = RE_BARE.test(address) ? 'https://' : RE_NO_SCHEME.test(address) ? 'https:' : ''
  const whole = before + address
  if (!/^https?:/i.test(whole) || !URL.canParse(whole)) return undefined
  return new URL(whole).hostname.replace(/\.$/, '')
}

/** Whether readers get only the words of a link: they can't open it, and need not know its address. */
export function isWithheld(
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

function namedHost(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(RE_BEFORE_HOST, '')
    .replace(/[/:?#].*/s, '')
}
