/** Cuts addresses that readers outside can't open (see `access.ts`) down to their host. */

import type { LeftOut, Readers } from '../model/audience.ts'
import type { Source } from '../model/source.ts'
import { isRestricted } from './access.ts'
import { placesAt } from './place.ts'

const START = [
  'https?:[\\\\/]+',
  '(?<![\\w:\\\\/])[\\\\/]{2}',
  '(?<![\\w@.\\\\/-])(?:[a-z\\d-]+\\.)+[a-z]{2,}(?::\\d+)?/',
].join('|')
// Matches "https://docs.google.com/document/d/1" in any markup, also "//docs.google.com/d/1" and
// "docs.google.com/d/1"; brackets count where they are closed.
const RE_ADDRESS = new RegExp(`(?:${START})(?:\\([^\\s<>()"'\`|]*\\)|[^\\s<>()"'\`|])+`, 'gi')
// Matches `](` and `="`, after which an address ends where its bracket or mark does.
const RE_BEFORE = /(?:\]\(|=["'])$/
// Matches what ends a sentence or emphasis, and is no part of an address: ".", "**".
const RE_END = /[.,;:!?*_\]]+$/
// Matches what stands right behind an address in words: ").", "**".
const RE_BEHIND = /^[.,;:!?)\]>*_"'`]*/
// Matches "https://docs.google.com/", with the name of an account in it too.
const RE_HOST = /^(https?:[\\/]+|[\\/]{2})?(?:[^\\/?#]*@)?([^\\/?#]*[\\/]?)/i

/**
 * A text in which only the host of each such address is left. Spaces take the place of the rest, so
 * that no line moves. No column moves either, except that signs right after an address move in
 * front of these spaces.
 */
export function cutAddresses(
  { file, text }: Source,
  { restricted, links = {} }: Pick<Readers, 'restricted' | 'links'>,
): { readonly text: string; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = []
  let placeOf: ReturnType<typeof placesAt> | undefined
  let shown = ''
  let from = 0
  for (const { index, 0: found } of text.matchAll(RE_ADDRESS)) {
    const isTarget = RE_BEFORE.test(text.slice(0, index).slice(-2))
    const address = isTarget ? found : found.replace(RE_END, '')
    const [typed = '', scheme = '', host = ''] = RE_HOST.exec(address) ?? []
    const words = address.slice(typed.length)
    // No output shows an old address that `links` leads to a place in the case.
    const isOld = links[address] !== undefined
    if (words === '' || isOld || !isRestricted(address, restricted)) continue
    const end = index + address.length
    placeOf ??= placesAt({ file, text })
    const behind = isTarget ? '' : (RE_BEHIND.exec(text.slice(end))?.[0] ?? '')
    const room = address.length + behind.length
    shown += text.slice(from, index) + (scheme + host + behind).padEnd(room)
    from = end + behind.length
    leftOut.push({ why: 'restricted', words, place: placeOf(index) })
  }
  return { text: shown + text.slice(from), leftOut }
}
