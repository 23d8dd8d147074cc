/** Tags that say "internal" and were not cut: `<Internal />`, `\\<Internal>`, `&lt;internal&gt;`. */
import type { Unmasked } from '../text/unmask.ts'
import type { Marker } from './marker.ts'

// Matches "<Internal>" and "</internal>".
const RE_TAG = /<\/?internal\b[^<>]{0,200}>?/gi

/**
 * Finds such tags.
 * @param unmasked with its tags: entities and escapes are read, since readers see what they show
 * @param source the text as its writer wrote it, for the words of the findings
 */
export function tagMarkers({ text, offsetOf }: Unmasked, source: string): readonly Marker[] {
  return [...text.matchAll(RE_TAG)].map(({ index, 0: tag }) => {
    const start = offsetOf(index)
    const words = source.slice(start, offsetOf(index + tag.length)).trim()
    return { start, words, secrecy: { means: 'internal', how: 'exact', weight: 'inside' } }
  })
}
