/** Gives the pages the theme of the build: only that one is bundled, with its fonts. */
import type { Plugin } from 'vite'
import type { ThemeName } from '../../core/model/themes.ts'
import { readTheme } from '../theme/index.ts'
import { tableStyles } from '../theme/kind-styles.ts'

/** What pages import: the tokens, the font that they preload, the colours of their paper, and rules from tables. */
const TOKENS = 'throughline:theme.css'
const FONT = 'throughline:theme-font?url'
const PAPER = 'throughline:theme-paper'
const TABLES = 'throughline:tables.css'

export function withTheme(name: ThemeName): Plugin {
  const { file, faces, paper } = readTheme(name)
  return {
    name: 'throughline:theme',
    enforce: 'pre',
    resolveId(id) {
      if (id === TOKENS) return file
      if (id === PAPER || id === TABLES) return `\0${id}`
      return id === FONT ? `${faces[0]?.file}?url` : undefined
    },
    load(id) {
      if (id === `\0${TABLES}`) return tableStyles()
      return id === `\0${PAPER}` ? `export default ${JSON.stringify(paper)}` : undefined
    },
  }
}
