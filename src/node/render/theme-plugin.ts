/** Gives the pages their theme. */
import type { Plugin } from 'vite'
import type { ThemeName } from '../../core/model/themes.ts'
import { emojiFont } from '../theme/emoji.ts'
import { formulaFont } from '../theme/formulas.ts'
import { readTheme } from '../theme/index.ts'
import { tableStyles } from '../theme/kind-styles.ts'

/** What pages import: the tokens, what else their frame asks of the theme, and rules from tables. */
const TOKENS = 'throughline:theme.css'
const LOOK = 'throughline:look'
const TABLES = 'throughline:tables.css'
const CARRIED = new Map([
  ['throughline:emoji.css', emojiFont],
  ['throughline:formulas.css', formulaFont],
])

/**
 * While a case is being written: the theme, and whole fonts.
 * @param themeOf asked anew wherever pages import it: it may change.
 */
export function withTheme(themeOf: () => ThemeName): Plugin {
  let allowed: string[] = []
  return {
    name: 'throughline:theme',
    enforce: 'pre',
    configResolved({ server }) {
      allowed = server.fs.allow
    },
    resolveId(id) {
      if (!id.startsWith('throughline:')) return undefined
      const { file, faces, headings } = readTheme(themeOf())
      // These files alone: what a style sheet names is outside the folder that is served.
      const carried = [...CARRIED.values()].map((font) => font.file())
      const fonts = [...faces, ...(headings?.faces ?? [])].map(({ file: font }) => font)
      allowed.push(file, ...carried, ...fonts)
      if (id === TOKENS) return file
      return CARRIED.get(id)?.sheet ?? (id === LOOK || id === TABLES ? `\0${id}` : undefined)
    },
    load(id) {
      if (id === `\0${TABLES}`) return tableStyles()
      if (id !== `\0${LOOK}`) return undefined
      const { faces, paper } = readTheme(themeOf())
      return `import font from ${JSON.stringify(`${faces[0]?.file}?url`)}
export default { font, paper: ${JSON.stringify(paper)} }`
    },
  }
}

/** In what is bundled: a build puts its theme (`place-theme.ts`) and what its words use of fonts beside its pages. */
export const withoutTheme: Plugin = {
  name: 'throughline:without-theme',
  enforce: 'pre',
  resolveId: (id) => (id === TOKENS || id === TABLES || CARRIED.has(id) ? `\0${id}` : undefined),
  load(id) {
    if (id === `\0${TABLES}`) return tableStyles()
    return id === `\0${TOKENS}` || CARRIED.has(id.slice(1)) ? '' : undefined
  },
}
