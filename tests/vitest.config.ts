/** Three sets of tests: what is pure, what works on disk, and pages of built sites in a browser. */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')

export default defineConfig({
  test: {
    // Most wait for a browser or a build half of their time.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Cases of tests lie anywhere; what was drawn and printed for one serves all.
    env: { THROUGHLINE_KEPT: resolve(root, '.throughline') },
    projects: [
      {
        root,
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts'],
          testTimeout: 120_000,
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
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          // A browser beside another one takes its time.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
