/** Front matter: what a file says of itself, above its text. */

import { z } from 'zod'
import { findingOf } from '../findings/finding-of.ts'
import { about } from '../model/about.ts'
import type { Place } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { text } from './values.ts'
import { placeInYaml, readYaml } from './yaml.ts'

const people = z.union([text, z.array(text)])

/** The fields of front matter. A field that no output uses is left out, so that nobody relies on it. */
export const frontMatterSchema = z.strictObject({
  title: about(
    z.string().optional(),
    'The title of a file that has no heading with one `#`: it stands in front of its words, as that would',
    'Payments',
  ),
  audience: about(z.enum(['public', 'internal']).optional(), '`internal` keeps the file inside'),
  timing: about(
    z.number().positive().optional(),
    'How many minutes its slides take together: the speaker view shares them out by the length of the notes, and tells you whether you keep to them',
    6,
  ),
  strength: about(
    z.union([text, z.record(z.string(), text)]).optional(),
    'How strong its evidence is, in the words of the bracket of a label: for all evidence in the file, or by id. What a label says wins',
    'interview, March 2020',
    { '3a': 'analytics, quality amber' },
  ),
  status: about(
    text.optional(),
    'Of a decision record: whether it is proposed, accepted or superseded. So are the fields below',
    'accepted',
  ),
  date: about(text.optional(), 'When it was decided', '2024-06-11'),
  created: about(text.optional(), 'When it was written', '2024-06-01'),
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
  rfc: about(text.optional(), 'The number of a request for comments, whose title is above', '31'),
  adr: about(text.optional(), 'The number of a decision record, whose title is above', '12'),
  sidebar_position: about(
    z.number().optional(),
    'Its place among the files of its folder, where their names do not say it; `nav_order` and `weight` say the same',
    2,
  ),
  nav_order: about(z.number().optional(), 'Its place in its folder'),
  weight: about(z.number().optional(), 'Its place in its folder'),
  permalink: about(
    text.optional(),
    'The address that it had elsewhere: links to it lead here. So with `slug`, `url`, `aliases` and `redirect_from`',
    '/docs/payments/',
  ),
  slug: about(text.optional(), 'Its address elsewhere'),
  url: about(text.optional(), 'Its address elsewhere'),
  aliases: about(people.optional(), 'Its earlier addresses elsewhere'),
  redirect_from: about(people.optional(), 'Its earlier addresses elsewhere'),
  priority: about(
    z.union([z.int().positive(), z.record(z.string(), z.int().positive())]).optional(),
    'How soon a route tells its sections, 1 first: for all of them, or by key',
    1,
    { 'key-decisions': 2 },
  ),
})

/**
 * Fields of Jekyll, Docusaurus, Hugo, MkDocs and wikis that say how a page looks or is found there. They
 * mean nothing here, and are no mistakes.
 */
const foreignFields: ReadonlySet<string> = new Set(
  `
  layout type template theme class cssclasses icon image cover toc id uid uuid tags tag categories
  category keywords description summary excerpt subtitle menu parent grand_parent has_children
  nav_exclude has_toc sidebar sidebar_label sidebar_class_name sidebar_custom_props hide_title
  hide_table_of_contents hide toc_min_heading_level toc_max_heading_level pagination_label
  pagination_next pagination_prev custom_edit_url displayed_sidebar last_update last_modified_at
  lastmod updated modified dateCreated publishDate linkTitle outputs comments share editor search
  robots head lang locale
`
    .trim()
    .split(/\s+/),
)

/** What other tools say of a page that they publish. The opposite is no field: nobody may miss it. */
const PUBLISHED: Readonly<Record<string, boolean>> = {
  ...{ published: true, draft: false, unlisted: false, hidden: false, private: false },
}

/** What is left of the head of a file without the fields of other tools. */
function withoutForeign(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).filter(
      ([name, said]) =>
        !foreignFields.has(name) && !(Object.hasOwn(PUBLISHED, name) && said === PUBLISHED[name]),
    ),
  )
}

/** What the head of a file says. */
export type FrontMatter = z.infer<typeof frontMatterSchema>

/** The addresses that a file has or had elsewhere. */
export function addressesIn(front: FrontMatter): readonly string[] {
  const { permalink, slug, url, aliases, redirect_from } = front
  const all = [permalink, slug, url, aliases, redirect_from].flat()
  return all.flatMap((one) => (one === undefined ? [] : String(one)))
}

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
  const { value, findings } = readYaml(block, frontMatterSchema, {
    ...{ file, line: 2, of: withoutForeign },
  })
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
