/** The thread that reads a font file; whoever started it says how long it may take. */
import { parentPort, workerData } from 'node:worker_threads'
import { cutLetters, readFont } from './font-file.ts'
import type { CutOrder, FontOrder } from './font-reader.ts'

const order = workerData as FontOrder | CutOrder // What `font-reader.ts` gives.
const bytes = Buffer.from(order.bytes)
parentPort?.postMessage(
  'letters' in order ? await cutLetters(bytes, order.letters) : await readFont({ ...order, bytes }),
)
