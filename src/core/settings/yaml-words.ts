/** Words that YAML takes for a number, or for true or false: `period: 2026`, `version: 1.10`, `team: 007`. */
import { type Document, isAlias, isScalar } from 'yaml'
import type { z } from 'zod'

/** A pass may show what stood behind the faults of the one before: of a value of several kinds, say. */
const MOST_PASSES = 3

/**
 * A value by its schema. Where that expects words, the value itself gets them as they are written: `1.10`, and
 * not 1.1. The document was read with `stringKeys`.
 */
export function parseWords<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  document: Document,
): z.ZodSafeParseResult<z.infer<Schema>> {
  let parsed = schema.safeParse(value)
  for (let pass = 0; pass < MOST_PASSES && !parsed.success; pass++) {
    const isMended = parsed.error.issues.flatMap(pathsOfWords).map(writeAsWords(value, document))
    if (!isMended.includes(true)) break
    parsed = schema.safeParse(value)
  }
  return parsed
}

type Path = readonly PropertyKey[]

/** Where words are expected and something else stands; so in any kind that a value may be of. */
function pathsOfWords(issue: z.core.$ZodIssue): readonly Path[] {
  const { path } = issue
  if (issue.code === 'invalid_type') return issue.expected === 'string' ? [path] : []
  if (issue.code !== 'invalid_union') return []
  return issue.errors
    .flat()
    .flatMap(pathsOfWords)
    .map((inner) => [...path, ...inner])
}

/** Puts in the words that are written at a path; whether there are any. */
function writeAsWords(value: unknown, document: Document): (path: Path) => boolean {
  return (path) => {
    const found = document.getIn(path, true)
    const node = isAlias(found) ? found.resolve(document) : found
    const last = path.at(-1)
    if (last === undefined || !isScalar(node) || node.source === undefined) return false
    if (!['number', 'bigint', 'boolean'].includes(typeof node.value)) return false
    const parent = path.slice(0, -1).reduce<unknown>((at, key) => Object(at)[key], value)
    if (typeof Object(parent)[last] === 'string') return false
    Object(parent)[last] = node.source
    return true
  }
}
