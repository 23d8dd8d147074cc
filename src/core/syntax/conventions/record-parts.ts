/** What the parts of decision records are called, in small letters. */
import { RE_OUTLINE } from './label-patterns.ts'

/** Parts of Nygard's form, of MADR and of requests for comments. */
const PARTS = new Set([
  ...['status', 'context', 'decision', 'consequences', 'rationale', 'compliance', 'notes'],
  ...['context and problem statement', 'decision drivers', 'considered options', 'options'],
  ...['decision outcome', 'pros and cons of the options', 'more information', 'links'],
  ...['references', 'confirmation', 'validation', 'positive consequences', 'negative consequences'],
  ...['alternatives', 'alternatives considered', 'options considered', 'summary', 'motivation'],
  ...['proposal', 'problem', 'drawbacks', 'open questions', 'unresolved questions', 'background'],
  ...['detailed design', 'design', 'implementation', 'impact', 'outcome', 'date', 'deciders'],
  ...['assumptions', 'risks', 'related decisions', 'argument', 'issue', 'positions', 'prior art'],
  ...['constraints', 'implications', 'related', 'abstract', 'goals', 'non-goals', 'positive'],
  ...['negative', 'user stories', 'risks and mitigations', 'test plan', 'rollout', 'unresolved'],
  ...['the problem', 'the story so far', 'why', 'the question', 'what matters to us', 'discussion'],
  ...['what we could do', 'what we looked at', 'what else we looked at', 'what we considered'],
  ...['what we decided', 'what we will do', 'our decision', 'the decision', 'resolution'],
  ...['reasons', 'reasons for decision', 'reasons for the decision', 'other options considered'],
  ...['alternative options considered', 'alternative options considered and rejected'],
  ...['options considered and rejected', 'conflicts of interest', 'background papers'],
  ...['what did we decide', 'what is the problem', 'what else did we think about'],
  ...['what else did we consider', 'what else did we look at', 'what happens now'],
  ...['solution', 'prologue', 'prologue (summary)'],
  ...['what it means', 'what this means', 'what follows', 'what happens next', 'next steps'],
])

/** Whether a name is that of a part of a record. */
export function isPartOfRecord(name: string): boolean {
  return PARTS.has(name.toLowerCase())
}

/** What parts a record has where it is one: of each list, one. */
export const FORMS: readonly (readonly (readonly string[])[])[] = [
  [
    ['status'],
    ['decision', 'decision outcome', 'proposal', 'solution'],
    [
      ...['context', 'consequences', 'motivation', 'background', 'rationale', 'problem', 'summary'],
      ...['issue', 'argument', 'implications', 'positions'],
    ],
  ],
  [['decision outcome'], ['considered options', 'context and problem statement']],
  [['context and problem statement'], ['considered options']],
  [['context'], ['decision'], ['consequences']],
  [['what did we decide'], ['why', 'what is the problem', 'the problem', 'context', 'background']],
  [
    ['decision', 'the decision'],
    ['reasons', 'reasons for decision', 'reasons for the decision'],
    [
      ...['alternative options considered', 'alternative options considered and rejected'],
      ...['other options considered', 'options considered and rejected', 'options considered'],
      ...['alternatives considered', 'alternatives'],
    ],
  ],
]

/** What says what was decided, the plainest first. */
const DECIDED = [
  ...[
    'decision',
    'decision outcome',
    'what we decided',
    'what did we decide',
    'our decision',
    'the decision',
  ],
  ...['resolution', 'solution', 'what we will do', 'outcome', 'proposal', 'summary', 'abstract'],
]

/** The part of a record that says what was decided, most plainly; undefined where none does. */
export function decidedIn<Part extends { readonly name?: string }>(
  parts: readonly Part[],
): Part | undefined {
  const plain = ({ name = '' }: Part) => name.toLowerCase().replace(RE_OUTLINE, '').replace('?', '')
  return DECIDED.flatMap((one) => parts.filter((part) => plain(part) === one))[0]
}
