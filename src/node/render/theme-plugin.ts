/** Gives the pages the theme of the build: only that one is bundled, with its fonts. */
import type { Plugin } from 'vite'
import type { ThemeName } from '../../core/model/themes.ts'
import { emojiFont } from '../theme/emoji.ts'
import { formulaFont } from '../theme/formulas.ts'
import { readTheme } from '../theme/index.ts'
import { tableStyles } from '../theme/kind-styles.ts'

/** What pages import: the tokens, the font that they preload, the colours of their paper, and rules from tables. */
const TOKENS = 'throughline:theme.css'
const FONT = 'throughline:theme-font?url'
const PAPER = 'throughline:theme-paper'
const TABLES = 'throughline:tables.css'
/** While a case is being written, whole fonts: a build has what its words use (`site/carried-fonts.ts`). */
const CARRIED = new Map([
  ['throughline:emoji.css', emojiFont],
  ['throughline:formulas.css', formulaFont],
])

/** @param themeOf asked anew wherever pages import it: while a case is being written, its theme may change. */
export function withTheme(themeOf: () => ThemeName): Plugin {
  let isServed = false
  let allowed: string[] = []
  return {
    name: 'throughline:theme',
    enforce: 'pre',
    configResolved({ command, server }) {
      isServed = command === 'serve'
      allowed = server.fs.allow
    },
    resolveId(id) {
      if (!id.startsWith('throughline:')) return undefined
      const { file, faces, headings } = readTheme(themeOf())
      // These files alone: what a style sheet names is outside the folder that is served.
      const carried = [...CARRIED.values()].map((font) => font.file())
      const fonts = [...faces, ...(headings?.faces ?? [])].map(({ file: font }) => font)
      if (isServed) allowed.push(file, ...carried, ...fonts)
      if (id === TOKENS) return file
      if (isServed && CARRIED.has(id)) return CARRIED.get(id)?.sheet
      if (id === PAPER || id === TABLES || CARRIED.has(id)) return `\0${id}`
      return id === FONT ? `${faces[0]?.file}?url` : undefined
    },
    load(id) {
      if (id === `\0${TABLES}`) return tableStyles()
      if (CARRIED.has(id.slice(1))) return ''
      return id === `\0${PAPER}`
        ? `export default ${JSON.stringify(readTheme(themeOf()).paper)}`
        : undefined
    },
  }
}
