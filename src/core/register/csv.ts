/** The register as `trace.csv`: one row an item, for spreadsheets. */
import { NOT_PUBLIC } from '../audience/access.ts'
import { changedEvidenceWords, REAFFIRM } from '../changes/stale-sentence.ts'
import { RELIED_ON_BY } from '../graph/links-in-words.ts'
import { citedAs } from '../graph/scopes.ts'
import { has, type KindTable, rowOf } from '../model/kinds.ts'
import { type Property, properties, propertyNames } from '../model/properties.ts'
import { csvOf } from '../text/csv.ts'
import type { Reference, RegisterRow } from './index.ts'
import { states } from './state.ts'

type Column = readonly [
  name: string,
  value: (row: RegisterRow, kinds: KindTable) => string | number | undefined,
]

/** Names and order never change; a column may be added at the end. */
const columns: readonly Column[] = [
  ['Id', ({ item }) => citedAs(item)],
  ['Kind', ({ item }, kinds) => rowOf(item.kind, kinds).label],
  ['Text', ({ item }) => item.text],
  ['Section', ({ section }) => section],
  ['Sprint', ({ item }) => item.sprint],
  ['State', ({ state }) => states[state].label],
  ['Rests on', ({ restsOn }) => joined(restsOn)],
  [RELIED_ON_BY, ({ reliedOnBy }) => joined(reliedOnBy)],
  [
    'Draft links',
    ({ restsOn, reliedOnBy }) => joined([...restsOn, ...reliedOnBy].filter(({ draft }) => draft)),
  ],
  ['Evidence kind', ({ item }) => item.strength?.kind],
  ['Date', ({ item }) => item.strength?.date],
  ['Access', accessOf],
  [
    'Quality',
    ({ item }, kinds) =>
      item.strength?.quality?.colour ?? (has(item.kind, 'rated', kinds) ? 'not rated' : undefined),
  ],
  ['Quality, why', ({ item }) => item.strength?.quality?.reason],
  ['Impact', ({ item }) => item.strength?.impact?.colour],
  ['Impact, why', ({ item }) => item.strength?.impact?.reason],
  ['Key', ({ item }) => item.key],
  ['File', ({ item }) => item.place.file],
  ['Line', ({ item }) => item.place.line],
  ['Unanswered challenges', ({ unanswered }) => unanswered || undefined],
  [REAFFIRM, ({ stale }) => stale && changedEvidenceWords(stale)],
  ...propertyNames.map((name): Column => [said(name), ({ item }) => item.properties?.[name]]),
  ['Against it', ({ opposedBy }) => joined(opposedBy)],
  ['Speaks against', ({ opposes }) => joined(opposes)],
]

/** What a column of a property is called: some words mean the strength of evidence already. */
function said(name: Property): string {
  const { label } = properties[name]
  return ['Date', 'Impact'].includes(label) ? `${label}, as said` : label
}

/**
 * The file.
 *
 * @param notice for whom it is, in every row, since people sort and copy rows; absent for everyone
 */
export function registerCsv(
  rows: readonly RegisterRow[],
  kinds: KindTable,
  notice?: string,
): string {
  const all: readonly Column[] = notice ? [...columns, ['For whom', () => notice]] : columns
  return csvOf([
    all.map(([name]) => name),
    ...rows.map((row) => all.map(([, read]) => read(row, kinds))),
  ])
}

/** What the team says of access, and what the item's links show. */
function accessOf({ item, closed }: RegisterRow): string {
  const parts = [item.strength?.access, closed ? `link ${NOT_PUBLIC}` : undefined]
  return parts.filter((part) => part !== undefined).join(', ')
}

/** Ids; a section goes by its key, since a title may hold the separator. */
function joined(references: readonly Reference[]): string {
  return references.map(({ key, kind, name }) => (kind ? name : key)).join('; ')
}
