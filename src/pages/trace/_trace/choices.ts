/** What the table can be narrowed to: only what the case has. */
import type { KindTable } from '../../../core/model/kinds.ts'
import { type Property, properties } from '../../../core/model/properties.ts'
import { type RegisterRow, stateNames, states } from '../../../core/register/index.ts'

/** A field of the form. */
interface FilterField {
  readonly name: 'kind' | 'sprint' | 'state' | SaidName
  readonly label: string
  /** Where nothing is chosen. */
  readonly all: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** What is said of items in a few words that several share. */
const SAID = {
  owner: 'All owners',
  status: 'Any status',
  likelihood: 'Any likelihood',
  impact: 'Any impact',
} as const satisfies Partial<Record<Property, string>>

/** A property by which the table can be narrowed. */
export type SaidName = keyof typeof SAID

/** Their values as the filter reads them off a row: `data-owner`. */
export function saidOf({
  properties: said,
}: RegisterRow['item']): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.keys(SAID).map((name) => [`data-${name}`, said?.[name as SaidName]]), // a key of the table
  )
}

/** The value of items outside sprints. */
export const NO_SPRINT = 'none'

/** The fields in their order; none for sprints where the case has none. */
export function fieldsOf(rows: readonly RegisterRow[], kinds: KindTable): readonly FilterField[] {
  const kindsHere = new Set(rows.map(({ item }) => item.kind))
  const statesHere = new Set(rows.map(({ state }) => state))
  const kind: FilterField = {
    name: 'kind',
    label: 'Kind',
    all: 'All kinds',
    choices: [...kinds]
      .filter(([value]) => kindsHere.has(value))
      .map(([value, { plural }]) => ({ value, label: plural })),
  }
  const state: FilterField = {
    name: 'state',
    label: 'State',
    all: 'All states',
    choices: stateNames
      .filter((value) => statesHere.has(value))
      .map((value) => ({ value, label: states[value].label })),
  }
  const said = Object.entries(SAID).flatMap(([name, all]) => {
    const field = name as SaidName // a key of the table
    return saidField(rows, { name: field, label: properties[field].label, all })
  })
  return [kind, ...sprintField(rows), state, ...said]
}

/** What rows say of their items: nothing to choose where all say the same. */
function saidField(
  rows: readonly RegisterRow[],
  field: Omit<FilterField, 'choices'> & { readonly name: SaidName },
): readonly FilterField[] {
  const said = [...new Set(rows.flatMap(({ item }) => item.properties?.[field.name] ?? []))]
  if (said.length < 2) return []
  const choices = said.toSorted().map((value) => ({ value, label: value }))
  return [{ ...field, choices }]
}

function sprintField(rows: readonly RegisterRow[]): readonly FilterField[] {
  const all = new Set(rows.map(({ item }) => item.sprint))
  const sprints = [...all].flatMap((sprint) => (sprint === undefined ? [] : [sprint]))
  if (sprints.length === 0) return []
  const choices = sprints.map((value) => ({ value, label: `Sprint ${value}` }))
  const none = all.has(undefined) ? [{ value: NO_SPRINT, label: 'In no sprint' }] : []
  return [{ name: 'sprint', label: 'Sprint', all: 'All sprints', choices: [...choices, ...none] }]
}
