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

const PRESENT: Form = { to: 'deck/', words: 'Present' }

const ALSO: readonly Form[] = [
  { to: 'trace/', words: 'Trace of every claim' },
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

const DATA: Forms = {
  use: 'As data',
  forms: [
    { to: 'trace.csv', words: 'Every item and its links (CSV)', isFile: true },
    { to: 'case.json', words: 'The whole case (JSON)', isFile: true },
  ],
}

/** The forms that the narrative leads to. Some are made of the finished site, and of that alone. */
export function formsOf(isSite: boolean) {
  return { present: PRESENT, also: ALSO, download: [...(isSite ? MADE : []), DATA] }
}
