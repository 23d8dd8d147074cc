/** From one office format to another, by LibreOffice without a window. */
import { existsSync, rmSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onInterrupt } from '../run/interrupt.ts'
import { runProgram } from '../run/program.ts'

/** There is no LibreOffice, or it did not convert; the message says what to do. */
export class NoOfficeError extends Error {
  override name = 'NoOfficeError'
}

/** The most that it may take, seconds; a first start makes a profile, which takes a while. */
const LONGEST = 180

/** Where it is installed without being on the PATH. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: ['C:\\Program Files\\LibreOffice\\program\\soffice.exe'],
}

/** The program, or undefined where it is not installed. `SOFFICE_PATH` wins. */
export function findOffice(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string | undefined {
  const named = env.SOFFICE_PATH
  if (named) return existsSync(named) ? named : undefined
  const program = platform === 'win32' ? 'soffice.exe' : 'soffice'
  const onPath = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, program))
  return [...onPath, ...(PLACES[platform] ?? [])].find((path) => existsSync(path))
}

/** Formats to convert between, as file name extensions. */
export interface Conversion {
  readonly from: 'pptx' | 'docx'
  readonly to: 'odp' | 'odt'
}

/**
 * The bytes in another format.
 * @throws NoOfficeError where LibreOffice is not there, or makes nothing of it.
 */
export async function convert(
  bytes: Uint8Array,
  { from, to }: Conversion,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Uint8Array> {
  const program = requireOffice(to, env)
  const folder = await mkdtemp(join(tmpdir(), 'throughline-office-'))
  const stopListening = onInterrupt(() => rmSync(folder, { recursive: true, force: true }))
  try {
    const source = join(folder, `export.${from}`)
    await writeFile(source, bytes)
    // A profile of its own: one that is open would take the order and do nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const args = [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', folder]
    const output = await run(program, [...args, source])
    const made = join(folder, `export.${to}`)
    if (!existsSync(made)) throw new NoOfficeError(notConverted(program, to, output))
    return await readFile(made)
  } finally {
    await rm(folder, { recursive: true, force: true })
    stopListening()
  }
}

/**
 * The program.
 * @throws NoOfficeError where it is not installed.
 */
export function requireOffice(to: Conversion['to'], env: NodeJS.ProcessEnv = process.env): string {
  const office = findOffice(env)
  if (office === undefined) throw new NoOfficeError(noOffice(to))
  return office
}

async function run(program: string, args: readonly string[]): Promise<string> {
  const { said, isLate } = await runProgram(program, args, LONGEST)
  // What counts is the file.
  return isLate ? `it took too long\n${said}` : said
}

function noOffice(to: string): string {
  const parts = to === 'odt' ? 'libreoffice-writer' : 'libreoffice-impress'
  return (
    `No LibreOffice found, which makes ${to} files. ` +
    `Install it (Debian and Ubuntu: apt install ${parts}; all others: libreoffice.org), ` +
    'or set SOFFICE_PATH to its program soffice'
  )
}

function notConverted(office: string, to: string, output: string): string {
  const why = output.split('\n').find((line) => /error|failed|too long/i.test(line))
  const part = to === 'odt' ? 'documents (Writer)' : 'presentations (Impress)'
  return (
    `LibreOffice at ${office} wrote no ${to} file${why ? ` (${why})` : ''}. ` +
    `Is its part for ${part} installed?`
  )
}
