/** Which challenges of readers an item takes up or answers: `Answers: F12`, `(against, answers F12)`. */
import type { Item } from '../model/case.ts'

// Matches "answers F12", "Answers: F3 and F4".
const RE_ANSWERS = /\banswers:?\s+(F\d{1,6}\b(?:[\s,;&+]*(?:and\s+)?F\d{1,6}\b)*)/gi

/** Ids of challenges that an item says it answers, each once; `[]` for most items. */
export function answeredBy({ properties, strength, text }: Item): readonly string[] {
  // A bracket that says nothing else stands in front of the words.
  const bracket = /^\([^()]*\)/.exec(text)?.[0] ?? ''
  const said = [
    `answers: ${properties?.answers ?? ''}`,
    `${strength?.note ?? ''}; ${strength?.quality?.reason ?? ''}`,
    bracket,
  ].flatMap((words) => [...words.matchAll(RE_ANSWERS)].map(([, ids = '']) => ids))
  return [...new Set(said.flatMap((ids) => ids.toUpperCase().match(/F\d+/g) ?? []))]
}
