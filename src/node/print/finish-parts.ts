/** Joins the parts of a long page to a handout, in a thread: other pages are printed meanwhile. */
import { join } from 'node:path'
import { isInstalled, sources } from '../paths/index.ts'
import { inThread } from '../run/in-thread.ts'
import type { FinishedHandout, FinishOrder } from './finished.ts'
import type { PrintedPart } from './printed.ts'

/** What to join, and how to finish it. */
export interface JoinOrder extends FinishOrder {
  readonly parts: readonly PrintedPart[]
}

const THREAD = join(sources, 'node', 'print', `finish-thread.${isInstalled ? 'js' : 'ts'}`)

/** One handout of all parts. */
export function finishParts(order: JoinOrder): Promise<FinishedHandout> {
  return inThread(THREAD, order)
}
