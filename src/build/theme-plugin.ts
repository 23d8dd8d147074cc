/** Gives the pages the theme of the build: only that one is bundled, with its fonts. */
import type { Plugin } from 'vite'
import { readTheme, themeOfBuild } from './theme.ts'

/** What pages import: the tokens, and the font that they preload. */
const TOKENS = 'throughline:theme.css'
const FONT = 'throughline:theme-font?url'

/** The theme is looked up at each import, since one process may build several. */
export function themed(): Plugin {
  return {
    name: 'throughline:theme',
    enforce: 'pre',
    resolveId(id) {
      if (id === TOKENS) return readTheme(themeOfBuild()).file
      return id === FONT ? `${readTheme(themeOfBuild()).faces[0]?.file}?url` : undefined
    },
  }
}
