/** Drawings kept on disk, so that what has not changed is not drawn again. */
import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Drawn } from '../../core/diagram/index.ts'
import { findBrowser } from '../find-browser.mjs'
import { readTheme, themeOfBuild } from '../theme.ts'

/** Of what is made of Mermaid's drawings here: to be raised with every change of it. */
const TREATMENT = 4

/** What draws, besides the browser. */
const PACKAGES = ['mermaid']

const DAY = 24 * 60 * 60 * 1000

/** A drawing that nothing used for so long goes, ms. */
const KEPT = 30 * DAY

const Stored = z.object({
  /** Which browser drew it. */
  browser: z.string(),
  drawn: z.discriminatedUnion('ok', [
    z.object({
      ok: z.literal(true),
      svg: z.string(),
      width: z.number(),
      height: z.number(),
      labelSize: z.number(),
    }),
    z.object({ ok: z.literal(false), message: z.string(), line: z.number().optional() }),
  ]),
})

/**
 * What became of a text when it was last drawn, by whichever browser. Undefined: never drawn with
 * this Mermaid and the font of the build's theme.
 */
export function readDrawing(text: string): Drawn | undefined {
  return readStored(text)?.drawn as Drawn | undefined // as written: absent stays absent in JSON
}

/** True where the text was drawn by the browser that would draw it now, or there is none. */
export function isDrawn(text: string): boolean {
  const stored = readStored(text)
  return stored !== undefined && [stored.browser, ''].includes(browserMark())
}

/** Keeps a drawing; other processes see the old file or the new one, never half of it. */
export function writeDrawing(text: string, drawn: Drawn): void {
  const path = pathOf(text)
  mkdirSync(dirname(path), { recursive: true })
  const besides = `${path}.${randomUUID()}`
  writeFileSync(besides, JSON.stringify({ browser: browserMark(), drawn }))
  renameSync(besides, path)
}

/** Drops drawings that no case has used for 30 days, and what a killed process left half-written. */
export function sweepDrawings(folder = drawingsFolder(), now = Date.now()): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    const kept = name.endsWith('.json') ? KEPT : DAY
    if (used !== undefined && now - used > kept) rmSync(path, { force: true })
  }
}

/** The nearest folder around this code that is the project: pages run from where they are built. */
export function projectFolder(): string {
  const starts = [import.meta.dirname ?? process.cwd(), process.cwd()]
  for (const start of starts) {
    for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
      if (PACKAGES.every((name) => existsSync(packageFile(folder, name)))) return folder
    }
  }
  return process.cwd()
}

function readStored(text: string): z.infer<typeof Stored> | undefined {
  const path = pathOf(text)
  if (!existsSync(path)) return undefined
  try {
    markUsed(path)
    return Stored.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined // A damaged file is one that was never written: the next draw replaces it.
  }
}

/** A file's time is when it was last used, to the day. */
function markUsed(path: string): void {
  const now = Date.now()
  if (now - statSync(path).mtimeMs > DAY) utimesSync(path, now / 1000, now / 1000)
}

function drawingsFolder(): string {
  return join(projectFolder(), '.throughline', 'diagrams')
}

function pathOf(text: string): string {
  const folder = projectFolder()
  const versions = PACKAGES.map((name) => versionOf(packageFile(folder, name)))
  const hash = createHash('sha256')
    .update(JSON.stringify([text, versions, readTheme(themeOfBuild()).mark, TREATMENT]))
    .digest('hex')
  return join(drawingsFolder(), `${hash.slice(0, 32)}.json`)
}

function packageFile(folder: string, name: string): string {
  return join(folder, 'node_modules', name, 'package.json')
}

const versions = new Map<string, string>()

/** Read once: packages don't change while a process runs. */
function versionOf(file: string): string {
  const known = versions.get(file)
  if (known !== undefined) return known
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(file, 'utf8')))
  versions.set(file, version)
  return version
}

/** Tells browsers and their versions apart without starting one; `''` where there is none. */
function browserMark(): string {
  const path = findBrowser()
  if (path === undefined) return ''
  const { size, mtimeMs } = statSync(path)
  return `${path} ${size} ${Math.round(mtimeMs)}`
}
