/** Gives the pages their theme. */
import type { Plugin } from 'vite'
import { tableStyles } from '../theme/kind-styles.ts'

/** What pages import: the tokens of their theme, the fonts of some signs, and rules from tables. */
const TABLES = 'throughline:tables.css'
const PLACED = ['throughline:theme.css', 'throughline:emoji.css', 'throughline:formulas.css']

/**
 * The plugin for what is bundled, without any theme: a build puts its theme (`place-theme.ts`) and what its
 * words use of fonts beside its pages.
 */
export const withoutTheme: Plugin = {
  name: 'throughline:without-theme',
  enforce: 'pre',
  resolveId: (id) => (id === TABLES || PLACED.includes(id) ? `\0${id}` : undefined),
  load(id) {
    if (id === `\0${TABLES}`) return tableStyles()
    return PLACED.includes(id.slice(1)) ? '' : undefined
  },
}
