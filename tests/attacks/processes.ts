/** Which processes a test has started, and whether they still run. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

export interface Running {
  readonly id: number
  readonly parent: number
  readonly command: string
}

/** All that run below a process, at any depth. */
export function runningBelow(parent: number): readonly Running[] {
  const all = everyRunning()
  const below = (id: number): readonly Running[] =>
    all.filter((one) => one.parent === id).flatMap((one) => [one, ...below(one.id)])
  return below(parent)
}

/** Those of them that still run. Numbers are used again, so the command must be the same. */
export function stillRunning(seen: readonly Running[]): readonly Running[] {
  const all = everyRunning()
  return seen.filter(({ id, command }) =>
    all.some((one) => one.id === id && one.command === command),
  )
}

/** What has ended, and only waits for its parent to hear of it, does not run. */
function everyRunning(): readonly Running[] {
  return existsSync('/proc/self/stat') ? ofLinux() : ofPs()
}

/** As Linux lists them: to start `ps` for it takes as long as a hundred looks. */
function ofLinux(): readonly Running[] {
  return readdirSync('/proc').flatMap((id) => {
    if (!/^\d+$/.test(id)) return []
    try {
      const [, state = '', parent = ''] =
        RE_STAT.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? []
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      // One that ends has no words any more.
      const runs = state !== 'Z' && command !== ''
      return runs ? [{ id: Number(id), parent: Number(parent), command }] : []
    } catch {
      return [] // It has ended meanwhile.
    }
  })
}

// Matches "4711 (name of a program) S 1 …": the name may hold anything.
const RE_STAT = /\) (\S) (\d+)[^)]*$/s

function ofPs(): readonly Running[] {
  const columns = 'pid=,ppid=,stat=,command='
  const said = execFileSync('ps', ['axww', '-o', columns], { encoding: 'utf8', maxBuffer: 2 ** 27 })
  return said.split('\n').flatMap((line) => {
    const [, id, parent, state = '', command = ''] = RE_LINE.exec(line) ?? []
    return id === undefined || state.startsWith('Z') || command.startsWith('ps ')
      ? []
      : [{ id: Number(id), parent: Number(parent), command }]
  })
}

// Matches "  4711     1 Ssl  /usr/lib/chromium/chromium --headless".
const RE_LINE = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/
