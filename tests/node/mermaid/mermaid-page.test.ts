/** A diagram that takes too long says nothing about its text, and holds nobody else up. */
import { expect, test } from 'vitest'
import { draw, readDrawing } from '../../../src/node/mermaid/index.ts'
import type { UsePages } from '../../../src/node/mermaid/page-pool.ts'
import { inThread } from '../../store.ts'

test('does not keep what was given up for its time', async () => {
  const text = `flowchart LR\n  a --> late${Date.now()}`
  const drawn = { ok: false, message: 'It took too long' } as const
  const busy: UsePages = (_asked, work) =>
    work({ draw: async () => ({ drawn, late: true }), close: async () => {} })
  expect(await draw([text], inThread, busy)).toEqual([drawn])
  expect(readDrawing(text, inThread)).toBeUndefined()
})
