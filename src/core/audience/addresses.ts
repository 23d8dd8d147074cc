/** Addresses that readers outside can't open leave the text but for their host, as `access.ts` says. */

import type { LeftOut, Readers } from '../model/audience.ts'
import type { Source } from '../model/source.ts'
import { isRestricted } from './access.ts'
import { placeAt } from './place.ts'

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
 * A text with the hosts of these addresses alone. Spaces make up for the rest, so that no line and,
 * but for signs right behind an address, no column moves.
 */
export function cutAddresses(
  { file, text }: Source,
  { restricted, links = {} }: Pick<Readers, 'restricted' | 'links'>,
): { readonly text: string; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = []
  let shown = ''
  let from = 0
  for (const { index, 0: found } of text.matchAll(RE_ADDRESS)) {
    const isTarget = RE_BEFORE.test(text.slice(0, index).slice(-2))
    const address = isTarget ? found : found.replace(RE_END, '')
    const [typed = '', scheme = '', host = ''] = RE_HOST.exec(address) ?? []
    const words = address.slice(typed.length)
    // What leads on inside the case is shown nowhere.
    const isOld = links[address] !== undefined
    if (words === '' || isOld || !isRestricted(address, restricted)) continue
    const end = index + address.length
    const behind = isTarget ? '' : (RE_BEHIND.exec(text.slice(end))?.[0] ?? '')
    const room = address.length + behind.length
    shown += text.slice(from, index) + (scheme + host + behind).padEnd(room)
    from = end + behind.length
    leftOut.push({ why: 'restricted', words, place: placeAt(index, { file, text }) })
  }
  return { text: shown + text.slice(from), leftOut }
}
