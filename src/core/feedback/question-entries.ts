/** Reads questions of a room out of a file of feedback. */
import { z } from 'zod'
import type { Challenge } from '../model/feedback.ts'
import { shorten } from '../text/phrases.ts'
import { plainWords } from './plain.ts'
import { NEXT } from './question-entry.ts'
import {
  type AskedQuestion,
  LONGEST_NAME,
  LONGEST_QUESTION,
  type Outcome,
  RE_ID,
} from './questions.ts'

/** An entry of a file of feedback, as it is written. */
const entrySchema = z.object({
  /** Its id in the room. */
  question: z.string().regex(RE_ID),
  title: z.string().min(1).max(LONGEST_QUESTION),
  about: z.string().max(200).catch(''),
  state: z.string().optional(),
  createdAt: z.string().catch(''),
  /** How many others ask the same. */
  same: z.int().nonnegative().catch(0),
  /** Who asked: shown to the team, and to others once the team writes that it may be. */
  name: z.string().optional().catch(undefined),
  nameMayBeShown: z.boolean().optional().catch(undefined),
  next: z.string().optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  due: z.string().optional().catch(undefined),
  /** It is for the team alone until somebody takes this out. */
  confidential: z.boolean().optional().catch(true),
})

/** What an entry of a room must have: where it has not, nobody knows for whom it is, or what became of it. */
export const roomFields = {
  question: z.string().regex(RE_ID),
  title: z.string().min(1).max(LONGEST_QUESTION),
  about: z.string().max(200).nullish(),
  next: z
    .string()
    .nullish()
    .refine((next) => !next?.trim() || outcomeNamed(next)),
  /** Words such as "no" would keep it inside, and nobody would know why. */
  confidential: z.boolean().optional(),
  nameMayBeShown: z.boolean().optional(),
} as const

/** What each of them is to be, for somebody who knows no schema. */
export const ROOM_FIELDS: Readonly<Record<keyof typeof roomFields, string>> = {
  question: '8 to 32 letters, digits, - or _, as the room has written it',
  title: `words, of at most ${LONGEST_QUESTION} letters`,
  about: 'the one key that a link to it ends with, such as decision-1',
  next: `${Object.values(NEXT).join(', ')}, or no such line`,
  confidential: 'true, or no such line',
  nameMayBeShown: 'true or false',
}

/** The question of an entry; undefined where it is another's answer, or not right. */
export function questionOf(entry: unknown): AskedQuestion | undefined {
  const found = entrySchema.safeParse(entry)
  if (!found.success) return undefined
  const { question, title, about, state, createdAt, same, name, next, owner, due } = found.data
  return {
    id: question,
    about,
    words: title,
    ...(name ? { name } : {}),
    same,
    outcome: outcomeOf(next, state),
    ...(owner ? { owner } : {}),
    ...(due ? { due } : {}),
    on: createdAt,
    version: 1,
  }
}

/** What a challenge of a room says more, and what it may be about, the nearest first; undefined for any other. */
export function askedOf(
  entry: unknown,
  file: string,
):
  | {
      readonly question: string
      readonly about: readonly string[]
      readonly asked: NonNullable<Challenge['asked']>
    }
  | undefined {
  const found = entrySchema.safeParse(entry)
  if (!found.success) return undefined
  const { question, about, same, name, nameMayBeShown, next, state, owner, due } = found.data
  const outcome = outcomeOf(next, state)
  const isNext = outcome === 'later' || outcome === 'taken'
  return {
    question,
    // A slide is named for its section, and what is on it.
    about: [...new Set([about, about.replace(RE_ON_SLIDE, ''), about.replace(RE_CHAPTER, '')])],
    asked: {
      file,
      same,
      ...(name ? { name: shortWords(name) } : {}),
      ...(nameMayBeShown ? { nameMayBeShown } : {}),
      ...(isNext ? { next: outcome } : {}),
      ...(owner ? { owner: shortWords(owner) } : {}),
      ...(due ? { due: shortWords(due) } : {}),
    },
  }
}

/** As long as a name may be: a file may hold more than a room takes. */
function shortWords(words: string): string {
  return shorten(plainWords(words), LONGEST_NAME)
}

/** Whether the team has set it aside: then it is no question. */
export function isSetAside(entry: unknown): boolean {
  return questionOf(entry)?.outcome === 'hidden'
}

// Matches "--it-costs-when" behind the key of a section, and "chapter-" in front of one.
const RE_ON_SLIDE = /--.*$/
const RE_CHAPTER = /^chapter-/

/** Whether a question is about a slide that tells of the whole case, and of no part of it: `title`. */
export function isOwnSlide(about: string): boolean {
  return RE_OWN_SLIDE.test(about)
}

// Matches "title", "ask", "ask--2", "diagram-sprint-1".
const RE_OWN_SLIDE =
  /^(?:(?:title|chapter-opening|ask|you-asked|what-changed|still-to-be-written)(?:--.+)?|diagram-.+)$/

/** What became of it, as its entry says. */
function outcomeOf(next: string | undefined, state: string | undefined): Outcome {
  return outcomeNamed(next) ?? (/^closed$/i.test(state ?? '') ? 'answered' : 'open')
}

/** Somebody who writes it by hand may write it large. */
function outcomeNamed(next = ''): Outcome | undefined {
  const said = plainWords(next).toLowerCase()
  // A key of the table is an outcome.
  return Object.entries(NEXT).find(([, words]) => words === said)?.[0] as Outcome | undefined
}
