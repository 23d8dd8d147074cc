/** Opens addresses in the browser of whoever sits at the machine. */
import type { ChildProcess } from 'node:child_process'
import open from 'open'

/** How long the system may take to say that it has no browser, ms. */
const PATIENCE = 3000

/** Starts what opens one address; rejects where there is no such program. */
type Opener = (address: string) => Promise<ChildProcess>

/**
 * Opens each address, one after the other, so that the last lies on top.
 * @returns false where one of them cannot be opened; the rest are left alone then.
 */
export async function openWindows(
  addresses: readonly string[],
  opener: Opener = (address) => open(address),
): Promise<boolean> {
  for (const address of addresses) if (!(await isOpened(address, opener))) return false
  return true
}

async function isOpened(address: string, opener: Opener): Promise<boolean> {
  try {
    return await hasSucceeded(await opener(address))
  } catch {
    // What the system says of it helps nobody: the addresses stand on the screen.
    return false
  }
}

/** One that still runs after a while is a browser that stays in the foreground. */
function hasSucceeded(program: ChildProcess): Promise<boolean> {
  if (program.exitCode !== null) return Promise.resolve(program.exitCode === 0)
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), PATIENCE)
    program.once('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
  })
}
