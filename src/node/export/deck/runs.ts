/** Runs of text as the library takes them: look, size and where each leads. */
import type PptxGenJS from 'pptxgenjs'
import { FONTS, hueOf, type Palette } from '../palette.ts'
import type { Destination, Paragraph, Run } from '../text.ts'

/** Where words lead in the file: another slide, 1-based, or out of it. */
export type Leads = (
  to: Destination,
) => { readonly slide: number } | { readonly url: string } | undefined

export interface RunLook {
  readonly palette: Palette
  readonly leads: Leads
  /** px; absent where the layout's own size holds. */
  readonly size?: number
  /** Set for LibreOffice, which breaks no line in the words of one link: each word is one. */
  readonly wordwise?: boolean
}

/** Paragraphs as the library takes them, one after the other. */
export function textProps(paragraphs: readonly Paragraph[], look: RunLook): PptxGenJS.TextProps[] {
  return paragraphs.flatMap(({ runs, style }) =>
    runsIn(runs, look).map((run, index, { length }) => ({
      text: run.text,
      options: {
        ...runOptions(run, style, look),
        ...(index === length - 1 ? { breakLine: true } : {}),
      },
    })),
  )
}

function runsIn(runs: readonly Run[], { leads, wordwise }: RunLook): readonly Run[] {
  if (!wordwise) return runs
  return runs.flatMap((run) => {
    if (!run.to || !leads(run.to)) return [run]
    return (run.text.match(/\S+\s*/g) ?? [run.text]).map((text) => ({ ...run, text }))
  })
}

/** The look of quiet words, of what they stand beside. */
const BY = 0.5
const LEAST_BY = 24

function runOptions(
  run: Run,
  style: Paragraph['style'],
  { palette, leads, size }: RunLook,
): PptxGenJS.TextPropsOptions {
  const { bold, italic, strike, code, kind, to } = run
  const hyperlink = to && leads(to)
  const px = style === 'by' && size ? Math.max(LEAST_BY, size * BY) : size
  const color = kind ? hueOf(palette, kind) : style === 'by' ? palette['quiet'] : undefined
  return {
    ...(bold || style === 'heading' ? { bold: true } : {}),
    ...(italic ? { italic } : {}),
    ...(strike ? { strike: 'sngStrike' as const } : {}),
    ...(code ? { fontFace: FONTS.code } : {}),
    ...(color === undefined ? {} : { color }),
    ...(hyperlink ? { hyperlink } : {}),
    ...(px ? { fontSize: px * 0.75 } : {}),
  }
}
