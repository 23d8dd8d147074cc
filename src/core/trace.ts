/** Links in words: "Measures O1", "Rests on 3a", "Relied on by Strategic context". */
import type { Role } from './kinds.ts'
import type { Link } from './model.ts'

const out: Record<Role, string> = {
  measures: 'Measures',
  serves: 'Serves',
  meets: 'Meets',
  supports: 'Supports',
  'shaped-by': 'Shaped by',
  'relies-on': 'Relies on',
}

const back: Record<Role, string> = {
  measures: 'Measured by',
  serves: 'Served by',
  meets: 'Met by',
  supports: 'Rests on',
  'shaped-by': 'Shaped',
  'relies-on': 'Relied on by',
}

/** One line of an item's trace. */
export interface TraceLine {
  readonly words: string
  readonly to: readonly { readonly key: string; readonly draft?: true }[]
}

/** The links out of an item and those into it, a line for each role. */
export function traceLines(from: readonly Link[], to: readonly Link[]): readonly TraceLine[] {
  return [...linesOf(from, out, (link) => link.to), ...linesOf(to, back, (link) => link.from)]
}

function linesOf(
  links: readonly Link[],
  words: Record<Role, string>,
  end: (link: Link) => string,
): readonly TraceLine[] {
  const lines = new Map<Role, { key: string; draft?: true }[]>()
  for (const link of links) {
    const ends = lines.get(link.role) ?? []
    if (!ends.some(({ key }) => key === end(link)))
      ends.push({ key: end(link), ...(link.draft ? { draft: true as const } : {}) })
    lines.set(link.role, ends)
  }
  return [...lines].map(([role, ends]) => ({ words: words[role], to: ends }))
}
