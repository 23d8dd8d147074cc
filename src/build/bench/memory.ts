/** Memory of a process and of all that it started: the browser is a dozen processes. */
import { readdirSync, readFileSync } from 'node:fs'

/** How often it is looked at, ms. A page that is printed holds its memory for longer. */
const EVERY = 200

/**
 * Watches a process until `stop`, which returns the most bytes at one moment; 0 where the system does
 * not tell. What processes share counts once (`Pss` in Linux's `smaps_rollup`).
 */
export function watchMemory(pid: number): { readonly stop: () => number } {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pid))
  }, EVERY)
  return {
    stop: () => {
      clearInterval(timer)
      return most
    },
  }
}

/** Bytes, now; 0 for a process that is gone. */
export function memoryOf(pid: number): number {
  const parents = readParents()
  const tree = new Set([pid])
  // A process that is looked at adds its children to the end of the same set.
  for (const each of tree)
    for (const [child, parent] of parents) if (parent === each) tree.add(child)
  return [...tree].map(shareOf).reduce((sum, bytes) => sum + bytes, 0)
}

/** `Pss:   12345 kB` */
const RE_SHARE = /^Pss:\s+(\d+) kB$/m

/** After the name, which may hold anything: `12 (a name) S 1 …` */
const RE_PARENT = /\) \w (\d+) [^)]*$/

/** The parent of every process. `[]` where there is no `/proc`. */
function readParents(): readonly (readonly [number, number])[] {
  return namesIn('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(
      (name) => [Number(name), Number(RE_PARENT.exec(textOf(`/proc/${name}/stat`))?.[1])] as const,
    )
}

function shareOf(pid: number): number {
  return 1024 * Number(RE_SHARE.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** `''` for a process that has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
