/** Mermaid's settings: how it measures the diagrams of the case, and how authors' own look. */
import { LABEL_SIZE } from '../../core/diagram/index.ts'

/** What the theme's font is called while drawing. */
export const FONT = 'Travelling'

/** The tokens' colours on light paper; the style sheet of drawings maps each to its token. */
const palette = {
  ink: '#16181d',
  quiet: '#5a5f6a',
  card: '#ffffff',
  paper: '#fbfaf6',
  rule: '#dcd8cd',
  thread: '#c1121f',
  objective: '#3b3a98',
  factor: '#0a6b50',
  evidence: '#8a4a06',
} as const

/** Colours of pie slices and the like: distinct on paper and in grey, light behind dark words. */
const tints = [
  '#b9b8e6',
  '#a5d6c3',
  '#f0cf9f',
  '#f0b3b6',
  '#d9d5c8',
  '#d5b6d8',
  '#b4d3e6',
  '#dcd58f',
]

const common = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  htmlLabels: false,
  deterministicIds: true,
  deterministicIDSeed: 'drawing',
  look: 'classic',
  theme: 'base',
  fontFamily: `'${FONT}'`,
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

/** For diagrams of the case, of which only the wrapped words and the ends of lines are used. */
export const caseLook = {
  ...common,
  layout: 'dagre',
  fontSize: LABEL_SIZE,
  themeVariables: { fontFamily: `'${FONT}'`, fontSize: `${LABEL_SIZE}px` },
  flowchart: { wrappingWidth: 350, curve: 'linear' },
} as const

/** For authors' diagrams: Mermaid's layout in this case's colours; other shades stay distinct. */
export const authorLook = {
  ...common,
  // The one text of a gantt chart that has no setting; and no line for today, since that day passes.
  themeCSS: '.grid .tick text { font-size: 14px } .today { display: none }',
  fontSize: LABEL_SIZE,
  themeVariables: {
    fontFamily: `'${FONT}'`,
    fontSize: `${LABEL_SIZE}px`,
    background: palette.card,
    primaryColor: palette.card,
    primaryTextColor: palette.ink,
    primaryBorderColor: palette.objective,
    secondaryColor: palette.paper,
    secondaryTextColor: palette.ink,
    secondaryBorderColor: palette.quiet,
    tertiaryColor: palette.paper,
    tertiaryTextColor: palette.ink,
    tertiaryBorderColor: palette.rule,
    lineColor: palette.quiet,
    textColor: palette.ink,
    mainBkg: palette.card,
    nodeBorder: palette.objective,
    clusterBkg: palette.paper,
    clusterBorder: palette.rule,
    titleColor: palette.ink,
    edgeLabelBackground: palette.paper,
    actorBkg: palette.card,
    actorBorder: palette.objective,
    actorTextColor: palette.ink,
    actorLineColor: palette.quiet,
    signalColor: palette.quiet,
    signalTextColor: palette.ink,
    labelBoxBkgColor: palette.paper,
    labelBoxBorderColor: palette.quiet,
    labelTextColor: palette.ink,
    loopTextColor: palette.ink,
    noteBkgColor: palette.paper,
    noteBorderColor: palette.evidence,
    noteTextColor: palette.ink,
    activationBkgColor: palette.rule,
    activationBorderColor: palette.quiet,
    sequenceNumberColor: palette.card,
    taskBkgColor: tints[0],
    taskBorderColor: palette.objective,
    taskTextColor: palette.ink,
    taskTextOutsideColor: palette.ink,
    taskTextDarkColor: palette.ink,
    sectionBkgColor: palette.paper,
    sectionBkgColor2: palette.paper,
    altSectionBackground: palette.card,
    gridColor: palette.rule,
    todayLineColor: palette.thread,
    pieOuterStrokeColor: palette.quiet,
    pieStrokeColor: palette.card,
    pieOpacity: '1',
    ...tinted('pie', 1),
    ...tinted('cScale', 0),
    ...tinted('git', 0),
    ...tinted('fillType', 0),
    ...labelled('cScaleLabel'),
    ...labelled('gitBranchLabel'),
    quadrantPointFill: palette.objective,
    quadrantPointTextFill: palette.ink,
  },
  // As many letters a line as Mermaid's own 200 px hold at its own size; close together, so that
  // words are still large where a slide scales the whole down.
  flowchart: { curve: 'basis', wrappingWidth: 250, nodeSpacing: 32, rankSpacing: 40, padding: 10 },
  gantt: { useWidth: 900, fontSize: 16, sectionFontSize: 16, barHeight: 30, leftPadding: 120 },
  journey: { taskFontSize: 16 },
  pie: { textPosition: 0.6 },
} as const

/** `pie1` to `pie12` and the like. */
function tinted(name: string, first: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `${name}${first + index}`,
      tints[index % tints.length] ?? palette.rule,
    ]),
  )
}

function labelled(name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`${name}${index}`, palette.ink]),
  )
}

/** True where every colour is one of the theme's, so that dark paper may turn them all. */
export function isOfTheme(markup: string): boolean {
  const known: readonly string[] = Object.values(palette)
  const colours = markup.match(/(?:fill|stroke|stop-color)="(?!none|url)([^"]*)"/g) ?? []
  return colours.every((found) => known.includes(found.slice(found.indexOf('"') + 1, -1)))
}
