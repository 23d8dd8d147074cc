/** The logo of a brand, as pages and office files take it. */

/** A picture for light ground and one for dark ground, each as an address that holds it. */
export interface Logo {
  readonly light: string
  readonly dark: string
  /** Whose it is, for those who do not see it. */
  readonly alt: string
  /** Whether the brand is dark whatever its reader prefers, but on paper. */
  readonly isDark: boolean
}
