/** The steps of a case folder's commits, kept on disk, so that only new commits cost time. */

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { Change } from '../../core/changes/index.ts'
import { everyone, type Readers } from '../../core/model/audience.ts'
import { parseJson } from '../../core/text/json.ts'
import { keep } from '../store/atomic-write.ts'
import { readStored, storeFolder } from '../store/index.ts'
import type { CommitStep } from './steps.ts'

/** Raise this number where a change of core gives other addresses or changes of a commit. */
const READING = 10

/** Changes are not checked: they are as they were written, since `READING` says what they look like. */
const changes = z.array(z.custom<Change>((value) => typeof value === 'object' && value !== null))

const changed = z.object({
  changes,
  ofWeek: changes.exactOptional(),
  isFirst: z.literal(true).exactOptional(),
  asked: z.array(z.tuple([z.string(), z.string()])).exactOptional(),
  unread: z.array(z.string()).exactOptional(),
  isEmpty: z.literal(true).exactOptional(),
})

const Stored = z.object({
  reading: z.literal(READING),
  /** Oldest first. */
  steps: z.array(
    z.object({
      commit: z.string(),
      added: z.array(z.tuple([z.string(), z.string()])),
      removed: z.array(z.string()),
      changed: changed.exactOptional(),
      leftOut: z.array(z.string()).exactOptional(),
      inside: z.array(z.string()).exactOptional(),
    }),
  ),
})

/** Which steps of a case folder. */
interface StepsRequest {
  /** Where they are kept. */
  readonly store: string
  /** For whom the case is read. */
  readonly readers: Readers
}

/** The steps that were kept, oldest first; `[]` where there are none or the file is damaged. */
export function readStoredSteps(
  folder: string,
  { store, readers }: StepsRequest,
): readonly CommitStep[] {
  const stored = readStored(stepsPath(folder, store, readers))?.toString() ?? ''
  // A damaged file is one that was never written: the next look replaces it.
  return Stored.safeParse(parseJson(stored)).data?.steps ?? []
}

/** Keeps steps; other processes see the old file or the new one, never half of it. */
export async function storeSteps(
  folder: string,
  { store, readers }: StepsRequest,
  steps: readonly CommitStep[],
): Promise<void> {
  const path = stepsPath(folder, store, readers)
  await keep(path, JSON.stringify({ reading: READING, steps }))
}

/** Where the steps are kept, as readers of the case may know them. It may be deleted at any time. */
export function stepsPath(folder: string, store: string, readers: Readers = everyone): string {
  const { audience, kinds, inside = [] } = readers
  const { withdrawn = [], restricted = [], links = {}, brackets = {} } = readers
  const names = [...inside].toSorted()
  const brought = [...kinds].filter(([kind, { like }]) => like !== kind)
  const about = JSON.stringify([
    ...[folder, audience, withdrawn, restricted, links, brackets, names, brought],
  ])
  const name = createHash('sha256').update(about).digest('hex').slice(0, 16)
  return join(storeFolder(store, 'history'), `${name}.json`)
}
