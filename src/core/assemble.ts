/** From the texts of a case folder to the case and everything the checks say of it. Pure. */
import { checks } from './checks/index.ts'
import { type Document, recognise } from './conventions/index.ts'
import { buildGraph, type Graph } from './graph/index.ts'
import { byPlace } from './graph/order.ts'
import type { Finding } from './model.ts'
import { parse } from './parse.ts'
import { noSettings, readFrontMatter, readSettings, type Settings } from './settings.ts'

/** One file of the case folder as text. */
export interface Source {
  /** Relative to the case folder, with forward slashes. */
  readonly file: string
  readonly text: string
}

/** What the checks look at. */
export interface Assembled {
  readonly sources: readonly Source[]
  readonly settings: Settings
  /** `case.yaml` as written, where there is one. */
  readonly settingsSource?: Source
  readonly documents: readonly Document[]
  readonly graph: Graph
  readonly findings: readonly Finding[]
  /** True where something can't be rendered at all: MDX that does not parse, a file off its schema. */
  readonly unreadable: boolean
}

export type Checkable = Omit<Assembled, 'findings' | 'unreadable'>

/**
 * Reads a whole case.
 *
 * @param sources the `.mdx` files in reading order
 * @param settings `case.yaml`, where there is one
 */
export function assemble(sources: readonly Source[], settings?: Source): Assembled {
  const described = settings
    ? readSettings(settings.text, settings.file)
    : { settings: noSettings, findings: [] }
  const parsed = sources.map(({ file, text }) => {
    const { tree, findings } = parse(text, file)
    const front = readFrontMatter(text, file).findings
    return {
      findings: [...findings, ...front],
      document: tree ? recognise(tree, text, file).document : { file, blocks: [], citations: [] },
    }
  })
  const broken = [...described.findings, ...parsed.flatMap(({ findings }) => findings)]
  const documents = parsed.map(({ document }) => document)
  const graph = buildGraph(documents, described.settings)
  const checkable: Checkable = {
    sources,
    settings: described.settings,
    ...(settings ? { settingsSource: settings } : {}),
    documents,
    graph,
  }
  const found = checks.flatMap((check) =>
    check
      .run(checkable)
      .map((finding) => ({ check: check.id, severity: check.severity, ...finding })),
  )
  return {
    ...checkable,
    findings: [...broken, ...withSeverities(found, described.settings)].sort(
      byPlace(sources.map(({ file }) => file)),
    ),
    unreadable: broken.length > 0,
  }
}

function withSeverities(findings: readonly Finding[], settings: Settings): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = settings.severities[finding.check] ?? finding.severity
    return severity === 'off' ? [] : [{ ...finding, severity }]
  })
}
