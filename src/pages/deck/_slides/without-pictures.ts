/** Takes the pictures among words out of their HTML: they have slides of their own. */

// Matches a picture among words, as `_marks/InWords.astro` sets it.
const RE_PICTURE = /<span class="in-words">\s*<img(?:[^>"']|"[^"]*"|'[^']*')*>\s*<\/span>/g

/** The same HTML with its words alone. */
export function withoutPictures(html: string): string {
  return html.replace(RE_PICTURE, '')
}
