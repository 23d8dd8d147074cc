/** Gives the pages the theme of the build: only that one is bundled, with its fonts. */
import type { Plugin } from 'vite'
import type { ThemeName } from '../../core/model/themes.ts'
import { emojiFile, emojiSheet } from '../theme/emoji.ts'
import { readTheme } from '../theme/index.ts'
import { tableStyles } from '../theme/kind-styles.ts'

/** What pages import: the tokens, the font that they preload, the colours of their paper, and rules from tables. */
const TOKENS = 'throughline:theme.css'
const FONT = 'throughline:theme-font?url'
const PAPER = 'throughline:theme-paper'
const TABLES = 'throughline:tables.css'
/** While a case is being written, the whole font of emoji: a build has those of the case (`site/emoji.ts`). */
const EMOJI = 'throughline:emoji.css'

export function withTheme(name: ThemeName): Plugin {
  const { file, faces, paper } = readTheme(name)
  let isServed = false
  return {
    name: 'throughline:theme',
    enforce: 'pre',
    configResolved({ command, server }) {
      isServed = command === 'serve'
      // These files alone: what a style sheet names is outside the folder that is served.
      if (isServed) server.fs.allow.push(emojiFile(), ...faces.map(({ file: font }) => font))
    },
    resolveId(id) {
      if (id === TOKENS) return file
      if (id === EMOJI && isServed) return emojiSheet
      if (id === PAPER || id === TABLES || id === EMOJI) return `\0${id}`
      return id === FONT ? `${faces[0]?.file}?url` : undefined
    },
    load(id) {
      if (id === `\0${TABLES}`) return tableStyles()
      if (id === `\0${EMOJI}`) return ''
      return id === `\0${PAPER}` ? `export default ${JSON.stringify(paper)}` : undefined
    },
  }
}
