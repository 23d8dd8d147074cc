/** A labelled item of the narrative, with what is known of it. */

import { staleWords } from '../../../core/changes/say-stale.ts'
import { staleOf } from '../../../core/changes/stale.ts'
import { traceLines } from '../../../core/graph/links-in-words.ts'
import { strengthSentences } from '../../../core/graph/strength-words.ts'
import type { Item } from '../../../core/model/case.ts'
import { isRated, kinds, nameOf } from '../../../core/model/kinds.ts'
import type { ItemBlock } from '../../../core/syntax/conventions/index.ts'
import { flowOf } from '../flow.ts'
import type { Lookups } from '../lookups.ts'
import type { Run } from '../text.ts'
import type { Chunk, Telling } from './roles.ts'
import { inRole, plainIn, quietLine } from './roles.ts'

/** Its name, its words, and what is known of it. */
export function itemChunks(block: ItemBlock, telling: Telling): readonly Chunk[] {
  const { lookups } = telling
  const { graph } = lookups
  const item = graph.items.get(graph.keys.get(block.at) ?? '')
  const words = flowOf(block.node.children ?? [], lookups)
  if (!item) return inRole(words, 'words')
  const reuse = graph.reuses.has(block.at)
  const isPrefixed = kinds[item.kind].prefix !== ''
  const sprint = item.sprint === undefined ? '' : `, sprint ${item.sprint}`
  const name: Run = { text: nameOf(item.kind, item.id), bold: true, kind: item.kind }
  const id = isPrefixed ? ` ${item.id}` : ''
  const head: Chunk = {
    type: 'paragraph',
    runs: [name, { text: `${id}${item.kind === 'decision' ? sprint : ''}` }],
    level: 0,
    role: 'item',
    ...(reuse ? {} : { key: item.key }),
  }
  if (!reuse) return [head, ...inRole(words, 'words'), ...aboutItem(item, telling)]
  const back: Run = { text: nameOf(item.kind, item.id).toLowerCase(), to: { key: item.key } }
  const setOut = quietLine([{ text: 'Set out under ' }, back, { text: '.' }])
  return [head, ...inRole(words, 'words'), setOut]
}

/** Whether it is to be affirmed again, strength, links both ways, and whether evidence is missing. */
function aboutItem(item: Item, telling: Telling): readonly Chunk[] {
  const { links } = telling.lookups.graph.case
  const isBare =
    item.kind === 'decision' &&
    !links.some(({ role, to }) => role === 'supports' && to === item.key)
  const strength =
    isRated(item.kind) || item.strength
      ? [
          quietLine([
            {
              text: strengthSentences(item.strength)
                .map(({ words }) => words)
                .join(' '),
            },
          ]),
        ]
      : []
  const stale = staleOf(item.key, telling.lookups)
  return [
    ...(stale ? [quietLine([{ text: staleWords(stale), bold: true }])] : []),
    ...strength,
    ...traceOf(item, telling),
    ...(isBare ? [plainIn('No evidence recorded yet', 'gap')] : []),
  ]
}

function traceOf(item: Item, { lookups: { graph }, under }: Telling): readonly Chunk[] {
  const links = graph.case.links.filter(
    ({ role, from, to }) => role !== 'supports' || under.get(from) !== to,
  )
  const lines = traceLines(
    links.filter(({ from }) => from === item.key),
    links.filter(({ to }) => to === item.key),
  )
  const runs = lines.flatMap(({ words, to }, index): readonly Run[] => [
    { text: `${index === 0 ? '' : ' '}${words} ` },
    ...to.flatMap(({ key, draft }, place): readonly Run[] => [
      ...(place === 0 ? [] : [{ text: ', ' }]),
      { text: endOf(key, graph), to: { key } },
      ...(draft ? [{ text: ' (draft)' }] : []),
    ]),
    { text: '.' },
  ])
  return runs.length === 0 ? [] : [quietLine(runs)]
}

function endOf(key: string, { items, sections }: Lookups['graph']): string {
  const item = items.get(key)
  if (!item) return sections.get(key)?.title ?? key
  return item.kind === 'decision' ? `decision ${item.id}` : item.id
}
