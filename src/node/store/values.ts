/** Values that are kept, each in a file that is named by all of which the value is made. */
import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { keep } from './atomic-write.ts'
import { readStored, type StoreKind, storeFolder } from './index.ts'
import { seal, unseal } from './seal.ts'

/** Which value. */
export interface StoredValue {
  readonly store: string
  readonly kind: StoreKind
  /** All of which it is made, as far as JSON can say it. */
  readonly about: unknown
}

/** The value that is kept; undefined where none was, or its file is damaged. */
export function readValue<Value>(which: StoredValue): Value | undefined {
  return unseal<Value>(readStored(pathOf(which)))
}

/** Keeps a value, in place of the one that was kept. */
export function keepValue(which: StoredValue, value: unknown): Promise<void> {
  return keep(pathOf(which), seal(value))
}

/** The same at the end of a process, when nothing waits any more; what goes wrong there is made again. */
export function keepValueNow(which: StoredValue, value: unknown): void {
  const path = pathOf(which)
  const half = join(dirname(path), `.${basename(path)}.${process.pid}.half`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(half, seal(value))
    renameSync(half, path)
  } catch {
    rmSync(half, { force: true })
  }
}

/**
 * Takes the one that is kept, or makes and keeps it.
 * @throws what making throws; then nothing is kept.
 */
export async function readOrMake<Value>(
  which: StoredValue,
  make: () => Promise<Value>,
): Promise<Value> {
  const kept = readValue<Value>(which)
  if (kept !== undefined) return kept
  const made = await make()
  await keepValue(which, made)
  return made
}

function pathOf({ store, kind, about }: StoredValue): string {
  const name = createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 32)
  return join(storeFolder(store, kind), `${name}.stored`)
}
