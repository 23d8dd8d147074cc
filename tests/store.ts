/** Where tests keep what they make, for all files and runs of them. */
import { resolve } from 'node:path'
import type { Drawings } from '../src/node/mermaid/cache.ts'
import { root } from '../src/node/paths/index.ts'

/** Absolute path. */
export const testStore = resolve(root, '.throughline')

/** Drawings in the fonts of the themes. */
export const inThread: Drawings = { theme: 'thread', store: testStore }
export const inFolio: Drawings = { theme: 'folio', store: testStore }
