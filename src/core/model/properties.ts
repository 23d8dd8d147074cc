/** What teams say of an item beside its words: one row each, with the words by which it is known. */
import { propertiesAbroad } from './translations.ts'

interface PropertyRow {
  readonly label: string
  /** What columns and lines call it, in small letters. */
  readonly names: readonly string[]
}

export const properties = {
  owner: {
    label: 'Owner',
    names: [
      ...['owner', 'risk owner', 'action owner', 'benefit owner', 'owned by', 'who', 'lead'],
      ...['responsible', 'assigned to', 'assignee', 'accountable', 'decided by', 'decision-makers'],
      ...['deciders', 'decision makers', 'author', 'authors', 'who looks after it', 'by whom'],
      ...['executive lead', 'lead officer', 'lead director', 'handler', 'decision taken by'],
    ],
  },
  date: {
    label: 'Date',
    names: [
      ...['date', 'due', 'due date', 'by when', 'when', 'deadline', 'needed by', 'review date'],
      ...['raised', 'date raised', 'target date', 'decided on', 'created', 'last updated'],
      ...['date of decision', 'date needed'],
    ],
  },
  status: {
    label: 'Status',
    names: ['status', 'state', 'rag', 'rag status', 'rag rating', 'progress', 'outcome'],
  },
  likelihood: {
    label: 'Likelihood',
    names: ['likelihood', 'probability', 'chance', 'how likely', 'prob', 'prob.', 'l', 'p'],
  },
  impact: {
    label: 'Impact',
    names: ['impact', 'severity', 'impact if false', 'impact if wrong', 'how bad', 'i'],
  },
  mitigation: {
    label: 'Mitigation',
    names: [
      ...['mitigation', 'mitigations', 'mitigating action', 'mitigating actions', 'response'],
      ...['controls', 'treatment', 'contingency', 'how we manage it', 'mitigation plan'],
      ...['controls in place', 'action to manage it', 'how it is managed', 'what we do about it'],
      ...['key controls', 'existing controls', 'control measures', 'counter measures'],
      ...['countermeasures', 'planned mitigation'],
    ],
  },
  measure: {
    label: 'Measure',
    names: [
      ...['measure', 'measured by', 'metric', 'kpi', 'indicator', 'how measured'],
      ...['what we measure', 'how we measure it', 'measure of effectiveness'],
    ],
  },
  baseline: { label: 'Baseline', names: ['baseline', 'current', 'now', 'today', 'as is'] },
  answer: {
    label: 'Answer',
    names: ['answer', 'our answer', 'what we answer', 'what we say to that', 'reply', 'our reply'],
  },
  answers: { label: 'Answers', names: ['answers', 'taken up from', 'takes up', 'challenge'] },
  target: { label: 'Target', names: ['target', 'target value', 'to be'] },
} as const satisfies Record<string, PropertyRow>

/** The name of a property. */
export type Property = keyof typeof properties

/** Every property, in the order of the table. */
export const propertyNames = Object.keys(properties) as readonly Property[] // its own keys

/** What is said of one item, in the writer's words. */
export type Properties = Readonly<Partial<Record<Property, string>>>

/** What is said, in sentences: `Owner: M. Hale.`; `[]` for nothing. */
export function propertySentences(said: Properties = {}): readonly string[] {
  return propertyNames.flatMap((name) => {
    const words = said[name]
    return words === undefined
      ? []
      : [`${properties[name].label}: ${words}${RE_END.test(words) ? '' : '.'}`]
  })
}

const RE_END = /[.!?]$/

/** The property that somebody's word names: `Likelihood (1-5)` → `likelihood`. */
export function propertyOf(word: string): Property | undefined {
  const plain = word
    .replace(/\([^()]*\)|\bof (?:harm|occurrence)\b/g, '')
    .replace(/[:*_\s]+/g, ' ')
    .trim()
    .toLowerCase()
  return propertyNames.find(
    (name) =>
      (properties[name] as PropertyRow).names.includes(plain) ||
      propertiesAbroad[name]?.includes(plain),
  )
}
