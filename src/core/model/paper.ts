/** The sizes of paper that handouts are printed on. */

interface Paper {
  /** mm, as long as the sheet is upright; so is its height. */
  readonly width: number
  readonly height: number
}

/** Named as `case.yaml` and CSS name them. */
const papers = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
} as const satisfies Readonly<Record<string, Paper>>

/** The name of a size of paper. */
export type PaperName = keyof typeof papers

/** These names, in the order of the table. */
export const paperNames = Object.keys(papers) as PaperName[] // these keys alone are in the table

/** Width of an upright sheet, mm. */
export function widthOfPaper(name: PaperName): number {
  return papers[name].width
}

/** Height of an upright sheet, mm. */
export function heightOfPaper(name: PaperName): number {
  return papers[name].height
}

/** What stays free at the edges of a sheet, mm. */
export interface PaperMargins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}
