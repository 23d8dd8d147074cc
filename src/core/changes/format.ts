/** Changes as a text to read, as Markdown, and as data. */
import { shorten } from '../text/phrases.ts'
import { type Change, isOfChallenge } from './change.ts'
import { changeSentence } from './change-sentence.ts'
import type { DiffRun } from './words.ts'

/** How changes can be printed. */
export const changeFormats = ['text', 'md', 'json'] as const

/** One of these formats. */
export type ChangeFormat = (typeof changeFormats)[number]

/**
 * What `json` holds. A field may be added; none is renamed or dropped without a new `schema` number.
 * `since` and `until` say what was compared: a commit, a tag or a date.
 */
export interface ChangesJson {
  readonly schema: 1
  readonly since: string
  readonly until: string
  /** The most important first; each with its sentence, which ends in a full stop. */
  readonly changes: readonly (Change & { readonly sentence: string })[]
}

/** What was compared, as a reader calls it. */
interface Span {
  readonly since: string
  readonly until: string
}

/** All changes in one format, with a line end behind the last. */
export function formatChanges(
  changes: readonly Change[],
  span: Span,
  format: ChangeFormat,
): string {
  return FORMATS[format](changes, span)
}

const FORMATS: Readonly<Record<ChangeFormat, (changes: readonly Change[], span: Span) => string>> =
  {
    text: (changes, span) =>
      lines(titleOf(span), changes.length === 0 ? [NOTHING] : changes.flatMap(plainOf)),
    md: (changes, span) =>
      lines(
        `## ${literal(titleOf(span))}`,
        changes.length === 0 ? [NOTHING] : changes.map(markdownOf),
      ),
    json: (changes, { since, until }) => {
      const withSentences = changes.map((change) => ({
        sentence: changeSentence(change),
        ...change,
      }))
      const json: ChangesJson = { schema: 1, since, until, changes: withSentences }
      return `${JSON.stringify(json, undefined, 2)}\n`
    },
  }

const NOTHING = 'Nothing that a reader sees.'

function titleOf({ since, until }: Span): string {
  return `What changed from ${since} to ${until}`
}

function lines(title: string, body: readonly string[]): string {
  return `${[title, '', ...body].join('\n')}\n`
}

/** `[-so-]` was taken out and `{+so+}` put in, as `git diff --word-diff` has it. */
function plainOf(change: Change): readonly string[] {
  const passages = passagesOf(change).map((runs) =>
    spell(runs, {
      same: (text) => text,
      removed: (text) => `[-${text}-]`,
      added: (text) => `{+${text}+}`,
    }),
  )
  return [changeSentence(change), ...passages.map((passage) => `    ${passage}`)]
}

function markdownOf(change: Change): string {
  const passages = passagesOf(change).map((runs) =>
    spell(runs, {
      same: isOfChallenge(change) ? inert : literal,
      removed: (text) => `~~${literal(text)}~~`,
      added: (text) => `**${literal(text)}**`,
    }),
  )
  return [
    `- ${literal(changeSentence(change))}`,
    ...passages.map((passage) => `  > ${passage}`),
  ].join('\n')
}

/**
 * The passages of a change that show words which came or went. Words that stayed are cut short.
 * A question is shown whole. `[]` where the sentence says everything.
 */
export function passagesOf(change: Change): readonly (readonly DiffRun[])[] {
  if (isOfChallenge(change)) return [[{ text: change.challenge.words, mark: 'same' }]]
  if (!('words' in change)) return []
  if (change.what === 'retitled' || change.what === 'described') return []
  return change.words.map((runs) =>
    runs.map((run, index) =>
      run.mark === 'same' ? { ...run, text: shortened(run.text, index, runs.length) } : run,
    ),
  )
}

/** How many letters are shown of what came or went. */
const SHOWN = 280

/** The passages that are shown below a sentence: for an item that came or went, its words. */
export function shownOf(change: Change): readonly (readonly DiffRun[])[] {
  if (change.what !== 'added' && change.what !== 'removed') return passagesOf(change)
  const text = shorten(change.text, SHOWN)
  return text === '' ? [] : [[{ text, mark: change.what === 'removed' ? 'removed' : 'same' }]]
}

type Spelling = Readonly<Record<DiffRun['mark'], (text: string) => string>>

/** Runs on one line; white space stays outside the marks, where Markdown wants it. */
export function spell(runs: readonly DiffRun[], spelling: Spelling): string {
  return runs
    .map(({ text, mark }) => {
      const [, start = '', words = '', end = ''] = /^(\s*)(.*?)(\s*)$/s.exec(oneLine(text)) ?? []
      return words === '' ? `${start}${end}` : `${start}${spelling[mark](words)}${end}`
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** How many words that stayed are shown beside a change. */
const AROUND = 8

function shortened(text: string, index: number, count: number): string {
  const words = text.match(/\S+\s*/g) ?? []
  const [before, after] = [index > 0 ? AROUND : 0, index < count - 1 ? AROUND : 0]
  if (words.length <= before + after + 2) return text
  const [head, tail] = [words.slice(0, before), after > 0 ? words.slice(-after) : []]
  return `${/^\s*/.exec(text)?.[0] ?? ''}${head.join('')}… ${tail.join('')}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** The text, with each sign escaped that means something to Markdown or HTML. */
function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#~|!&]/g, '\\$&')
}

/** The words of a stranger, who also opens no list, makes no address a link, and calls nobody by `@`. */
function inert(text: string): string {
  return literal(text)
    .replace(/^(?:[-+=]|\d{1,9}(?=\.))/, (start) =>
      /\d/.test(start) ? `${start}\\` : `\\${start}`,
    )
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replaceAll('@', '@\u2060')
}
