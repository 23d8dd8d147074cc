/** Memory of processes, as this machine tells it. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { memoryOf } from './memory.ts'

/** Elsewhere than on Linux nothing tells, and the row stays without an amount. */
const tells = existsSync('/proc/self/smaps_rollup')

/** Takes 200 MB, says so, and keeps them until it is ended. */
const FILL = 'const kept = Buffer.alloc(2e8, 1); setInterval(() => kept, 1e6); console.log("full")'

describe('memoryOf', () => {
  it('counts what a process started, beside its own', async () => {
    const before = memoryOf(process.pid).together
    const child = spawn(process.execPath, ['-e', FILL])
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const grown = memoryOf(process.pid).together - before
    child.kill()
    if (tells) expect(grown).toBeGreaterThan(1.5e8)
    else expect(grown).toBe(0)
  })

  it('tells Node from what else it started', async () => {
    const script = 'require("child_process").spawn("sleep", ["9"]); console.log("started")'
    const child = spawn(process.execPath, ['-e', script], { detached: true })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const { node, together } = memoryOf(child.pid ?? 0)
    process.kill(-(child.pid ?? 0))
    if (tells) expect(node).toBeGreaterThan(1e7)
    if (tells) expect(together).toBeGreaterThan(node)
    else expect(together).toBe(0)
  })

  it('is nothing for a process that is gone', async () => {
    const child = spawn(process.execPath, ['--version'])
    await new Promise((resolve) => child.once('close', resolve))
    expect(memoryOf(child.pid ?? 0)).toEqual({ node: 0, together: 0 })
  })
})
