/** How the compiled words of a case name a picture, so that no bundler reads its name as an address. */
import { posix } from 'node:path'

// Matches what means something in an address or to a bundler, and the sign that stands for it.
const RE_SIGN = /[^\p{L}\p{M}\p{N} ./_-]/gu

/** The address of a picture as a file of the case imports it: `my%20maps/100~25_.png`. */
export function importOf(path: string, file: string): string {
  const from = posix.relative(posix.dirname(file), path)
  return encodeURI(from.replace(RE_SIGN, escaped))
}

// Matches "~25", "~20ac_".
const RE_ESCAPED = /~([\da-f]+)_/g

/** The name that it stands for, once it is decoded. */
export function importedName(name: string): string {
  return name.replace(RE_ESCAPED, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
}

function escaped(sign: string): string {
  return `~${(sign.codePointAt(0) ?? 0).toString(16)}_`
}
