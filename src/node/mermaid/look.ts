/** Mermaid's settings: how it reads the diagrams of the case, and how authors' own look. */
import { LABEL_SIZE } from '../../core/diagram/index.ts'
import { EMOJI_FAMILY } from '../theme/emoji.ts'
import { tintTokens, tokens } from '../theme/tokens.ts'
import { charts } from './charts.ts'

/** What the theme's font is called while drawing. */
export const FONT = 'Travelling'

/** The fonts in which words of drawings are set, as a CSS font family. */
export const FONTS = `'${FONT}', '${EMOJI_FAMILY}'`

const common = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  htmlLabels: false,
  deterministicIds: true,
  deterministicIDSeed: 'drawing',
  look: 'classic',
  theme: 'base',
  fontFamily: FONTS,
  maxTextSize: 500_000,
  maxEdges: 5_000,
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'maxTextSize',
    'maxEdges',
    'suppressErrorRendering',
    'htmlLabels',
    'fontFamily',
    'themeCSS',
  ],
} as const

/** Mermaid's settings for diagrams of the case, in the layout of `in-page/columns.mjs`. */
export const caseLook = { ...common, layout: 'columns', fontSize: LABEL_SIZE } as const

/**
 * Mermaid's settings for authors' diagrams: its own layout, in the colours of the theme; other shades stay
 * distinct.
 */
export const authorLook = {
  ...common,
  themeCSS: charts.themeCSS,
  fontSize: LABEL_SIZE,
  themeVariables: {
    fontFamily: FONTS,
    fontSize: `${LABEL_SIZE}px`,
    background: tokens.card,
    primaryColor: tokens.card,
    primaryTextColor: tokens.ink,
    primaryBorderColor: tokens.objective,
    secondaryColor: tokens.paper,
    secondaryTextColor: tokens.ink,
    secondaryBorderColor: tokens.quiet,
    tertiaryColor: tokens.paper,
    tertiaryTextColor: tokens.ink,
    tertiaryBorderColor: tokens.rule,
    lineColor: tokens.quiet,
    textColor: tokens.ink,
    mainBkg: tokens.card,
    nodeBorder: tokens.objective,
    clusterBkg: tokens.paper,
    clusterBorder: tokens.rule,
    titleColor: tokens.ink,
    edgeLabelBackground: tokens.paper,
    actorBkg: tokens.card,
    actorBorder: tokens.objective,
    actorTextColor: tokens.ink,
    actorLineColor: tokens.quiet,
    signalColor: tokens.quiet,
    signalTextColor: tokens.ink,
    labelBoxBkgColor: tokens.paper,
    labelBoxBorderColor: tokens.quiet,
    labelTextColor: tokens.ink,
    loopTextColor: tokens.ink,
    noteBkgColor: tokens.paper,
    noteBorderColor: tokens.evidence,
    noteTextColor: tokens.ink,
    activationBkgColor: tokens.rule,
    activationBorderColor: tokens.quiet,
    sequenceNumberColor: tokens.card,
    ...charts.themeVariables,
  },
  // As many letters a line as Mermaid's own 200 px hold at its own size; close together, so that
  // words are still large where a slide scales the whole down.
  flowchart: { curve: 'basis', wrappingWidth: 250, nodeSpacing: 32, rankSpacing: 40, padding: 10 },
  ...charts.settings,
} as const

/** True where every colour is one of the theme's, so that dark paper may turn them all. */
export function isOfTheme(markup: string): boolean {
  const known: readonly string[] = [...Object.values(tokens), ...Object.values(tintTokens)]
  const found = markup.match(/(?:fill|stroke|stop-color)="(?!none|url)([^"]*)"/g) ?? []
  return found.every((one) => known.includes(one.slice(one.indexOf('"') + 1, -1)))
}
