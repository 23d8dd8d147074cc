/** A case that goes from one process to another is the same there. */
import { isDeepStrictEqual } from 'node:util'
import { expect, it } from 'vitest'
import { handOver, takeOver } from '../../../src/node/read/hand-over.ts'
import { readCase } from '../../../src/node/read/read-case.ts'

it.each(['slides', 'tests/fixtures/economic', 'tests/fixtures/canaries'])(
  'all of %s, but its measure and what its readers do not get',
  async (folder) => {
    const read = await readCase(folder)
    const { outside, leftOut, ...rest } = takeOver(structuredClone(handOver(read)))
    const { outside: before, leftOut: _, ...whole } = read
    // As `expect` compares, what inherits nothing would be the same as what inherits.
    expect(isDeepStrictEqual(rest, whole)).toBe(true)
    expect(
      isDeepStrictEqual(
        { ...outside, measure: before.measure },
        { ...before, measure: before.measure },
      ),
    ).toBe(true)
    expect(leftOut).toEqual([])
    expect(Object.getPrototypeOf(rest.settings.aliases)).toBe(null)
  },
)
