/** Findings as the pages that `dev` serves list them. */

import { createHash } from 'node:crypto'
import { basename, isAbsolute } from 'node:path'
import { inWords } from '../../core/findings/in-words.ts'
import { enclosingKeys } from '../../core/graph/around.ts'
import { locator } from '../../core/graph/index.ts'
import type { Finding } from '../../core/model/finding.ts'
import { type Severity, severities } from '../../core/model/severity.ts'
import { shown } from '../paths/index.ts'
import type { ReadCase } from '../read/read-case.ts'
import { counted } from '../report/count.ts'
import { inOrder } from '../report/index.ts'
import { spell } from '../report/place.ts'

/** What a page is told of the findings. */
export interface Listed {
  /** `3 errors, 7 warnings`; `''` where there are none. */
  readonly total: string
  /** The gravest severity; absent where there are no findings. */
  readonly gravest?: Severity
  /** Differs where what was found differs, wherever it stands in its file. */
  readonly state: string
  readonly entries: readonly Entry[]
}

/** A finding as a page lists it. */
interface Entry {
  readonly severity: Severity
  readonly message: string
  readonly check: Finding['check']
  /** `slides/30-decisions.mdx:14:3` */
  readonly place: string
  /** Address at the dev server that opens the place in the editor. */
  readonly edit: string
  /** Addresses of the item and of the sections around it, from the nearest: a page has some of them. */
  readonly keys: readonly string[]
}

/** The list where the case could not be read. */
export const nothingListed: Listed = { total: '', state: '', entries: [] }

/** Errors first, then by place. */
export function listFindings(read: ReadCase, findings: readonly Finding[]): Listed {
  const locate = locator(read.documents, read.graph)
  const ordered = severities.flatMap((severity) =>
    inOrder(findings.filter((finding) => finding.severity === severity)),
  )
  const [first] = ordered
  return {
    total: counted(findings),
    ...(first ? { gravest: first.severity } : {}),
    state: stateOf(ordered),
    entries: ordered.map((finding) => {
      const { severity, check, place } = finding
      return {
        severity,
        message: inWords(finding),
        check,
        place: spell(place, folderInPages(read.folder)),
        edit: `/__open-in-editor?file=${encodeURIComponent(spell(place, read.folder))}`,
        keys: enclosingKeys(locate(place), read.graph),
      }
    }),
  }
}

/** The case folder as people typed it, or its name alone: nobody is shown a path of the machine. */
export function folderInPages(folder: string): string {
  const path = shown(folder)
  return isAbsolute(path) || path.startsWith('..') ? basename(folder) : path
}

/** Without lines, which shift with every word that is written above. */
function stateOf(findings: readonly Finding[]): string {
  const facts = findings.map(({ check, message, place }) => [check, message, place.file])
  return createHash('sha256').update(JSON.stringify(facts.sort())).digest('hex').slice(0, 16)
}

/**
 * What pages are made of, as a hash: texts and settings. What only says which findings are shown is
 * left out, so that a change of it alone reloads no page.
 */
export function contentOf({ sources, settings }: ReadCase): string {
  const { accept, severities, ...shownSettings } = settings
  return createHash('sha256')
    .update(JSON.stringify([sources, shownSettings]))
    .digest('hex')
}
