/** Finds and changes the addresses of links and pictures in a file of a case. */

import { textOf } from '../syntax/tree.ts'
import { applyEdits, type Edit, type ImportDraft } from './draft.ts'
import { commentOf, escapeAddress, escapeWords } from './escape.ts'
import { type MarkdownNode, nodesOf, readMdx } from './markdown.ts'
import { endOf, rawOf, startOf } from './range.ts'

/** A web address in a text. */
export interface Address {
  readonly kind: 'link' | 'image'
  readonly url: string
  /** The words of a link, or of a picture's alternative text. */
  readonly words: string
  /** Whether a round bracket is open where it stands. */
  readonly isBracketed: boolean
}

/**
 * `to` is the new address; `without` takes the picture out and is the reason, shown to the author;
 * `unlinked` puts other words in the place of a link.
 */
export type AddressChange =
  | { readonly to: string }
  | { readonly without: string }
  | { readonly unlinked: string }

/** The addresses in a text, in order. A bare address such as `https://a.uk` is not among them. */
export function addressesIn(text: string): readonly Address[] {
  return written(text)
}

/**
 * Changes the addresses for which `change` returns something; the others stay as they were typed.
 */
export function changeAddresses(
  draft: ImportDraft,
  change: (address: Address) => AddressChange | undefined,
): ImportDraft {
  const edits = written(draft.text).flatMap((address): readonly Edit[] => {
    const wanted = change(address)
    if (!wanted) return []
    if ('to' in wanted)
      return [{ start: address.start, end: address.end, text: escapeAddress(wanted.to) }]
    const { node } = address
    if ('unlinked' in wanted)
      return [{ start: startOf(node), end: endOf(node), text: wanted.unlinked, note: 'a citation' }]
    const words = [escapeWords(node.alt ?? ''), commentOf(` ${wanted.without}: ${address.url} `)]
    const made = words.filter(Boolean).join(' ')
    return [{ start: startOf(node), end: endOf(node), text: made, note: wanted.without }]
  })
  return applyEdits(draft, edits)
}

interface WrittenAddress extends Address {
  readonly node: MarkdownNode
  /** Offsets of the address alone, without the brackets. */
  readonly start: number
  readonly end: number
}

// Matches the end of a link or a picture: `](address "title")`, `](<an address>)`.
const RE_TAIL = /^\]\(\s*(?!\s)(<[^<>\r\n]*>|\S*?)(?=\s+["'(]|\s*\)$)/

// Matches the address of a link further to the front, with its own brackets.
const RE_OTHER_TAIL = /\]\([^()\s]*\)/g

function written(text: string): readonly WrittenAddress[] {
  if (!text.includes('](')) return []
  return nodesOf(readMdx(text), 'link', 'image').flatMap((node): readonly WrittenAddress[] => {
    const raw = rawOf(node, text)
    const last = node.children?.at(-1)
    const at = last ? endOf(last) - startOf(node) : raw.lastIndexOf('](')
    const found = RE_TAIL.exec(raw.slice(at))
    if (!raw.includes('](') || !found) return []
    const address = found[1] ?? ''
    const start = startOf(node) + at + found[0].length - address.length
    const kind = node.type === 'image' ? 'image' : 'link'
    const line = text.slice(text.lastIndexOf('\n', startOf(node)) + 1, startOf(node))
    const before = line.replace(RE_OTHER_TAIL, ']')
    return [
      {
        kind,
        url: node.url ?? '',
        words: kind === 'image' ? (node.alt ?? '') : textOf(node),
        isBracketed: before.lastIndexOf('(') > before.lastIndexOf(')'),
        node,
        start,
        end: start + address.length,
      },
    ]
  })
}
