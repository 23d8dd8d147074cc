/** Sorts of values in `case.yaml`, each with what is expected of it. */
import { z } from 'zod'
import { SAFE_SCHEMES } from '../addresses/safe.ts'

/** `2020-03-31` */
export const date = z.iso.date()
/** Words: any text that is not empty. */
export const text = z.string().min(1)

/** An address for readers: nothing that a browser would run, nothing on the writer's own disk. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'an address of the web such as https://example.org/' })
  .refine((address) => !namesSomebody(address), {
    error: 'an address without a name and a password in front of its host, since pages show it',
  })
/** A broker of messages: pages of `https` may ask no other. */
export const broker = z
  .url({ protocol: /^wss$/, error: 'an address such as wss://broker.example.org/mqtt' })
  .refine((address) => !namesSomebody(address), {
    error: 'an address without a name and a password in front of its host, since pages hold it',
  })
/** Where readers answer. */
export const wayToUs = z.url({
  protocol: new RegExp(`^(?:${SAFE_SCHEMES.join('|')})$`),
  error: 'an address such as https://example.org/issues or mailto:team@example.org',
})

/** A table that leads from old names to new ones. */
export const table = z.record(z.string(), z.string()).transform(tableOf)

// Matches what git takes for a name of a branch (git-check-ref-format): "main", "fix/words"; not
// "../main", "-b", "a b", nor a name with invisible characters.
const RE_BRANCH =
  /^(?![-./])(?!.*(?:\.\.|\/[./]|@\{|\.lock(?:\/|$)))[^\s\p{C}~^:?*[\\]*[^\s\p{C}~^:?*[\\./]$/u

/** The name of a branch. */
export const branch = z.string().regex(RE_BRANCH, 'a name of a branch such as main')

/** `en-GB` */
export const language = z.string().refine(isLanguage, 'a language such as en-GB')

/** A table of what somebody wrote, without the `constructor` that every plain object has. */
export function tableOf(written: Readonly<Record<string, string>>): Record<string, string> {
  return Object.assign(Object.create(null) as Record<string, string>, written)
}

/** `https://someone:secret@example.org/` */
function namesSomebody(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username !== '' || password !== ''
}

/** By BCP 47. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
