/**
 * Reads font files of a case in a thread of its own, with a limit of time and memory: a damaged one can keep
 * what reads it busy for ever.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { BrandFont } from '../../core/brand/sheet.ts'
import { isInstalled, sources } from '../paths/index.ts'
import { patience } from '../run/patience.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { readStored, storeFolder } from '../store/index.ts'
import { keepBytes, TREATMENT } from './brand-store.ts'

/** What to read. */
export interface FontOrder {
  readonly bytes: Buffer
  /** Set where the file itself is loaded, and none in its place. */
  readonly isWhole?: true
}

/** Which letters to cut out of a font. */
export interface CutOrder {
  readonly bytes: Buffer
  readonly letters: string
}

/** What came of it; `why` says what the file is, and what was expected. */
export type FontRead =
  | { readonly why: string }
  | {
      readonly family: string
      /** Undefined where it does not say. */
      readonly generic: BrandFont['generic'] | undefined
      /** CSS font weights from the lightest to the boldest. */
      readonly weights: readonly [number, number]
      readonly cuts: readonly { readonly range: string; readonly bytes: Uint8Array }[]
    }

/** Why a font is of no use: what it is, and what was expected. */
export interface FontFault {
  readonly name: string
  readonly why: string
}

const Known = z.object({
  family: z.string(),
  generic: z.enum(['serif', 'sans-serif']).optional(),
  weights: z.tuple([z.number(), z.number()]),
  faces: z.array(z.object({ address: z.string(), range: z.string() })),
})

/** What a font file is, and the files in the store that are loaded in its place, with their letters. */
export async function fontRead(
  order: FontOrder,
  store: string,
): Promise<z.infer<typeof Known> | { readonly why: string }> {
  const { bytes, isWhole = false } = order
  const hash = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([isWhole, TREATMENT]))
  const path = join(storeFolder(store, 'brands'), `${hash.digest('hex').slice(0, 32)}.json`)
  const known = Known.safeParse(json(readStored(path)))
  if (known.success && known.data.faces.every((face) => isKept(face, store))) return known.data
  const read = await inThread<FontRead>(order)
  if ('why' in read) return read
  const { cuts, ...about } = read
  const faces = await Promise.all(
    cuts.map(async ({ range, bytes: cut }) => ({
      range,
      address: await keepBytes(store, { bytes, letters: range }, async () => cut),
    })),
  )
  await writeAtomically(path, JSON.stringify({ ...about, faces }))
  return { ...about, weights: [...about.weights], faces }
}

function isKept({ address }: { readonly address: string }, store: string): boolean {
  return readStored(join(storeFolder(store, 'brands'), address)) !== undefined
}

function json(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(bytes?.toString() ?? '')
  } catch {
    return undefined
  }
}

const THREAD = join(sources, 'node', 'theme', `font-thread.${isInstalled ? 'js' : 'ts'}`)
/** The longest that a sound font takes is a few, s. */
const LONGEST = 60
/** MB; a font has 5 at most. */
const MOST_MEMORY = 1024

const DAMAGED = 'font that cannot be read, expected another copy of it, which is not damaged'

/** These letters of a font, as TrueType; undefined for one that cannot be read. */
export async function fontCut(order: CutOrder): Promise<Buffer | undefined> {
  const made = await inThread<{ readonly cut: Uint8Array }>(order)
  return 'cut' in made ? Buffer.from(made.cut) : undefined
}

function inThread<Made>(order: FontOrder | CutOrder): Promise<Made | { readonly why: string }> {
  const thread = new Worker(THREAD, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve) => {
    const end = (read: Made | { readonly why: string }) => {
      clearTimeout(timer)
      void thread.terminate()
      resolve(read)
    }
    const timer = setTimeout(() => end({ why: DAMAGED }), LONGEST * patience() * 1000)
    thread.on('message', end)
    thread.on('error', () => end({ why: DAMAGED }))
    thread.on('exit', () => end({ why: DAMAGED }))
  })
}
