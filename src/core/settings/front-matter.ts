/** Front matter: what a file says of itself, above its text. */

import { z } from 'zod'
import { findingOf } from '../findings/finding-of.ts'
import { about } from '../model/about.ts'
import type { Place } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { placeInYaml, readYaml } from './yaml.ts'

const words = z.union([z.string().min(1), z.number()])
const people = z.union([words, z.array(words)])

/** The fields of front matter. A field that no output uses is left out, so that nobody relies on it. */
export const frontMatterSchema = z.strictObject({
  title: about(
    z.string().optional(),
    "For the team's own eyes: it is in no output, but for the title of a decision record (`adr`, `rfc`)",
    'For the board in March',
  ),
  audience: about(z.enum(['public', 'internal']).optional(), '`internal` keeps the file inside'),
  timing: about(
    z.number().positive().optional(),
    'How many minutes its slides take together: the speaker view shares them out by the length of the notes, and tells you whether you keep to them',
    6,
  ),
  strength: about(
    z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]).optional(),
    'How strong its evidence is, in the words of the bracket of a label: for all evidence in the file, or by id. What a label says wins',
    'interview, March 2020',
    { '3a': 'analytics, quality amber' },
  ),
  status: about(
    words.optional(),
    'Of a decision record: whether it is proposed, accepted or superseded. So are the fields below',
    'accepted',
  ),
  date: about(words.optional(), 'When it was decided', '2024-06-11'),
  created: about(words.optional(), 'When it was written', '2024-06-01'),
  'decision-makers': about(
    people.optional(),
    'Who decided; `deciders` and `authors` say the same',
    ['Kim', 'Ola'],
  ),
  deciders: about(people.optional(), 'Who decided'),
  authors: about(people.optional(), 'Who wrote it'),
  author: about(people.optional(), 'Who wrote it'),
  consulted: about(people.optional(), 'Whose opinion was asked: it is in no output'),
  informed: about(people.optional(), 'Who is told: it is in no output'),
  rfc: about(words.optional(), 'The number of a request for comments, whose title is above', 31),
  adr: about(words.optional(), 'The number of a decision record, whose title is above', 12),
  priority: about(
    z.union([z.int().positive(), z.record(z.string(), z.int().positive())]).optional(),
    'How soon a route tells its sections, 1 first: for all of them, or by key',
    1,
    { 'key-decisions': 2 },
  ),
})

/** What the head of a file says. */
export type FrontMatter = z.infer<typeof frontMatterSchema>

/** Matches the front matter block at the start of a file. */
export const RE_FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n((?:(?!---).*\r?\n)*)---[ \t]*(?:\r?\n|$)/

/** Reads a source's front matter; `{}` where there is none. */
export function readFrontMatter(
  text: string,
  file: string,
): { readonly frontMatter: FrontMatter; readonly findings: readonly Finding[] } {
  const [head = '', block] = RE_FRONT_MATTER.exec(text) ?? []
  const late = lateAudience(text, file, head.length)
  if (block === undefined) return { frontMatter: {}, findings: late }
  const { value, findings } = readYaml(block, frontMatterSchema, { file, line: 2 })
  return { frontMatter: value ?? {}, findings: [...findings, ...late] }
}

// Matches the line "audience: internal", in quotation marks too.
const RE_AUDIENCE = /^[ \t]*["']?audience["']?[ \t]*:[ \t]*["']?internal["']?[ \t]*\r?$/im

/**
 * Finds "audience: internal" below the place of front matter, for example after a blank first line.
 * There it would be plain text, and the file would be for everyone.
 */
function lateAudience(text: string, file: string, from: number): readonly Finding[] {
  const found = RE_AUDIENCE.exec(text.slice(from))
  if (!found) return []
  const message =
    'Unexpected "audience: internal" in the text, where it keeps nothing inside, expected it at the head of the file: between two lines of "---", of which the first is line 1'
  const line = text.slice(0, from + found.index).split(/\r\n|\n|\r/).length
  return [findingOf('off-schema', { message, place: { file, line, column: 1 } })]
}

/** Where a field of a source's front matter stands; its first line where there is no such field. */
export function placeInFrontMatter(
  text: string,
  file: string,
  path: readonly PropertyKey[],
): Place {
  const place = placeInYaml(RE_FRONT_MATTER.exec(text)?.[1] ?? '', file, path)
  return { ...place, line: (place.line ?? 1) + 1 }
}
