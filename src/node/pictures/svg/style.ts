/** The style rules of an SVG, without comments, what editors wrote for themselves, and other files. */

// Matches "/* Layer 1 */".
const RE_COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g

// Matches "@import url(fonts.css);".
const RE_IMPORT = /@import\b[^;]*(?:;|$)/gi

// Matches "-inkscape-font-specification: 'Ann Hand';".
const RE_OF_EDITORS = /-(?:inkscape|adobe|sodipodi)-[\w-]+\s*:[^;}]*;?/gi

// Matches "url(map.png)", "url('data:image/png;base64,…')", and not "url(#dots)" or a font in the text.
const RE_OTHER =
  /url\(\s*(?!["']?(?:#|data:(?:application\/(?:x-)?font|font)))(?:"[^"]*"|'[^']*'|[^)]*)\s*\)/gi

/** The same rules, of which each draws something. */
export function cleanStyle(css: string): string {
  return css
    .replace(RE_COMMENT, '')
    .replace(RE_IMPORT, '')
    .replace(RE_OF_EDITORS, '')
    .replace(RE_OTHER, 'none')
    .replace(/\s+/g, ' ')
    .trim()
}
