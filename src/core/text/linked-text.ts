/** Sentences of the tool's own, of which some words lead on. */

/** Where words lead: an address, or the key of a section or item; `''` is the case as a whole. */
export type Destination = { readonly web: string } | { readonly key: string }

/** Words that look alike and lead to one place, or to none. */
export interface LinkedText {
  readonly text: string
  readonly to?: Destination
  readonly bold?: true
}

/** The words alone, as read aloud. */
export function plainText(parts: readonly LinkedText[]): string {
  return parts.map(({ text }) => text).join('')
}

/** Parts one after the other, with what stands between two of them. */
export function joined<Part extends LinkedText>(
  parts: readonly (readonly Part[])[],
  between: Part,
): readonly Part[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]))
}
