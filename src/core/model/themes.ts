/** The looks that a case may have: one file of tokens each, in src/ui/themes, or one derived from the case's own brand. */

/** Every theme of ours. A new one is a file of that name and a word here. */
export const themeNames = ['thread', 'folio'] as const

/** The name of a theme of ours: that of its file. */
export type OwnTheme = (typeof themeNames)[number]

/**
 * A case's own: `brand:theme.yaml` as case.yaml names it, from the case folder; once the case is read,
 * `brand:` and the absolute path of the style sheet that was derived from it.
 */
type BrandTheme = `brand:${string}`

/** In which look something is made. */
export type ThemeName = OwnTheme | BrandTheme

/** The one of a case that names none. */
export const defaultTheme = 'thread' satisfies OwnTheme

/** The path of a brand; undefined for a theme of ours. */
export function pathOfBrand(theme: ThemeName): string | undefined {
  return theme.startsWith('brand:') ? theme.slice('brand:'.length) : undefined
}

/** Whether it is the name of a theme, ours or a case's own. */
export function isTheme(name: unknown): name is ThemeName {
  return (
    typeof name === 'string' &&
    (name.startsWith('brand:') || themeNames.some((one) => one === name))
  )
}
