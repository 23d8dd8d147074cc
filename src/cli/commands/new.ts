/** `new decision` and its like: adds a sprint or an item to a case where it belongs. */

import { join } from 'node:path'
import { citedAs } from '../../core/graph/scopes.ts'
import type { Item } from '../../core/model/case.ts'
import { isNumber } from '../../core/model/ids.ts'
import { isLike, type Kind, type KindTable, rowOf, withinSentence } from '../../core/model/kinds.ts'
import { type Addition, type Plan, planNew, type Refusal } from '../../core/new/index.ts'
import { writeAddition } from '../../node/new/addition.ts'
import { shown } from '../../node/paths/index.ts'
import { type ReadCase, readCase } from '../../node/read/read-case.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { UsageError } from '../../node/run/usage-error.ts'
import type { Print } from '../usage/command-row.ts'

/**
 * Adds to a case. Resolves to the exit code: 1 where it cannot be read, so that nothing was written.
 *
 * @throws UsageError where there is no place for it; NoCaseError
 */
export async function addToCase(folder: string, order: Addition, print: Print): Promise<number> {
  const read = await readCase(folder, 'whole')
  if (read.unreadable) {
    print(unreadableMessage(read))
    return 1
  }
  const plan = planNew(read, order)
  if ('why' in plan) throw new UsageError(refused(plan))
  await writeAddition(read, plan)
  print(additionMessage(plan, folder, read.graph.kinds))
  return 0
}

function refused({ why, command }: Refusal): string {
  return command === undefined ? `${why}.` : `${why}: ${commandLine(command)}`
}

function unreadableMessage({ findings, folder }: ReadCase): string {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const lines = errors.map(({ place, message }) => {
    const path = [shown(join(folder, place.file)), place.line, place.column]
    return `${path.filter((part) => part !== undefined).join(':')} error ${message}`
  })
  return [...lines, 'Nothing was written, since the case cannot be read.'].join('\n')
}

function additionMessage(
  { file, line, name, item, gaps }: Plan,
  folder: string,
  kinds: KindTable,
): string {
  const path = (name: string): string => shown(join(folder, name))
  return [
    `${path(file)}:${line} ${name}${item ? `: ${item.text}` : ''}`,
    ...gaps.map(
      (gap) => `${path(gap.file)}:${gap.line} still says "To be written": delete it once it is`,
    ),
    `Next: ${nextStep(item, folder, kinds)}`,
  ].join('\n')
}

function nextStep(item: Item | undefined, folder: string, kinds: KindTable): string {
  if (!item) return commandLine('new decision "…"', folder)
  if (isNumber(item.id)) {
    return `say what it rests on: ${commandLine(`new evidence ${underOf(item)} "…"`, folder)}`
  }
  if (isLike(item.kind, 'evidence', kinds)) {
    return 'say how strong it is in brackets before the colon: (interview, March 2020, quality amber: two sites only)'
  }
  return wayOn(item.kind, kinds)
}

/** As the command takes a decision: `3`, `"payments: 3"`. */
function underOf(item: Item): string {
  return item.scope === undefined ? item.id : `"${citedAs(item)}"`
}

/** What its citations would mean: `success factor` → its objective. */
function wayOn(kind: Kind, kinds: KindTable): string {
  const { means } = rowOf(kind, kinds)
  const [name, other] = [...kinds].find(([one]) => means[one] !== undefined) ?? []
  if (!name || !other) return 'cite the decision or evidence that it rests on at its end: (3a)'
  const { label, prefix } = other
  return `cite the ${withinSentence(label)} that it ${means[name]} at its end: (${prefix}1)`
}
