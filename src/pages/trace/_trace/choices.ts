/** What the table can be narrowed to: only what the case has. */
import type { KindTable } from '../../../core/model/kinds.ts'
import { type RegisterRow, stateNames, states } from '../../../core/register/index.ts'

/** A field of the form. */
interface FilterField {
  readonly name: 'kind' | 'sprint' | 'state' | 'owner' | 'status'
  readonly label: string
  /** Where nothing is chosen. */
  readonly all: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
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
  const said = [
    ...saidField(rows, { name: 'owner', label: 'Owner', all: 'All owners' }),
    ...saidField(rows, { name: 'status', label: 'Status', all: 'Any status' }),
  ]
  return [kind, ...sprintField(rows), state, ...said]
}

/** What rows say of their items: nothing to choose where all say the same. */
function saidField(
  rows: readonly RegisterRow[],
  field: Omit<FilterField, 'choices'> & { readonly name: 'owner' | 'status' },
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
