/** Remarks in documents as a file of feedback: the same shape as issues, so that one reader reads both. */
import type { DocumentComment, TrackedChange } from '../import/foreign/document.ts'
import type { FindSubject } from './subject.ts'

/** A remark as the file has it. Nobody's name is in it: it is personal data. */
export interface RemarkEntry {
  /** `F12`, unique in the case. */
  readonly id: string
  readonly title: string
  readonly body: string
  readonly state: 'open' | 'closed'
  readonly createdAt?: string
  /** It is for the team alone until somebody takes this out: whoever wrote it wrote to them. */
  readonly confidential: true
}

/** A remark before it has an id. */
export interface Remark extends Omit<RemarkEntry, 'id'> {
  /** What it is about; absent where the case has nothing like it. */
  readonly about?: string
}

/** Comments and tracked changes of a document, each with what it is about. */
export function remarksOf(
  {
    comments = [],
    changes = [],
  }: {
    readonly comments?: readonly DocumentComment[] | undefined
    readonly changes?: readonly TrackedChange[] | undefined
  },
  source: string,
  find: FindSubject,
): readonly Remark[] {
  const remarks = [
    ...comments.map((comment) => ({ ...comment, said: comment.words })),
    ...changes.map(({ sort, words, ...change }) => ({
      ...change,
      said: sort === 'inserted' ? `Put in: “${words}”` : `Take out: “${words}”`,
      quoted: undefined,
      isDone: undefined,
    })),
  ]
  return remarks.map(({ said, quoted, on, isDone, ...place }) => {
    const subject = find(place)
    const about = subject ? [`About ${plain(subject.name)} (${subject.key}), ${plain(source)}`] : []
    const quote = quoted ?? place.block
    return {
      title: `Challenge: ${subject ? subject.name : source}`,
      body: [...about, ...(quote === '' ? [] : [`> ${quote.slice(0, 500)}`]), said].join('\n\n'),
      state: isDone ? ('closed' as const) : ('open' as const),
      ...(on === undefined ? {} : { createdAt: `${on}T00:00:00Z` }),
      confidential: true,
      ...(subject ? { about: subject.name } : {}),
    }
  })
}

/** A name on one line, that the pattern of the reader fits. */
function plain(name: string): string {
  return name.replace(/\s+/g, ' ').slice(0, 80)
}
