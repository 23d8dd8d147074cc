/** `dev`: shows the case as it is written, with its findings in the terminal and in the page. */

import { dev as serveLive } from 'astro'
import type { BuildContext } from '../../core/model/build-context.ts'
import type { Finding } from '../../core/model/finding.ts'
import { brokenDiagrams, drawDiagrams, undrawn } from '../../node/mermaid/index.ts'
import { persistentPage } from '../../node/mermaid/page-pool.ts'
import { takePosters } from '../../node/read/films.ts'
import { type ReadCase, readCase } from '../../node/read/read-case.ts'
import { astroConfig } from '../../node/render/astro-config.ts'
import { withContext } from '../../node/render/context-plugin.ts'
import { withTexts } from '../../node/render/texts-plugin.ts'
import { withTheme } from '../../node/render/theme-plugin.ts'
import { inWorkFolder } from '../../node/render/work-folder.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { explain } from '../../node/report/failure.ts'
import { reportOn, written } from '../../node/report/index.ts'
import { textReport } from '../../node/report/text.ts'
import { onInterrupt, untilInterrupted } from '../../node/run/interrupt.ts'
import { step, writeOnStderr } from '../../node/run/progress.mjs'
import { withFilms } from '../../node/serve/live/films.ts'
import { type LiveReading, liveCase } from '../../node/serve/live/index.ts'
import {
  contentOf,
  folderInPages,
  type Listed,
  listFindings,
  nothingListed,
} from '../../node/serve/live/listed.ts'
import { contextOf } from '../../node/site/pages.ts'
import type { Options } from '../usage/options.ts'
import { addresses } from './start.ts'

/** Serves until stopped; a taken port moves to the next. Resolves to the exit code. */
export async function dev({ case: folder, port, audience }: Options): Promise<number> {
  const { fingerprint: _, ...context } = contextOf(await readCase(folder, audience))
  /** As the case was when it could last be read. */
  let theme = context.theme
  const mermaid = persistentPage()
  // A browser that is just starting, or hangs, goes when the process ends in an orderly way.
  const leave = onInterrupt(() => undefined)
  try {
    const looked = await look(context, mermaid)
    theme = looked.theme ?? theme
    const first = { ...looked, listed: (await looked.drawing) ?? looked.listed }
    const again = async () => {
      const latest = await lookAgain(context, mermaid)
      theme = latest.theme ?? theme
      return latest
    }
    return await inWorkFolder(context, async (work) => {
      const live = liveCase({
        folder: work.caseFolder,
        first,
        readAgain: again,
        onError: printError,
      })
      const given = [
        withFilms(work, context),
        withTheme(() => theme),
        withContext(context),
        withTexts(work.caseFolder),
      ]
      const config = astroConfig(work, context, given)
      const server = await serveLive({
        ...config,
        integrations: [...(config.integrations ?? []), live],
        server: { host: '127.0.0.1', port },
      })
      const made = { out: '', files: [], routes: looked.routes }
      console.log(addresses(`http://127.0.0.1:${server.address.port}/`, made))
      await untilInterrupted()
      await server.stop()
      return 0
    })
  } finally {
    await mermaid.close()
    leave()
  }
}

type Drawing = Pick<ReturnType<typeof persistentPage>, 'usePages' | 'start'>

/** As `look`; says what went wrong instead of ending the session. */
async function lookAgain(context: BuildContext, browser: Drawing): Promise<LiveReading> {
  try {
    const { drawing, ...looked } = await look(context, browser)
    return drawing ? { ...looked, drawing: drawing.catch(printErrorOnly) } : looked
  } catch (error) {
    printError(error)
    const why = explain(error).replaceAll(context.caseFolder, folderInPages(context.caseFolder))
    return { unreadable: why, listed: nothingListed }
  }
}

/** Reads the case, has its new diagrams drawn, and reports. */
async function look(context: BuildContext, { usePages, start }: Drawing): Promise<LiveReading> {
  const { caseFolder, audience, store } = context
  const read = await readCase(caseFolder, audience, { store })
  if (read.unreadable) {
    // All else can wait, and would stand between people and what they have to mend.
    const findings = read.findings.filter(({ severity }) => severity === 'error')
    const told = { ...reportOn(read), findings, folder: folderInPages(caseFolder) }
    return { unreadable: textReport(told), listed: report(read) }
  }
  const content = contentOf(read)
  const plain = await takePosters(read, start)
  const known = [...plain, ...brokenDiagrams(read)]
  const { theme } = read.settings
  const routes = Object.keys(read.settings.routes)
  if (undrawn(read) === 0) return { content, theme, listed: report(read, known), routes }
  const drawing = step('Drawing diagrams', () => drawDiagrams(read, usePages))
  return {
    content,
    theme,
    routes,
    listed: listFindings(read, [...read.findings, ...known]),
    drawing: drawing.then((broken) => report(read, [...plain, ...broken])),
  }
}

const UNMEASURED = `Whether slides fit is measured by: ${commandLine('build')}`

/** Prints the findings, and lists them for the pages. */
function report(read: ReadCase, more: readonly Finding[] = []): Listed {
  const report = reportOn(read, more, [UNMEASURED])
  console.log(written(report))
  return listFindings(read, report.findings)
}

function printErrorOnly(error: unknown): undefined {
  printError(error)
}

function printError(error: unknown): void {
  writeOnStderr(explain(error))
}
