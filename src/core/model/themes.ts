/** The looks that a case may have: one file of tokens each, in src/ui/themes. */

/** Every theme. A new one is a file of that name and a word here. */
export const themeNames = ['thread', 'folio'] as const

/** The name of a theme: that of its file. */
export type ThemeName = (typeof themeNames)[number]

/** The one of a case that names none. */
export const defaultTheme = 'thread' satisfies ThemeName
