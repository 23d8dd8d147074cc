/** How much of what documents hold is found: items and links, by sort of team. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { assemble } from '../../../src/core/assemble.ts'
import { importText } from '../../../src/core/import/index.ts'
import type { Item } from '../../../src/core/model/case.ts'
import { nameOf } from '../../../src/core/model/ids.ts'

const root = resolve(import.meta.dirname, '../../fixtures/recognition')

/** An item that a document holds, as its README says. */
interface Expected {
  /** As its writer would cite it: `R-1`, `Option A`, `4`; absent where nothing is written. */
  readonly id?: string
  readonly kind: string
  /** Words of it. */
  readonly says: string
  /** Ids of the items with which it is linked, whichever way. */
  readonly links?: readonly string[]
}

/** What was found of one sort of thing. */
export interface Count {
  readonly found: number
  readonly missed: readonly string[]
  readonly wrong: readonly string[]
}

/** One document of one sort of team. */
export interface Measured {
  readonly sort: string
  readonly name: string
  readonly items: Count
  readonly links: Count
  /** What was missed in a file of which no finding says how to say it. */
  readonly silent: readonly string[]
  /** Findings that stop a build. */
  readonly broken: readonly string[]
}

/** The sorts of team. */
export const sorts = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** Every document of every sort, measured. */
export function measureAll(): readonly Measured[] {
  return sorts.flatMap((sort) =>
    readdirSync(join(root, sort))
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        sort === SETS ? measureSet(file) : measure(sort, file.slice(0, -'.md'.length)),
      ),
  )
}

/** The text of every document. */
export function textsOf(): readonly { readonly file: string; readonly text: string }[] {
  return sorts.flatMap((sort) =>
    readdirSync(join(root, sort))
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        sort === SETS
          ? setIn(file).map(({ name, text }) => ({ file: `${name}.mdx`, text }))
          : [{ file: `${file}x`, text: readFileSync(join(root, sort, file), 'utf8') }],
      ),
  )
}

/** The folder in which a file holds many documents, with `=== name` above each and `⟦kind id⟧` behind each item. */
const SETS = 'strangers'

// Matches "⟦risk R-1⟧", "⟦decision = One queue for all⟧", with the space before it.
const RE_MARK = /\s?⟦([^⟧]*)⟧/g

/** The documents of a set, brought in as a stranger's are, with the items that their marks name. */
function setIn(file: string) {
  const parts = readFileSync(join(root, SETS, file), 'utf8')
    .split(/^=== /m)
    .slice(1)
  return parts.map((part) => {
    const [name = '', ...lines] = part.split('\n')
    const expected = lines.flatMap((line) =>
      [...line.matchAll(RE_MARK)].map(({ 1: said = '', index }): Expected => {
        const [what = '', says = lastWords(line.slice(0, index))] = said.split(' = ')
        const [kind = '', ...id] = what.split(' ')
        return { kind, says, ...(id.length > 0 ? { id: id.join(' ') } : {}) }
      }),
    )
    const written = lines.join('\n').replace(RE_MARK, '')
    return { name, expected, text: importText(written, `${name}.md`).text }
  })
}

/** The last words of a line or a cell, as they are read: without signs. */
function lastWords(line: string): string {
  const cell = line.replace(RE_MARK, '').split('|').at(-1) ?? ''
  return folded(cell.replace(/^\s*(?:[-*]|\d+\.)\s/, ''))
    .split(' ')
    .slice(-2)
    .join(' ')
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Each document of a set. What links such documents have is not said. */
function measureSet(file: string): readonly Measured[] {
  return setIn(file).map(({ name, text, expected }) => ({
    ...measured(SETS, name, { text, expected }),
    links: { found: 0, missed: [], wrong: [] },
  }))
}

function measure(sort: string, name: string): Measured {
  return measured(sort, name, {
    text: readFileSync(join(root, sort, `${name}.md`), 'utf8'),
    expected: parse(readFileSync(join(root, sort, `${name}.yaml`), 'utf8')) as Expected[],
  })
}

function measured(
  sort: string,
  name: string,
  { text, expected }: { readonly text: string; readonly expected: readonly Expected[] },
): Measured {
  const read = assemble([{ file: `${name}.mdx`, text }])
  const { items, links } = read.graph.case
  const left = [...items]
  const pairs = expected.map((one) => {
    const at = left.findIndex((item) => isMeant(one, item, read.graph.kinds))
    return { one, item: at < 0 ? undefined : left.splice(at, 1)[0] }
  })
  const of = (id: string) =>
    (
      pairs.find(({ one }) => lastOf(one.id) === lastOf(id))?.item ??
      items.find((one) => one.id === id)
    )?.key
  const meant = pairs.flatMap(({ one, item }) =>
    (one.links ?? []).map((id) => [item?.key ?? `? ${one.says}`, of(id) ?? `? ${id}`]),
  )
  const ends = new Set(meant.map(pairName))
  const keys = new Set(items.map(({ key }) => key))
  const made = new Set(
    links.filter(({ from }) => keys.has(from)).map(({ from, to }) => pairName([from, to])),
  )
  return {
    ...{ sort, name },
    items: {
      found: pairs.filter(({ item }) => item).length,
      missed: pairs.flatMap(({ one, item }) => (item ? [] : `${one.kind} ${one.says}`)),
      wrong: left.map(({ kind, id, text }) => `${kind} ${id}: ${text.slice(0, 60)}`),
    },
    links: {
      found: [...ends].filter((name) => made.has(name)).length,
      missed: [...ends].filter((name) => !made.has(name)),
      wrong: [...made].filter((name) => !ends.has(name)),
    },
    silent: read.findings.some(({ check }) => check === 'unsure-list' || check === 'nearly')
      ? []
      : pairs.flatMap(({ one, item }) => (item ? [] : `${name} ${one.kind} ${one.says}`)),
    broken: read.unreadable ? read.findings.map(({ check, message }) => `${check} ${message}`) : [],
  }
}

function isMeant(
  { id, kind, says }: Expected,
  item: Item,
  kinds: ReturnType<typeof assemble>['graph']['kinds'],
): boolean {
  const isSaid =
    item.text.toLowerCase().includes(says.toLowerCase()) || folded(item.text).includes(says)
  if (item.kind !== kind || !isSaid) return false
  if (id === undefined) return true
  return RE_CODE.test(id) ? item.id === id : lastOf(nameOf(item, kinds)) === lastOf(id)
}

// Matches "R-01", "FR-1.2", "ADR 4": an id of the writer's own form.
const RE_CODE = /^[A-Z]+[- ]?\d/

function lastOf(id = ''): string | undefined {
  return id.toLowerCase().split(' ').at(-1)
}

function pairName(ends: readonly string[]): string {
  return ends.toSorted().join(' – ')
}
