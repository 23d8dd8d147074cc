/** The thread that reads a font file; whoever started it says how long it may take. */
import { parentPort, workerData } from 'node:worker_threads'
import { readFont } from './font-file.ts'
import type { FontOrder } from './font-reader.ts'

const { bytes, ...order } = workerData as FontOrder // What `font-reader.ts` gives.
parentPort?.postMessage(await readFont({ ...order, bytes: Buffer.from(bytes) }))
