/** How Mermaid's charts and other kinds look: words that are read on a slide and on paper. */
import { LABEL_SIZE, SLIDE_ROOM } from '../../core/diagram/index.ts'
import { tintTokens, tokens } from '../theme/tokens.ts'

/** Colours of pie slices, of boxes in C4 diagrams and the like: light behind dark words, and dark behind light ones. */
export const tints: readonly string[] = Object.values(tintTokens)

/** Lines and points of charts: they stand out from paper by 3:1 and more, as WCAG 1.4.11 asks. */
const strong = [tokens.objective, tokens.evidence, tokens['success-factor'], tokens.thread]

/** Words of what is drawn larger than a slide, and so comes out smaller. */
const LARGE = 26

/** What has no setting; and no line for today, since that day passes. */
const themeCSS = `
  .grid .tick text { font-size: ${LABEL_SIZE}px }
  .today { display: none }
  .taskTextOutsideRight, .taskTextOutsideLeft {
    stroke: ${tokens.paper}; stroke-width: 6px; stroke-linejoin: round; paint-order: stroke;
  }
  .edgeLabel .label rect { opacity: 1; fill: ${tokens.paper} }
  .titleText, .flowchartTitleText { font-size: ${LARGE}px }
  .edgeTerminals, .edgeLabel .label { font-size: ${LABEL_SIZE}px }
  text[font-size="4ex"] { font-size: ${LARGE}px }
  .node-labels { font-size: ${LABEL_SIZE}px }
  .treemapSectionLabel, .treemapSectionValue, .treemapValue { font-size: ${LABEL_SIZE}px !important }
  .nodes:has(~ .node-labels) rect { fill: ${tokens.objective} }
`

const themeVariables = {
  taskBkgColor: tints[0],
  taskBorderColor: tokens.objective,
  taskTextColor: tokens.ink,
  taskTextOutsideColor: tokens.ink,
  taskTextDarkColor: tokens.ink,
  activeTaskBkgColor: tints[1],
  activeTaskBorderColor: tokens['success-factor'],
  doneTaskBkgColor: tints[4],
  doneTaskBorderColor: tokens.quiet,
  critBkgColor: tints[3],
  critBorderColor: tokens.thread,
  sectionBkgColor: tokens.paper,
  sectionBkgColor2: tokens.paper,
  altSectionBackground: tokens.card,
  gridColor: tokens.rule,
  todayLineColor: tokens.thread,
  pieOuterStrokeColor: tokens.quiet,
  pieStrokeColor: tokens.card,
  pieOpacity: '1',
  pieTitleTextSize: `${LARGE}px`,
  pieSectionTextSize: `${LABEL_SIZE}px`,
  pieLegendTextSize: `${LABEL_SIZE}px`,
  ...tinted('pie', 1),
  ...tinted('cScale', 0),
  ...tinted('git', 0),
  ...tinted('fillType', 0),
  ...Object.fromEntries(strong.map((color, index) => [`actor${index}`, color])),
  ...inOne('cScaleInv', tokens.quiet),
  ...inOne('cScaleLabel', tokens.ink),
  ...inOne('gitBranchLabel', tokens.ink),
  commitLabelFontSize: `${LABEL_SIZE}px`,
  tagLabelFontSize: `${LABEL_SIZE}px`,
  packet: { byteFontSize: `${LABEL_SIZE}px`, labelFontSize: `${LABEL_SIZE}px` },
  radar: { axisLabelFontSize: LABEL_SIZE, legendFontSize: LABEL_SIZE },
  quadrant1Fill: tokens.card,
  quadrant2Fill: tokens.paper,
  quadrant3Fill: tokens.card,
  quadrant4Fill: tokens.paper,
  quadrantPointFill: tokens.objective,
  quadrantPointTextFill: tokens.ink,
  ...Object.fromEntries(
    ['1Text', '2Text', '3Text', '4Text', 'XAxisText', 'YAxisText', 'Title'].map((words) => [
      `quadrant${words}Fill`,
      tokens.ink,
    ]),
  ),
  xyChart: {
    backgroundColor: 'transparent',
    plotColorPalette: [tints[0], ...strong].join(','),
    titleColor: tokens.ink,
    ...axis('x'),
    ...axis('y'),
  },
}

const wide = { width: SLIDE_ROOM.width, height: SLIDE_ROOM.height }
const settings = {
  gantt: {
    useWidth: SLIDE_ROOM.width,
    fontSize: LABEL_SIZE,
    sectionFontSize: LABEL_SIZE,
    barHeight: 40,
    leftPadding: 170,
    gridLineStartPadding: 40,
    topPadding: 60,
    axisFormat: '%e %b',
  },
  journey: {
    taskFontSize: LABEL_SIZE,
    titleFontSize: `${LARGE}px`,
    width: 200,
    actorColours: strong,
    titleColor: tokens.ink,
  },
  pie: { textPosition: 0.6 },
  xyChart: {
    width: SLIDE_ROOM.width,
    height: 430,
    titleFontSize: LARGE,
    xAxis: { labelFontSize: LABEL_SIZE, titleFontSize: LABEL_SIZE },
    yAxis: { labelFontSize: LABEL_SIZE, titleFontSize: LABEL_SIZE },
  },
  quadrantChart: {
    chartWidth: SLIDE_ROOM.width,
    chartHeight: 440,
    titleFontSize: LARGE,
    quadrantLabelFontSize: LARGE,
    pointLabelFontSize: LARGE,
    xAxisLabelFontSize: LARGE,
    yAxisLabelFontSize: LARGE,
    pointRadius: 8,
  },
  sankey: { ...wide, linkColor: tintTokens.quiet, nodeWidth: 14 },
  er: { fontSize: LABEL_SIZE },
  // Who speaks is named once, and messages stand close: their words are the larger on a slide.
  sequence: { mirrorActors: false, messageMargin: 26, height: 50, boxMargin: 8 },
  radar: { width: 360, height: 280 },
  packet: { rowHeight: 48, paddingY: 30 },
} as const

/** What is added to Mermaid's settings for authors' diagrams. */
export const charts = { themeCSS, themeVariables, settings } as const

/** Settings for a text: Mermaid gives the names of sections one room, however long they are. */
export function roomFor(text: string) {
  const sections = [...text.matchAll(/^\s*section\s+(.+)$/gm)].map(([, name = '']) => name.trim())
  const longest = Math.max(0, ...sections.map(({ length }) => length))
  const leftPadding = Math.min(440, Math.max(settings.gantt.leftPadding, 24 + longest * 11))
  // Names of commits that nobody gave are chance.
  const gitGraph = { showCommitLabel: /\bid:/.test(text) }
  return { gantt: { ...settings.gantt, leftPadding }, gitGraph }
}

/** `pie1` to `pie12` and the like. */
function tinted(name: string, first: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `${name}${first + index}`,
      tints[index % tints.length] ?? tokens.rule,
    ]),
  )
}

/** The same colour for each of twelve. */
function inOne(name: string, colour: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${name}${index}`, colour]))
}

function axis(name: 'x' | 'y'): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['Label', 'Title', 'Tick', 'Line'].map((part) => [
      `${name}Axis${part}Color`,
      part === 'Label' || part === 'Title' ? tokens.ink : tokens.quiet,
    ]),
  )
}
