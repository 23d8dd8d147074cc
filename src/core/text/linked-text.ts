/** The tool's own sentences, in which some words are links. */

/** Where a link leads: an address, or the key of a section or item; `''` is the case as a whole. */
export type Destination = { readonly web: string } | { readonly key: string }

/** Words with one look. They are one link, or none. */
export interface LinkedText {
  readonly text: string
  readonly to?: Destination
  readonly bold?: true
}

/** The words alone, as read aloud. */
export function plainText(parts: readonly LinkedText[]): string {
  return parts.map(({ text }) => text).join('')
}

/** Joins lists of words, with `between` after each but the last. */
export function joined<Part extends LinkedText>(
  parts: readonly (readonly Part[])[],
  between: Part,
): readonly Part[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]))
}
