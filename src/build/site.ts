/** Builds all outputs of one case into a folder, whole or not at all. */
import { relative, resolve } from 'node:path'
import { build } from 'astro'
import type { Finding } from '../core/model.ts'
import { drawDiagrams } from './draw.ts'
import { defaultCase, root } from './paths.ts'
import { printHandouts } from './pdf.ts'
import { step } from './progress.mjs'
import type { ReadCase } from './sources.ts'
import { replaceFolder } from './swap.ts'

/** What to build, and where. */
export interface SiteOrder {
  readonly read: ReadCase
  /** Absolute path of the output folder. */
  readonly out: string
  /** Starts and ends with a slash. */
  readonly base: string
}

/** What came of it. */
export interface BuiltSite {
  /** Of drawing; those of reading are in the order's `read`. */
  readonly findings: readonly Finding[]
  /** Paths relative to the output folder, with forward slashes. */
  readonly handouts: readonly string[]
}

/**
 * Draws the diagrams, renders the pages, prints the PDFs, and only then replaces `out`.
 * @throws UsageError when `out` may not be replaced; whatever rendering throws.
 */
export function buildSite({ read, out, base }: SiteOrder): Promise<BuiltSite> {
  return replaceFolder(out, async (folder) => {
    const findings = await step('Drawing diagrams', () => drawDiagrams(read))
    await step('Rendering pages', () => render(read.folder, folder, base))
    const printed = await step('Printing handouts', () => printHandouts({ folder, base, read }))
    return { findings, handouts: printed.map((path) => within(folder, path)) }
  })
}

/** Names the case to the pages, which read it for themselves. */
export function nameCase(folder: string = defaultCase): void {
  process.env.THROUGHLINE_CASE = folder
}

async function render(caseFolder: string, outDir: string, base: string): Promise<void> {
  nameCase(caseFolder)
  // What it has to say about failures, it throws too.
  await build({ root, outDir, base, logLevel: process.env.DEBUG ? 'info' : 'silent' })
}

/** The folder is renamed afterwards, so that only what stands below it stays true. */
function within(folder: string, path: string): string {
  return relative(folder, resolve(folder, path)).replaceAll('\\', '/')
}
