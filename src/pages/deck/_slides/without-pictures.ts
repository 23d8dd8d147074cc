/** Takes the pictures among and below words out of their HTML: they have slides of their own. */

// Matches a picture among words, as `_marks/InWords.astro` sets it.
const RE_PICTURE =
  /<span class="in-words(?<amid> amid)?">\s*(?:<img(?:[^>"']|"[^"]*"|'[^']*')*>|<span class="film[\s\S]*?<\/a><\/span>)\s*<\/span>/g

// Matches a picture below words, as `_marks/FigurePiece.astro` sets it.
const RE_FIGURE = /<figure class="picture">[\s\S]*?<\/figure>/g

/** The same HTML with its words alone; what is a picture alone stays. */
export function withoutPictures(html: string): string {
  const words = html.replace(RE_PICTURE, wordsAmid).replace(RE_FIGURE, '')
  return words.trim() === '' ? html : words
}

/** Where a sentence goes on around a picture, what that shows stands in its place. */
function wordsAmid(picture: string, amid?: string): string {
  const alt = amid && / alt="([^"]*)"/.exec(picture)?.[1]
  return alt ? `[${alt}]` : ''
}
