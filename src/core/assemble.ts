/** From the texts of a case folder to the case and everything the checks say of it. Pure. */

import { firstWords } from './audience/bracket-line.ts'
import { doubtFindings, doubtfulLabels, wordsOf } from './audience/doubtful-labels.ts'
import { forbiddenWordsOf } from './audience/forbidden-words.ts'
import {
  documentOfShown,
  graphOfShown,
  isInside,
  nothingInside,
  pastOfShown,
  settingsOfShown,
  staleOfShown,
} from './audience/internal.ts'
import { splitSource, splitSources } from './audience/split-source.ts'
import {
  asideFindings,
  feedbackFindings,
  settingsFindings,
  spokenFindings,
  stringFindings,
  uncutFindings,
  uncutSigns,
  wordsOfSigns,
} from './audience/uncut.ts'
import { strayWithdrawals, unlabelledWithdrawals } from './audience/withdrawn.ts'
import { isWithdrawn } from './audience/withdrawn-ids.ts'
import { checks } from './checks/index.ts'
import { readFeedback } from './feedback/index.ts'
import { acceptFindings, withSeverities } from './findings/accept.ts'
import { rowOf } from './findings/catalogue.ts'
import { findingOf } from './findings/finding-of.ts'
import { unusedAcceptances } from './findings/unused-acceptance.ts'
import { buildGraph } from './graph/index.ts'
import { byPlace } from './graph/order.ts'
import type { Assembled, Checkable, Outside } from './model/assembled.ts'
import type { Readers } from './model/audience.ts'
import type { Finding } from './model/finding.ts'
import type { KindTable } from './model/kinds.ts'
import type { Source } from './model/source.ts'
import { readSettings, type Settings } from './settings/case-yaml.ts'
import { addressesIn, readFrontMatter } from './settings/front-matter.ts'
import { type Document, recogniseOnce } from './syntax/conventions/index.ts'
import { parseOnce } from './syntax/parse.ts'

/**
 * Reads a whole case.
 *
 * @param sources the `.mdx` files in reading order, as written
 * @param settings `case.yaml`, where there is one
 */
export function assemble(
  sources: readonly Source[],
  settings?: Source,
  outside: Outside = {},
): Assembled {
  const { audience = 'public', kinds } = outside
  const described = readSettings(settings?.text ?? '', settings?.file ?? 'case.yaml', kinds)
  const read = readFor(sources, described.settings, audience)
  const { shown, documents, graph, inside } = read
  const shownSettings = settingsOfShown(described.settings, inside)
  const checkable: Checkable = {
    sources: shown,
    settings: shownSettings,
    ...(settings ? { settingsSource: settings } : {}),
    documents,
    graph,
    feedback: readFeedback(outside.feedback ?? [], {
      graph,
      settings: described.settings,
      inside,
      audience,
      ...(outside.moved ? { moved: outside.moved } : {}),
    }),
    outside: {
      ...outside,
      ...pastOfShown(outside, inside, shownSettings),
      ...staleOfShown(outside, inside, graph, described.settings),
    },
    audience,
    inside,
    leftOut: read.leftOut,
  }
  const { mayQuote } = outside
  const table = { ...described.settings, ...(mayQuote ? { mayQuote } : {}) }
  const unclear = [
    ...unclearFindings({ sources, settings }, table, read.findings),
    ...feedbackFindings(checkable.feedback, outside.feedback ?? [], table),
  ]
  const stops = ({ severity }: Finding) => audience === 'public' && severity === 'error'
  const broken = [
    ...described.findings,
    ...read.findings,
    ...unlabelledWithdrawals(checkable),
    ...strayWithdrawals(checkable, sources),
    ...unclear.filter(stops),
  ]
  const isWhole = read.findings.every(({ severity }) => severity !== 'error')
  const asked = outside.withoutChecks ? [] : checks
  const found = asked
    .filter(({ id }) => isWhole || !rowOf(id).ofWhole)
    .flatMap(({ id, run }) => run(checkable).map((each) => findingOf(id, each)))
  const sorted = acceptFindings(
    [...found, ...unclear.filter((one) => !stops(one))],
    shownSettings,
    checkable,
  )
  const inOrder = byPlace(sources.map(({ file }) => file))
  const open = [...sorted.findings, ...unusedAcceptances(sorted.unused, checkable, 'case')]
  return {
    ...checkable,
    findings: [...broken, ...withSeverities(open, shownSettings)].sort(inOrder),
    accepted: withSeverities(sorted.accepted, shownSettings).toSorted(inOrder),
    unreadable: broken.length > 0,
  }
}

/** For whom a case is read, with what stays inside of it now: for reading its earlier states. */
export function readersOf(
  sources: readonly Source[],
  settings: Settings,
  audience: Readers['audience'],
): Readers {
  const { withdrawn, restricted, links, brackets, kinds } = settings
  const readers = { audience, withdrawn, restricted, links, brackets, kinds }
  const split = splitSources(sources, readers)
  const withForbidden = { ...readers, forbidden: forbiddenWordsOf(split) }
  if (split.leftOut.every(({ why }) => why !== 'internal')) return withForbidden
  const { names, bases } = readFor(sources, settings, audience).inside
  return { ...withForbidden, inside: names.union(bases) }
}

/** The files as their readers get them, and their graph. Findings tell of all files, as written. */
function readFor(sources: readonly Source[], settings: Settings, audience: Readers['audience']) {
  const { withdrawn, restricted, links, brackets, kinds } = settings
  const readers = { audience, withdrawn, restricted, links, brackets, kinds }
  const split = splitSources(sources, readers)
  const read = split.sources.map((source) => readDocument(source, kinds))
  const documents = read.map(({ document }) =>
    documentOfShown(
      document,
      (id) => !isWithdrawn({ id, file: document.file }, { withdrawn, kinds }),
    ),
  )
  const common = { shown: split.sources, leftOut: split.leftOut }
  const findings = read.flatMap((one) => one.findings)
  if (audience !== 'public' || split.leftOut.every(({ why }) => why !== 'internal')) {
    const graph = buildGraph(documents, settings)
    return { ...common, documents, graph, inside: nothingInside, findings }
  }
  const whole = splitSources(sources, { audience: 'internal', withdrawn, brackets, kinds })
  const all = whole.sources.map((source) => readDocument(source, kinds))
  const { graph, inside } = graphOfShown(
    documents,
    all.map(({ document }) => document),
    settings,
  )
  return {
    ...common,
    documents: documents.map((one) =>
      documentOfShown(one, (name) => !isInside(name, inside, kinds)),
    ),
    graph,
    inside,
    // What is left out must be readable too: it is compiled with the rest.
    findings: all.flatMap((one) => one.findings),
  }
}

/**
 * What may be meant to stay inside, and does not. Of a file that can't be read nothing is said: it
 * is not published.
 */
function unclearFindings(
  {
    sources,
    settings: settingsSource,
  }: { sources: readonly Source[]; settings: Source | undefined },
  settings: Settings & Pick<Readers, 'mayQuote'>,
  broken: readonly Finding[],
): readonly Finding[] {
  const unread = new Set(broken.map(({ place }) => place.file))
  const readers = { ...settings, audience: 'public' } as const
  const files = sources
    .filter(({ file }) => !unread.has(file))
    .map((source) => ({ source, split: splitSource(source, readers) }))
  const shown = files.flatMap(({ split }) => split.source ?? [])
  const doubts = doubtfulLabels(files, settings)
  const signs = uncutSigns(shown, settings, doubts)
  const words = firstWords([...wordsOf(doubts, settings), ...wordsOfSigns(signs)])
  return [
    ...doubtFindings(doubts, settings, words),
    ...uncutFindings(signs, settings, words),
    ...spokenFindings(shown, settings),
    ...stringFindings(files),
    ...asideFindings(shown, settings),
    ...settingsFindings(settingsSource, settings),
  ]
}

/** Recognises one file. One that does not parse gives a document without blocks, and says why. */
export function readDocument(
  source: Source,
  kinds: KindTable,
): {
  readonly document: Document
  readonly findings: readonly Finding[]
} {
  const { file, text } = source
  const { tree, findings } = parseOnce(source)
  const { frontMatter, findings: offSchema } = readFrontMatter(text, file)
  const { strength, timing, priority } = frontMatter
  const elsewhere = addressesIn(frontMatter)
  return {
    findings: [...findings, ...offSchema],
    document: {
      ...(tree ? recogniseOnce(tree, source, kinds).document : { file, blocks: [], citations: [] }),
      ...(strength === undefined ? {} : { strength }),
      ...(timing === undefined ? {} : { timing }),
      ...(priority === undefined ? {} : { priority }),
      ...(elsewhere.length > 0 ? { elsewhere } : {}),
    },
  }
}
