/** Memory of a process and of all that it started: the browser is a dozen processes. */
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'

/** How often it is looked at, ms. A page that is printed holds its memory for longer. */
const EVERY = 200

/** Bytes; 0 where the system does not tell. What processes share counts once (`Pss` in Linux). */
export interface Memory {
  /** Of Node alone, in however many processes. */
  readonly node: number
  /** With all that Node has started. */
  readonly together: number
}

/** Watches a process until `stop`, which returns the most of each at one moment. */
export function watchMemory(pid: number): { readonly stop: () => Memory } {
  let most: Memory = { node: 0, together: 0 }
  const timer = setInterval(() => {
    const { node, together } = memoryOf(pid)
    most = { node: Math.max(most.node, node), together: Math.max(most.together, together) }
  }, EVERY)
  return {
    stop: () => {
      clearInterval(timer)
      return most
    },
  }
}

/** Now; nothing for a process that is gone. */
export function memoryOf(pid: number): Memory {
  const parents = readParents()
  const tree = new Set([pid])
  // A process that is looked at adds its children to the end of the same set.
  for (const each of tree)
    for (const [child, parent] of parents) if (parent === each) tree.add(child)
  const shares = [...tree].map((each) => ({ bytes: shareOf(each), isNode: runsNode(each) }))
  const sum = (some: typeof shares) => some.reduce((total, { bytes }) => total + bytes, 0)
  return { node: sum(shares.filter(({ isNode }) => isNode)), together: sum(shares) }
}

/** The most that a process has held at once, by itself, in bytes; 0 where the system does not tell. */
export function mostOf(pid: number): number {
  return 1024 * Number(RE_MOST.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0)
}

/** What a process has started and that still runs. */
export function childrenOf(pid: number): readonly number[] {
  return readParents().flatMap(([child, parent]) => (parent === pid ? [child] : []))
}

/** Whether it runs the program that runs us. */
function runsNode(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`) === realpathSync(process.execPath)
  } catch {
    return false
  }
}

/** `VmHWM:   12345 kB`, also what it shares with others. */
const RE_MOST = /^VmHWM:\s+(\d+) kB$/m

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
