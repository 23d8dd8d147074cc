/** A change in one plain sentence. */

import { DRAFT } from '../graph/links-in-words.ts'
import { NOT_RATED } from '../graph/strength-words.ts'
import type { Role } from '../model/kinds.ts'
import { formatDate } from '../text/dates.ts'
import { listed } from '../text/listed.ts'
import type {
  Added,
  Challenged,
  Change,
  Described,
  Gapped,
  HandedOver,
  Linked,
  LinkFrom,
  LinkTo,
  Moved,
  Named,
  Rated,
  Removed,
  Renumbered,
} from './change.ts'
import type { EditionFieldName } from './edition.ts'
import { nameOf, namesOf, numbersOf, quoted, startOf } from './names.ts'

/** `Decision 5 added, with evidence 5a and 5b.` Which words changed, the sentence does not say. */
export function changeSentence(change: Change): string {
  const sentence = SENTENCES[change.what](change as never) // the table has the change's own row
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

/** A sentence in parts around the name of what it is about, as that is called now. */
interface SentenceParts {
  /** `''` where the sentence starts with the name, as most do. */
  readonly lead: string
  /** `''` where the sentence has no name for it. */
  readonly name: string
  readonly rest: string
}

/** The sentence in parts, so that the name can lead to what it is about. */
export function changeSentenceParts(change: Change): SentenceParts {
  const sentence = changeSentence(change)
  const about = change.after ?? change.before
  if (!about || about.kind === 'case') return { lead: sentence, name: '', rest: '' }
  const starts = [startOf(about), about.name].find((name) => sentence.startsWith(name))
  if (starts) return { lead: '', name: starts, rest: sentence.slice(starts.length) }
  const run = change.what === 'renumbered' ? change.run.map(({ after }) => after) : []
  const inside = [numbersOf(run, false), nameOf(about), quoted(about)]
  const name = inside.find((words) => words !== '' && sentence.includes(words)) ?? ''
  const at = name === '' ? sentence.length : sentence.lastIndexOf(name)
  return { lead: sentence.slice(0, at), name, rest: sentence.slice(at + name.length) }
}

type Sentences = {
  readonly [What in Change['what']]: (change: Extract<Change, { what: What }>) => string
}

const SENTENCES: Sentences = {
  added: sentenceOfAdded,
  removed: sentenceOfRemoved,
  reworded: ({ after, rewritten }) => `${startOf(after)} ${rewritten ? 'rewritten' : 'reworded'}`,
  reordered: ({ after }) => `${startOf(after)} put in another order`,
  retitled: ({ before, after }) => `section ${quoted(before)} is now called ${quoted(after)}`,
  moved: sentenceOfMoved,
  handed: sentenceOfHanded,
  renumbered: sentenceOfRenumbered,
  rated: sentenceOfRated,
  linked: sentenceOfLinked,
  unlinked: sentenceOfLinked,
  confirmed: sentenceOfLinked,
  doubted: sentenceOfLinked,
  written: sentenceOfGap,
  opened: sentenceOfGap,
  reassigned: sentenceOfGap,
  described: sentenceOfDescribed,
  asked: sentenceOfChallenge,
  answered: sentenceOfChallenge,
  taken: sentenceOfChallenge,
  later: sentenceOfChallenge,
  reopened: sentenceOfChallenge,
}

function sentenceOfAdded({ after, together, links, linkedBy = [], gap }: Added): string {
  const steps = [
    ...sentenceOfEach(
      links,
      ({ to }) => to,
      (role) => LINKS[role].does,
    ),
    ...sentenceOfEach(
      linkedBy,
      ({ from }) => from,
      (role) => LINKS[role].is,
    ),
  ]
  return [
    `${startOf(after)} added`,
    ...wordsOfTogether(together),
    ...(gap ? ['to be written'] : []),
    ...(steps.length > 0 ? [`which ${listed(steps)}`] : []),
  ].join(', ')
}

/** One clause for each role, with all its other ends. */
function sentenceOfEach<One extends LinkTo | LinkFrom>(
  links: readonly One[],
  endOf: (link: One) => Named,
  verb: (role: Role) => string,
): readonly string[] {
  const groups = Map.groupBy(links, ({ role, draft }) => `${role} ${draft ?? ''}`)
  return [...groups.values()].map((same) => {
    const { role, draft } = same[0] as One // no group is empty
    return `${verb(role)} ${namesOf(same.map(endOf))}${draft ? DRAFT : ''}`
  })
}

function sentenceOfRemoved({ before, together }: Removed): string {
  return [`${startOf(before)} removed`, ...wordsOfTogether(together)].join(', ')
}

/** More sections than this are only counted. */
const NAMED = 4

function wordsOfTogether(together: readonly Named[]): readonly string[] {
  const isMany = together.length > NAMED && together.every(({ kind }) => kind === 'section')
  if (together.length === 0) return []
  return [`with ${isMany ? `${together.length} sections` : namesOf(together)}`]
}

function sentenceOfMoved({ after, from, to }: Moved): string {
  if (from?.key !== to?.key && from?.name !== to?.name) {
    const ways = [...(from ? [`from ${quoted(from)}`] : []), ...(to ? [`to ${quoted(to)}`] : [])]
    return `${startOf(after)} moved ${ways.join(' ')}`
  }
  return `${startOf(after)} moved to another place${to ? ` in ${quoted(to)}` : ''}`
}

function sentenceOfHanded({ after, from }: HandedOver): string {
  return `words moved from section ${quoted(from)} to ${quoted(after)}`
}

function sentenceOfRenumbered({ run, cause }: Renumbered): string {
  const [before, after] = [run.map((pair) => pair.before), run.map((pair) => pair.after)]
  const verb = run.length > 1 ? 'are' : 'is'
  const reason = cause
    ? `: ${namesOf(cause.named)} ${cause.named.length > 1 ? 'were' : 'was'} ${cause.what}`
    : ''
  return `${numbersOf(before, true)} ${verb} now ${numbersOf(after, false)}${reason}`
}

function sentenceOfRated({ after, ratings }: Rated): string {
  const parts = ratings.map((rating) => {
    const was = rating.before === undefined ? '' : ` (was ${lower(rating.before)})`
    return `${rating.term.toLowerCase()} ${lower(rating.after ?? 'not said')}${was}`
  })
  const isNew = ratings.every(({ before = NOT_RATED }) => before === NOT_RATED)
  return `${startOf(after)} ${isNew ? 'rated' : 'rated again'}: ${parts.join('; ')}`
}

/** Dates keep the capital of their month. */
function lower(words: string): string {
  return /\d{4}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

interface Verb {
  /** For a new item at the start of the link: "which measures objective 2". */
  readonly does: string
  /** Of the end that a change of the link is about: "Objective 2 now measured by …". */
  readonly verb: string
  readonly noLonger: string
  /** For a new item at the end of the link: "which is measured by success factor 1". */
  readonly is: string
}

const LINKS: Readonly<Record<Role, Verb>> = {
  measures: verbOf('measures', 'measured by'),
  serves: verbOf('serves', 'served by'),
  meets: verbOf('meets', 'met by'),
  supports: { ...verbOf('supports', 'rests on'), is: 'rests on' },
  opposes: verbOf('speaks against', 'opposed by'),
  'shaped-by': verbOf('is shaped by', 'shaped by'),
  replaces: verbOf('replaces', 'replacing'),
  'relies-on': { ...verbOf('relies on', 'relies on'), is: 'is relied on by' },
}

function verbOf(does: string, verb: string): Verb {
  return { does, verb, noLonger: `no longer ${verb}`, is: `is ${verb}` }
}

function sentenceOfLinked({ what, after, role, others, draft }: Linked): string {
  const { verb, noLonger } = LINKS[role]
  const [name, ends] = [startOf(after), namesOf(others)]
  if (what === 'unlinked') return `${name} ${noLonger} ${ends}`
  if (what === 'confirmed') return `confirmed: ${nameOf(after)} ${verb} ${ends} (was a draft)`
  if (what === 'doubted') return `${name} ${verb} ${ends}: now a draft`
  return `${name} now ${verb} ${ends}${draft ? DRAFT : ''}`
}

/** `Benefits: written (was to be written)`. */
function sentenceOfGap({ what, after, was, now }: Gapped): string {
  const [earlier, later] = [was, now].map((words) => lower(firstClause(words)))
  if (what === 'written') return `${after.name}: written (was ${earlier})`
  if (what === 'opened') return `${after.name}: ${later}`
  return `${after.name}: ${later} (was ${earlier})`
}

/** `To be written by Economics, 14 March. More.` → `To be written by Economics, 14 March`. */
function firstClause(words = 'Empty'): string {
  return words.split(/[.\n]/, 1)[0] ?? words
}

const FIELDS: Readonly<Record<EditionFieldName, string>> = {
  ask: 'the ask',
  title: 'the title of the case',
  phase: 'the phase',
  caveat: 'the caveat',
  period: 'the period',
  team: 'the team',
}

function sentenceOfDescribed({ field, from, to }: Described): string {
  const name = FIELDS[field]
  if (to === undefined) return `${name} removed`
  const verb = from === undefined ? 'added' : 'changed'
  return `${name} ${verb}: ${to.replace(/\s+/g, ' ').replace(/(?<![.\s])[.\s]+$/, '')}`
}

/** `Decision 5: question asked 3 March 2020, taken away by Ann, until 4 March 2027`; its words stand below. */
function sentenceOfChallenge({ what, after, challenge }: Challenged): string {
  const { sort, opened, state } = challenge
  const about = after.kind === 'case' ? 'the case as a whole' : startOf(after)
  const now = `${state.charAt(0).toLowerCase()}${state.slice(1).replace(/\.$/, '')}`
  const on = opened ? ` ${formatDate(opened)}` : ''
  if (what === 'asked') return `${about}: ${sort} asked${on}, ${now}`
  return `${about}: ${sort} ${what === 'reopened' ? 'open again' : now}`
}
