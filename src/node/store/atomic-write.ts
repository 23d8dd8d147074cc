/** Writes a file whole or not at all. */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { whyRefused } from '../run/disk.ts'
import { onInterrupt } from '../run/interrupt.ts'

/**
 * Writes beside the file and then takes its place: readers never see half of it, and where writing
 * fails or is interrupted, what was there stays.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  { flush = false }: { readonly flush?: boolean } = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const half = join(dirname(path), `.${basename(path)}.${randomUUID()}.half`)
  const stopListening = onInterrupt(() => rmSync(half, { force: true }))
  try {
    await writeFile(half, content, { flush })
    await rename(half, path)
  } finally {
    await rm(half, { force: true })
    stopListening()
  }
}

/** Keeps what can be made again. Where the disk does not take it, the next run takes longer. */
export async function keep(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeAtomically(path, content)
  } catch (error) {
    if (whyRefused(error) === undefined) throw error
  }
}
