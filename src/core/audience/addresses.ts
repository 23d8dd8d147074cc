/** Cuts addresses that readers outside can't open (see `access.ts`) down to their host. */

import type { LeftOut, Readers } from '../model/audience.ts'
import type { Source } from '../model/source.ts'
import { UNSEEN } from '../text/letters.ts'
import { type Unmasked, unmask } from '../text/unmask.ts'
import { restrictedHost } from './access.ts'
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
const RE_END = /(?<![.,;:!?*_\]])[.,;:!?*_\]]+$/
// Matches what stands right behind an address in words: ").", "**".
const RE_BEHIND = /^[.,;:!?)\]>*_"'`]*/
// Matches "https://docs.google.com/", with the name of an account in it too.
const RE_HOST = /^(https?:[\\/]+|[\\/]{2})?(?:[^\\/?#]*@)?([^\\/?#]*[\\/]?)/i

// Matches what may stand in an address and is not seen: an escape, an entity, a comment, a mark.
const RE_MASKED = new RegExp(`[\\\\&*~\`]|\\{\\s*/\\*|${UNSEEN}`, 'u')

/**
 * A text in which only the host of each such address is left. Spaces take the place of the rest, so
 * that no line moves. No column moves either, except that signs right after an address move in
 * front of these spaces.
 */
export function cutAddresses(source: Source, readers: CutReaders): Addressed {
  const plain = cutSeen(source, { text: source.text, offsetOf: (index) => index }, readers)
  if (!RE_MASKED.test(plain.text)) return plain
  const shown = { file: source.file, text: plain.text }
  const masked = cutSeen(shown, unmask(plain.text, true), readers)
  return { text: masked.text, leftOut: [...plain.leftOut, ...masked.leftOut] }
}

type CutReaders = Pick<Readers, 'restricted' | 'links'>

interface Addressed {
  readonly text: string
  readonly leftOut: readonly LeftOut[]
}

/** @param seen the text as it is, or as readers see its letters */
function cutSeen(
  source: Source,
  { text: seen, offsetOf }: Unmasked,
  { restricted, links = {} }: CutReaders,
): Addressed {
  const { text } = source
  const leftOut: LeftOut[] = []
  let placeOf: ReturnType<typeof placesAt> | undefined
  let shown = ''
  let from = 0
  for (const { index, 0: found } of seen.matchAll(RE_ADDRESS)) {
    const isTarget = RE_BEFORE.test(seen.slice(Math.max(0, index - 2), index))
    const address = isTarget ? found : found.replace(RE_END, '')
    const [typed = '', scheme = '', own = ''] = RE_HOST.exec(address) ?? []
    const words = address.slice(typed.length)
    // No output shows an old address that `links` leads to a place in the case.
    const isOld = links[address] !== undefined
    if (words === '' || isOld) continue
    const closed = restrictedHost(address, restricted)
    if (closed === undefined) continue
    const start = offsetOf(index)
    const last = offsetOf(index + address.length - 1)
    const end = last + (RE_ENTITY.exec(text.slice(last, last + 40))?.[0].length ?? 1)
    // Of an address that wraps another one, the host within is what readers can't open.
    const host =
      closed === restrictedHost(scheme + own, restricted) ? scheme + own : `https://${closed}/`
    placeOf ??= placesAt(source)
    const behind = isTarget ? '' : (RE_BEHIND.exec(text.slice(end, end + 200))?.[0] ?? '')
    const room = end - start + behind.length
    shown += text.slice(from, start) + (host + behind).padEnd(room)
    from = end + behind.length
    leftOut.push({ why: 'restricted', words, place: placeOf(start) })
  }
  return { text: shown + text.slice(from), leftOut }
}

// Matches an entity at the start: "&#46;".
const RE_ENTITY = /^&#?[a-z\d]{1,31};/i
