/** Reads a case, and builds it where it can be rendered. */
import { join, resolve } from 'node:path'
import { shown } from '../../node/paths/index.ts'
import { leaksOf } from '../../node/publish/leak.ts'
import { readCase } from '../../node/read/read-case.ts'
import { type Render, withRenderer } from '../../node/render/index.ts'
import { hasErrors, reportOn, written } from '../../node/report/index.ts'
import { sweepEarly } from '../../node/run/heap.ts'
import { step } from '../../node/run/progress.mjs'
import { buildSite } from '../../node/site/index.ts'
import { storeOf } from '../../node/store/place.ts'
import type { Options } from '../usage/options.ts'

/** How a build ended. */
export interface BuildOutcome {
  /** 1 when there are findings of severity error. */
  readonly code: 0 | 1
  /** PDFs and offline files, relative to the output; undefined when nothing was written. */
  readonly files?: readonly string[]
  /** Names of the case's routes. */
  readonly routes?: readonly string[]
  /** Whether it has estimates. */
  readonly hasFigures?: boolean
}

/** An outcome, and what is said of it. */
export interface Built {
  readonly outcome: BuildOutcome
  readonly report: string
  /** False where the same files may give another outcome the next time. */
  readonly isLasting: boolean
}

/**
 * Builds, whatever was built before.
 * @param onRendered called once nothing more of the case is read
 * @throws NoCaseError, UsageError, and whatever rendering throws.
 */
export async function buildAnew(options: Options, onRendered: () => void): Promise<Built> {
  sweepEarly()
  const caseFolder = resolve(options.case)
  const of = { caseFolder, store: await storeOf(caseFolder), base: options.base }
  return withRenderer(of, (render) => build(options, { render, onRendered }))
}

async function build(
  { case: folder, out, base, audience }: Options,
  how: { readonly render: Render; readonly onRendered: () => void },
): Promise<Built> {
  const read = await step('Reading the case', () => readCase(folder, audience))
  if (read.unreadable) {
    const why = `Not built, since the case cannot be read. ${shown(join(out))} stays as it was.`
    return refused(written(reportOn(read)), why)
  }
  const built = await buildSite({ read, out, base, ...how }).catch(leaksOf)
  if (!('handouts' in built)) {
    const why = `Not built, since it would tell what was left out. ${shown(out)} stays as it was.`
    return refused(written(reportOn(read, built)), why)
  }
  const report = reportOn(read, built.findings)
  return {
    outcome: {
      code: hasErrors(report.findings) ? 1 : 0,
      files: [...built.handouts, ...built.offline],
      routes: Object.keys(read.settings.routes),
      hasFigures: read.graph.estimates.size > 0,
    },
    report: written(report),
    // What git lacks, it may have the next time.
    isLasting: report.findings.every(({ check }) => check !== 'history'),
  }
}

function refused(report: string, why: string): Built {
  return { outcome: { code: 1 }, report: `${report}\n${why}`, isLasting: false }
}
