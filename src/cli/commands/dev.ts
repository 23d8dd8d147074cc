/** `dev`: shows the case as it is written, with its findings in the terminal and in the page. */
import { resolve } from 'node:path'
import type { BuildContext } from '../../core/model/build-context.ts'
import { historyInTime } from '../../node/live/history.ts'
import { serveLive } from '../../node/live/index.ts'
import {
  contentOf,
  folderInPages,
  type Listed,
  listFindings,
  nothingListed,
} from '../../node/live/listed.ts'
import { livePages } from '../../node/live/pages.ts'
import type { LiveReading } from '../../node/live/state.ts'
import { watchFolder } from '../../node/live/watch.ts'
import { brokenDiagrams, drawDiagrams, undrawn } from '../../node/mermaid/index.ts'
import { persistentPage } from '../../node/mermaid/page-pool.ts'
import { takePosters } from '../../node/read/films.ts'
import { type ReadCase, readCase } from '../../node/read/read-case.ts'
import { prepareRenderer } from '../../node/render/index.ts'
import { inWorkFolder } from '../../node/render/work-folder.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { explain } from '../../node/report/failure.ts'
import { reportOn, written } from '../../node/report/index.ts'
import { textReport } from '../../node/report/text.ts'
import { onInterrupt, untilInterrupted } from '../../node/run/interrupt.ts'
import { step, writeOnStderr } from '../../node/run/progress.mjs'
import { linkWholeFonts } from '../../node/site/carried-fonts.ts'
import { placeAllFilms } from '../../node/site/films.ts'
import { drawIcons } from '../../node/site/icons.ts'
import { contextOf } from '../../node/site/pages.ts'
import type { Options } from '../usage/options.ts'
import { addresses } from './start.ts'

/** Serves until stopped; a taken port moves to the next. Resolves to the exit code. */
export async function dev({ case: folder, port, audience }: Options): Promise<number> {
  const watch = watchFolder(resolve(folder))
  const historyOf = historyInTime(watch.tell, printErrorOnly)
  const read = await readCase(folder, audience, { historyOf })
  const { fingerprint: _, ...context } = contextOf(read)
  const readAgain = (how: { readonly withoutChecks?: true } = {}) =>
    readCase(context.caseFolder, context.audience, { store: context.store, historyOf, ...how })
  /** In which pages have icons. */
  let theme: string | undefined
  const mermaid = persistentPage()
  // A browser that is just starting, or hangs, goes when the process ends in an orderly way.
  const leave = onInterrupt(() => undefined)
  try {
    await step('Bundling the pages', () => prepareRenderer(context))
    return await inWorkFolder(context, async (work) => {
      const pages = await livePages(work, context, linkWholeFonts)
      const looked = await look(read, mermaid)
      await looked.drawing
      const first = { ...looked, listed: await report(read, mermaid.start) }
      const server = await serveLive({
        folder: context.caseFolder,
        watch,
        port,
        pages: {
          ...pages,
          take: async (latest, changed) => {
            await pages.take(latest, changed)
            await placeAllFilms(latest, pages.folder)
            if (latest.settings.theme !== theme)
              await drawIcons(pages.folder, latest.settings.theme)
            theme = latest.settings.theme
          },
        },
        first,
        readAgain: () =>
          orSayWhyNot(context, async () => {
            const read = await readAgain({ withoutChecks: true })
            return look(read.unreadable ? await readAgain() : read, mermaid)
          }),
        check: () =>
          orSayWhyNot(context, async () => {
            const read = await readAgain()
            const { drawing: _, ...looked } = await look(read, mermaid)
            return { ...looked, listed: await report(read, mermaid.start) }
          }),
        onError: printError,
      })
      const routes = Object.keys(read.settings.routes)
      console.log(addresses(server.url, { out: '', files: [], routes }))
      await untilInterrupted()
      await server.close()
      return 0
    })
  } finally {
    await mermaid.close()
    leave()
  }
}

type Drawing = Pick<ReturnType<typeof persistentPage>, 'usePages' | 'start'>

/** Says what went wrong instead of ending the session. */
async function orSayWhyNot(
  { caseFolder }: Pick<BuildContext, 'caseFolder'>,
  look: () => Promise<LiveReading>,
): Promise<LiveReading> {
  try {
    return await look()
  } catch (error) {
    printError(error)
    const why = explain(error).replaceAll(caseFolder, folderInPages(caseFolder))
    return { unreadable: why, listed: nothingListed }
  }
}

/** What pages are made of, once the new diagrams of a case are drawn. */
async function look(read: ReadCase, { usePages, start }: Drawing): Promise<LiveReading> {
  if (read.unreadable) {
    // All else can wait, and would stand between people and what they have to mend.
    const findings = read.findings.filter(({ severity }) => severity === 'error')
    const told = { ...reportOn(read), findings, folder: folderInPages(read.folder) }
    return { unreadable: textReport(told), listed: await report(read, start) }
  }
  const content = contentOf(read)
  await takePosters(read, start)
  if (undrawn(read) === 0) return { read, content }
  const drawing = step('Drawing diagrams', () => drawDiagrams(read, usePages))
  return { read, content, drawing: drawing.catch(printErrorOnly) }
}

const UNMEASURED = `Whether slides fit is measured by: ${commandLine('build')}`

/** Prints the findings, and lists them for the pages. */
async function report(read: ReadCase, start: Drawing['start']): Promise<Listed> {
  const more = read.unreadable ? [] : [...(await takePosters(read, start)), ...brokenDiagrams(read)]
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
