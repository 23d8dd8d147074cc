/** Three sets of tests: what is pure, what works on disk, and pages of built sites in a browser. */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')

/** ms. They end what hangs; how fast something is depends on what else the machine does. */
const PATIENT = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000 } },
}

export default defineConfig({
  test: {
    // Most wait for a browser or a build half of their time.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Cases of tests lie anywhere; what was drawn and printed for one serves all.
    env: {
      THROUGHLINE_STORE: resolve(root, '.throughline'),
      NODE_COMPILE_CACHE: resolve(root, '.throughline', 'compiled'),
    },
    projects: [
      {
        root,
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts'],
          ...PATIENT,
          // What is pure leaves nothing behind: files share a process, and so what they import.
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/core/**', 'tests/site/**'],
          ...PATIENT,
        },
      },
      {
        root,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          // Files share a process one after the other: its browser, and what they import.
          isolate: false,
          ...PATIENT,
        },
      },
    ],
  },
})
