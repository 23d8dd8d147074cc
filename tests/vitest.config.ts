/** All tests: what is pure or works on disk, and pages of built sites in a browser. */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first.ts'

const root = resolve(import.meta.dirname, '..')

/** ms. They end what hangs; how fast something is depends on what else the machine does. */
const PATIENT = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000 } },
}

/** Node imports them itself, and keeps what it has compiled: half of what Vitest's own way takes. */
const NATIVE = { experimental: { viteModuleRunner: false, nodeLoader: false } }

/** They put modules of their own in the place of ours. */
const ALONE = ['tests/cli/installed.test.ts']

export default defineConfig({
  test: {
    // Most wait for a browser or a build half of their time: with fewer, cores rest.
    maxWorkers: availableParallelism() * 2,
    // Cases of tests lie anywhere; what was drawn and printed for one serves all.
    env: {
      THROUGHLINE_STORE: resolve(root, '.throughline'),
      NODE_COMPILE_CACHE: resolve(root, '.throughline', 'compiled'),
    },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          name: 'all',
          ...NATIVE,
          include: ['tests/**/*.test.ts'],
          exclude: ALONE,
          // Files share a process one after the other, its browser, and what they import: they leave it as it was.
          isolate: false,
          ...PATIENT,
        },
      },
      {
        root,
        test: {
          name: 'alone',
          include: ALONE,
          ...PATIENT,
        },
      },
    ],
  },
})
