/** Memory that is given back, in a process of its own. */
import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

/** Makes 0.7 GB of garbage, collects, and says how many bytes the process still has. */
const LEAVE = `
import { collectGarbage } from '${new URL('../../src/build/garbage.ts', import.meta.url)}'
const fill = () => Array.from({ length: 8e6 }, (_, n) => ({ n, name: 'x' + n })).length
fill()
await new Promise((resolve) => setTimeout(resolve, 10))
collectGarbage()
console.log(process.memoryUsage.rss())`

it('gives the memory of a large case back before it is printed', () => {
  const left = execFileSync(process.execPath, ['--input-type=module', '-e', LEAVE])
  expect(Number(left)).toBeLessThan(3e8)
})
