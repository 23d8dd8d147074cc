/** What is said with a slide: nothing of it is seen on the slide. */

// Matches `<aside class="notes" aria-label="Notes on slide 3: Why">…</aside>`, as `Frame.astro` writes it. One that
// stands in another ends it early: then words count as seen that are not.
const RE_NOTES = /<aside class="notes"[^>]*>[\s\S]*?<\/aside>/g

/** The HTML of a deck as far as it is seen. */
export function withoutNotes(html: string): string {
  return html.replace(RE_NOTES, '')
}
