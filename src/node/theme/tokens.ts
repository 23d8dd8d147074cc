/** The theme's colours as Mermaid is told them. */

/**
 * Colours by the token that they are, as the default theme has them on light paper. In drawings they
 * turn into those of the build's theme: see `theme/kind-styles.ts`.
 */
export const tokens = {
  ink: '#16181d',
  quiet: '#5a5f6a',
  card: '#ffffff',
  paper: '#fbfaf6',
  rule: '#dcd8cd',
  thread: '#c1121f',
  objective: '#3b3a98',
  'success-factor': '#0a6b50',
  evidence: '#8a4a06',
} as const

/** Colours behind words, by the token of which each is a tint. */
export const tintTokens = {
  objective: '#b9b8e6',
  'success-factor': '#a5d6c3',
  evidence: '#f0cf9f',
  risk: '#f0b3b6',
  quiet: '#d9d5c8',
  option: '#d5b6d8',
  question: '#b4d3e6',
  assumption: '#dcd58f',
} as const
