/** Gives the pages the theme of the build: only that one is bundled, with its fonts. */
import type { Plugin } from 'vite'
import { readTheme, themeOfBuild } from '../read/theme.ts'

/** What pages import: the tokens, the font that they preload, and the colours of their paper. */
const TOKENS = 'throughline:theme.css'
const FONT = 'throughline:theme-font?url'
const PAPER = 'throughline:theme-paper'

/** The theme is looked up at each import, since one process may build several. */
export function themed(): Plugin {
  return {
    name: 'throughline:theme',
    enforce: 'pre',
    resolveId(id) {
      if (id === TOKENS) return readTheme(themeOfBuild()).file
      if (id === PAPER) return `\0${PAPER}`
      return id === FONT ? `${readTheme(themeOfBuild()).faces[0]?.file}?url` : undefined
    },
    load(id) {
      if (id !== `\0${PAPER}`) return undefined
      return `export default ${JSON.stringify(readTheme(themeOfBuild()).paper)}`
    },
  }
}
