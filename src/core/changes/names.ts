/** Names of parts inside a sentence: "evidence 5a and 5b", "section “Benefits”". */
import { builtInKinds } from '../model/kinds.ts'
import { listed } from '../text/listed.ts'
import type { Named } from './change.ts'

/** The name of a part as a sentence starts with it: `Decision 5`, `Section “Benefits”`. */
export function startOf(named: Named): string {
  return named.kind === 'section' ? `Section ${quoted(named)}` : named.name
}

/** The same inside a sentence: `decision 5`, `section “Benefits”`. */
export function nameOf(named: Named): string {
  const name = startOf(named)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** The title of what changed since something: a receipt, a tag, a day. */
export function titleSince(name: string): string {
  return `What changed since ${name}`
}

/** A title in quotation marks. */
export function quoted({ name }: Named): string {
  return `“${name}”`
}

/** Parts inside a sentence, each kind named once: `success factors 1 and 2 and section “Aims”`. */
export function namesOf(parts: readonly Named[]): string {
  const groups = Map.groupBy(parts, ({ kind }) => kind)
  return listed(
    [...groups].map(([kind, same]) => {
      if (kind === 'case') return listed(same.map(quoted))
      if (kind === 'section')
        return `section${same.length > 1 ? 's' : ''} ${listed(same.map(quoted))}`
      const word = same.length > 1 ? pluralOf(same) : kindNameOf(same)
      return `${word.toLowerCase()} ${listed(same.map(numberOf))}`
    }),
  )
}

/** A run of items by their numbers: `Decisions 6 to 9`; inside a sentence, `7 to 10`. */
export function numbersOf(run: readonly Named[], isStart: boolean): string {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return ''
  if (run.length === 1) return isStart ? first.name : nameOf(first)
  const numbers = [numberOf(first), numberOf(last)].join(run.length === 2 ? ' and ' : ' to ')
  if (!isStart || first.kind === 'section' || first.kind === 'case') return numbers
  return `${pluralOf(run)} ${numbers}`
}

function numberOf({ name }: Named): string {
  return name.slice(name.lastIndexOf(' ') + 1)
}

function kindNameOf([first]: readonly Named[]): string {
  return first?.name.slice(0, first.name.lastIndexOf(' ')) ?? ''
}

/** A change holds the plural of its kind itself, since the case may no longer have that kind. */
function pluralOf(same: readonly Named[]): string {
  const [first] = same
  if (!first || first.kind === 'section' || first.kind === 'case') return ''
  return first.plural ?? builtInKinds.get(first.kind)?.plural ?? kindNameOf(same)
}
