/** Rows of what somebody installs who has none of our tools for development: packages, room, and the time to a first page. */
import { execFile } from 'node:child_process'
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../src/node/paths/index.ts'
import { step } from '../../src/node/run/progress.mjs'
import { addressOfDev } from './save.ts'
import { megabytes, type Row, seconds } from './table.ts'

const run = promisify(execFile)

/** Packs the tool, installs it in an empty folder with a case of one file, and starts `dev` there. */
export async function installRows(scratch: string): Promise<readonly Row[]> {
  const { stdout } = await step('Packing', () =>
    run('npm', ['pack', '--json', '--pack-destination', scratch], {
      cwd: root,
      maxBuffer: 2 ** 26,
    }),
  )
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [
    { filename: string; size: number },
  ] // as npm says
  const folder = join(scratch, 'empty')
  await mkdir(folder)
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
  await writeFile(join(folder, '10-why.mdx'), '# An invented case\n\n## Why\n\nIt is slow.\n')
  const start = performance.now()
  await step('Installing', () => npm(folder, 'install', join(scratch, packed.filename)))
  const installed = performance.now()
  const program = join(folder, 'node_modules', '.bin', 'throughline')
  const args = ['dev', '--case', folder, '--port', '0']
  const { url, stop } = await step('Starting dev there', () => addressOfDev(program, args, folder))
  await (await fetch(url, { headers: { accept: 'text/html' } })).text()
  const end = performance.now()
  stop()
  const { packages, bytes } = await weigh(join(folder, 'node_modules'))
  return [
    { what: 'What npm packs', ...megabytes(packed.size), budget: 3 },
    { what: 'Packages', amount: packages, unit: 'packages', budget: 400 },
    { what: 'Room that they take', ...megabytes(bytes), budget: 650 },
    { what: 'From an empty folder to the first page of dev', ...seconds(end - start), budget: 60 },
    { what: '  of which npm installs', ...seconds(installed - start) },
  ]
}

/** @param args As typed; nothing is asked of the registry that is not needed. */
export function npm(folder: string, ...args: readonly string[]): Promise<unknown> {
  const quiet = ['--no-audit', '--no-fund', '--omit=dev']
  return run('npm', [...args, ...quiet], { cwd: folder, maxBuffer: 2 ** 26 })
}

/** What an installation holds. */
export async function weigh(modules: string) {
  const lock = JSON.parse(await readFile(join(modules, '.package-lock.json'), 'utf8'))
  const names = await readdir(modules, { recursive: true })
  let bytes = 0
  for (const name of names) {
    const found = await lstat(join(modules, name))
    // A file takes whole blocks of the disk.
    bytes += found.isFile() ? 512 * found.blocks : 0
  }
  return { packages: Object.keys(lock.packages).length, bytes }
}
