/** Short ways to a small case in tests. */

import { assemble } from '../../src/core/assemble.ts'
import type { Assembled } from '../../src/core/model/assembled.ts'
import type { KindTable } from '../../src/core/model/kinds.ts'
import type { Source } from '../../src/core/model/source.ts'

/** Small cases give one piece of evidence for a decision; that is no fault of theirs. */
const SETTINGS = 'ask: Fund a pilot.\nseverities:\n  single-source: off\n'

/** Assembles texts as `1.mdx`, `2.mdx`, … with an ask, so that findings are those of the text. */
export function read(...texts: readonly string[]): Assembled {
  return readWith(SETTINGS, ...texts)
}

/** The same with a `case.yaml` of its own. */
export function readWith(yaml: string, ...texts: readonly string[]): Assembled {
  return assemble(sourcesOf(texts), { file: 'case.yaml', text: yaml })
}

/** The same as `read`, of a case that can have these kinds. */
export function readKinds(kinds: KindTable, ...texts: readonly string[]): Assembled {
  return assemble(sourcesOf(texts), { file: 'case.yaml', text: SETTINGS }, { kinds })
}

function sourcesOf(texts: readonly string[]): readonly Source[] {
  return texts.map((text, index) => ({ file: `${index + 1}.mdx`, text }))
}

/** `['decision 3', 'evidence 3a']`: the items in order. */
export function itemsOf({ graph }: Assembled): readonly string[] {
  return graph.case.items.map(({ kind, id }) => `${kind} ${id}`)
}

/** `['evidence-3a supports decision-3']`; a draft link ends in `?`. */
export function linksOf({ graph }: Assembled): readonly string[] {
  return graph.case.links.map(
    ({ from, role, to, draft }) => `${from} ${role} ${to}${draft ? '?' : ''}`,
  )
}

/** Keys of the sections in order. */
export function sectionsOf({ graph }: Assembled): readonly string[] {
  return graph.case.sections.map(({ key }) => key)
}

/** `['undefined-citation 3:7']`: what was found and where, without `.mdx`. */
export function findingsOf({ findings }: Assembled): readonly string[] {
  return findings.map(({ check, place }) =>
    [check, [place.line, place.column].filter((part) => part !== undefined).join(':')]
      .filter(Boolean)
      .join(' '),
  )
}
