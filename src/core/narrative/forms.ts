/** Other forms of the case, by what they are good for. Each name says by itself what it opens. */
import { HANDOUTS, type HandoutName, handoutFile } from '../publish/handouts.ts'

/** One of them. */
interface Form {
  /** From the narrative. */
  readonly to: string
  readonly words: string
  /** Set where it is to be kept, not opened. */
  readonly isFile?: true
}

/** Forms of one use. */
interface Forms {
  readonly use: string
  readonly forms: readonly Form[]
}

/** What the page of the trace is called. */
export const TRACE = 'Trace of every claim'

/** What `figures.csv` is called. */
export const FIGURES_CSV = 'Every estimate and total (CSV)'

const PRESENT: Form = { to: 'deck/', words: 'Present' }

const FIGURES: Form = { to: 'figures/', words: 'Figures' }

const ALSO: readonly Form[] = [
  { to: 'trace/', words: TRACE },
  { to: 'changes/', words: 'What changed' },
]

const MADE: readonly Forms[] = [
  {
    use: 'To print',
    forms: Object.entries(HANDOUTS).map(([name, called]) => ({
      to: handoutFile(name as HandoutName /* a key of the table */, 'pdf'),
      words: `${called} (PDF)`,
    })),
  },
  {
    use: 'Offline',
    forms: [
      { to: 'offline/narrative.html', words: 'The whole case as one file (HTML)', isFile: true },
      { to: 'offline/case.zip', words: 'All pages and PDFs (ZIP)' },
    ],
  },
]

const DATA: readonly Form[] = [
  { to: 'trace.csv', words: 'Every item and its links (CSV)', isFile: true },
  { to: 'case.json', words: 'The whole case (JSON)', isFile: true },
]

const SUMS: readonly Form[] = [
  { to: 'figures.xlsx', words: 'The sums with their formulas (Excel)', isFile: true },
  { to: 'figures.csv', words: FIGURES_CSV, isFile: true },
]

/**
 * The forms that the narrative leads to. Some are made of the finished site, and of that alone.
 *
 * @param hasFigures whether the case has estimates
 */
export function formsOf(isSite: boolean, hasFigures: boolean) {
  const data: Forms = { use: 'As data', forms: [...DATA, ...(hasFigures ? SUMS : [])] }
  return {
    present: PRESENT,
    also: hasFigures ? [FIGURES, ...ALSO] : ALSO,
    download: [...(isSite ? MADE : []), data],
  }
}
