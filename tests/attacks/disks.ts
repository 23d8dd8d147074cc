/** Disks that are full, or can only be read: real ones where the system lets us, else as like as can be. */
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A disk, at a folder. */
export interface Disk {
  readonly folder: string
  /** Whether it is one of its own. */
  readonly isReal: boolean
  /** Writes more than there is room for. */
  readonly overfill: (path: string) => Promise<void>
  /** From now on it can only be read. */
  readonly protect: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** Makes a disk of 256 kB at a folder that is not there yet. Only root may. */
export async function makeDisk(folder: string): Promise<Disk> {
  await mkdir(folder)
  const isReal = run('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder)
  return {
    folder,
    isReal,
    overfill: async (path) => {
      if (!isReal) throw systemError('ENOSPC: no space left on device, write', 'ENOSPC')
      await writeFile(path, 'x'.repeat(1_000_000))
    },
    protect: async () => {
      if (isReal) run('mount', '-o', 'remount,ro', folder)
      else await chmod(folder, 0o555)
    },
    remove: async () => {
      if (isReal) run('umount', folder)
      else await chmod(folder, 0o755)
    },
  }
}

/** As the system throws it. */
function systemError(message: string, code: string): Error {
  return Object.assign(new Error(message), { code })
}

function run(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Fills a disk to its last byte. */
export async function fillUp({ folder, overfill }: Disk): Promise<void> {
  await overfill(join(folder, 'filler')).catch(() => undefined)
}
