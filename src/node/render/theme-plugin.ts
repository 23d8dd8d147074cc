/** Gives the pages the theme of the build: only that one is bundled, with its fonts. */
import type { Plugin } from 'vite'
import type { ThemeName } from '../../core/model/themes.ts'
import { readTheme } from '../read/theme.ts'

/** What pages import: the tokens, the font that they preload, and the colours of their paper. */
const TOKENS = 'throughline:theme.css'
const FONT = 'throughline:theme-font?url'
const PAPER = 'throughline:theme-paper'

export function withTheme(name: ThemeName): Plugin {
  const { file, faces, paper } = readTheme(name)
  return {
    name: 'throughline:theme',
    enforce: 'pre',
    resolveId(id) {
      if (id === TOKENS) return file
      if (id === PAPER) return `\0${PAPER}`
      return id === FONT ? `${faces[0]?.file}?url` : undefined
    },
    load: (id) => (id === `\0${PAPER}` ? `export default ${JSON.stringify(paper)}` : undefined),
  }
}
