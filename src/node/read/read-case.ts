/** Reads a case from its folder, with what git knows of it. */

import { resolve } from 'node:path'
import { assemble, readersOf } from '../../core/assemble.ts'
import { settingsFindings } from '../../core/audience/uncut.ts'
import { movedSubjects } from '../../core/changes/challenges.ts'
import { compareCases, editionOf } from '../../core/changes/index.ts'
import { type Note, readNotes } from '../../core/changes/notes.ts'
import { markedReceipts, type Receipt } from '../../core/changes/receipts.ts'
import { redactLine, redactPast, redactSince } from '../../core/changes/redact.ts'
import { staleDecisions } from '../../core/changes/stale.ts'
import type { MainLine } from '../../core/changes/weeks.ts'
import { challengesOf } from '../../core/feedback/as-data.ts'
import { applySettings } from '../../core/findings/accept.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Assembled, Outside } from '../../core/model/assembled.ts'
import type { Readers } from '../../core/model/audience.ts'
import type { Case } from '../../core/model/case.ts'
import type { Finding } from '../../core/model/finding.ts'
import { builtInKinds, type KindTable } from '../../core/model/kinds.ts'
import type { Source } from '../../core/model/source.ts'
import { pathOfBrand, type ThemeName } from '../../core/model/themes.ts'
import { readSettings, type Settings } from '../../core/settings/case-yaml.ts'
import { inCaseOrder } from '../../core/settings/file-order.ts'
import { placeInYaml } from '../../core/settings/yaml.ts'
import { formatDate } from '../../core/text/dates.ts'
import type { Measure } from '../../core/text/measure.ts'
import { type Dates, datesOf, type GitState, readHistory } from '../history/index.ts'
import { findSince, isDate, type PastOf } from '../history/since.ts'
import { isAddressable, textsAmong } from '../paths/reading-order.ts'
import { storeOf } from '../store/place.ts'
import type { BrandLook, OwnBrand } from './brand.ts'
import { isCopy, isMisnamed, listFiles, noMdx, unread } from './case-files.ts'
import { hashOfTexts, ifGarbled, notText, readTexts } from './case-texts.ts'
import { chartTableFindings } from './chart-tables.ts'
import { captionFindings, filmsOf } from './films.ts'
import { NoCaseError } from './no-case.ts'
import { checkPictures } from './pictures.ts'
import { readReceipts } from './receipts.ts'

/** A case as read from its folder. */
export interface ReadCase extends Assembled {
  /** Absolute. */
  readonly folder: string
  /** Where what is made of it is kept, to be used again. Absolute. */
  readonly store: string
  /** Its own, where it has one: `settings.theme` is then the style sheet that was made of it. */
  readonly brand?: OwnBrand
  readonly case: Case
  readonly dates: Dates
  /** What this state of the case is called; absent where neither `case.yaml` nor git knows. */
  readonly version?: string
  /** For whom it is read, as its earlier states are too. */
  readonly readers: Readers
  /** What its commits changed; absent without git, or where git failed. */
  readonly line?: MainLine
  /** What the team says of its weeks, in `changes.yaml`. */
  readonly notes: readonly Note[]
  /** What of it git has; absent without git, or without a commit. */
  readonly state?: GitState
  /** What was shown to whom, by name; no source of the case. */
  readonly receipts: readonly Receipt[]
  /** Of all of its texts, as they were on the disk. */
  readonly hash: string
}

/** What a case does not say itself. */
interface Brought {
  /** What it can have, where it brings some kinds itself. */
  readonly kinds?: KindTable
  /** For the manual of the product, whose code shows how to write what stays inside. */
  readonly mayQuote?: true
  /** Earlier states are not asked for: half a minute for the long history of a case that tells of none. */
  readonly withoutPast?: true
  /** Its findings are asked for later, but for those that stop its pages. */
  readonly withoutChecks?: true
  /** Where what is made of it is kept, if another process has found that out already. */
  readonly store?: string
  /** What git knows of it, if others ask git. */
  readonly historyOf?: typeof readHistory
}

/**
 * Reads every `.mdx` below a folder, and `case.yaml` in it. Files that look like writing but are
 * not read, and bytes that are no text, get a finding each.
 *
 * @param audience for whom: what is not for them is gone from all that this returns but `leftOut`
 * @throws NoCaseError where the folder is missing, holds no `.mdx`, or has a path of which no pages
 * can be made
 */
export async function readCase(
  folder: string,
  audience: Readers['audience'] = 'public',
  brought: Brought = {},
): Promise<ReadCase> {
  const { kinds = builtInKinds, store, mayQuote, withoutPast, withoutChecks } = brought
  const { historyOf = readHistory } = brought
  const root = resolve(folder)
  const { files, refused } = await listFiles(root)
  const named = textsAmong(files)
  const misnamed = files.filter((file) => isMisnamed(file) || isCopy(file, files))
  if (named.length + refused.length === 0) throw new NoCaseError(noMdx(root, misnamed[0]))
  const texts = readTexts(root, files)
  const { settings, changes, feedback } = texts
  const notRead = [...refused, ...texts.refused]
  const weekNotes = readNotes(changes?.text ?? '', 'changes.yaml')
  const described = describe(settings, kinds)
  const read = inCaseOrder(texts.files, described.order)
  const garbled = [...read, settings, changes].flatMap(ifGarbled)
  const readers = readersOf(read, described, audience)
  const kept = store ?? (await storeOf(root))
  const asked = {
    size: named.length,
    store: kept,
    readers,
    ...(withoutPast ? { withoutPast } : {}),
  }
  const history = await historyOf(root, asked)
  const { days, past, checkout, state, version: commit, findings } = history
  const look = await readLook(described.theme, { folder: root, store: kept, settings })
  const beside = [changes, look.source].flatMap((one) => settingsFindings(one, described))
  const measure = await measureFor({ ...described, theme: look.theme }, kept)
  const inPlainLook = assemble(read, settings, {
    // A case that nobody says was updated, and that git does not know, is as of today.
    asOf: described.dates?.updated ?? days[0] ?? new Date().toISOString().slice(0, 10),
    audience,
    kinds,
    ...(mayQuote ? { mayQuote } : {}),
    ...(withoutChecks ? { withoutChecks } : {}),
    ...(past ? { past: redactPast(past, { line: history.line, readers }) } : {}),
    ...(history.line
      ? {
          stale: staleDecisions(history.line.steps, described),
          moved: movedSubjects(history.line.steps),
        }
      : {}),
    ...(measure ? { measure } : {}),
    ...(checkout ? { checkout } : {}),
    ...(commit === undefined ? {} : { version: commit }),
    feedback,
  })
  const assembled = { ...inPlainLook, settings: { ...inPlainLook.settings, theme: look.theme } }
  const told = challengesOf(assembled)
  const line = history.line && redactLine(history.line, readers, told)
  const { receipts, findings: ofReceipts } = await readReceipts(root, files.filter(isAddressable), {
    isWhole: history.line?.isWhole ?? false,
    withdrawn: described.withdrawn,
    ...(assembled.feedback.faults.length > 0 ? {} : { told }),
  })
  const ofAside = audience === 'public' ? [...beside, ...markedReceipts(receipts)] : []
  const since = await sinceOf(assembled, { folder: root, line, readers, receipts })
  const aside = applySettings(
    [
      ...misnamed.map((file) => unread(file, files)),
      ...findings,
      ...since.findings,
      ...ofReceipts,
      ...look.findings,
      ...(await checkPictures(assembled.sources, { folder: root, store: kept })),
      ...chartTableFindings(root, assembled.sources),
    ],
    assembled,
    'folder',
  )
  const films = filmsOf(assembled.sources, { folder: root, store: kept })
  const inCaptions = audience === 'public' ? captionFindings(films, readers) : []
  const version = assembled.settings.version ?? commit
  return {
    ...assembled,
    outside: {
      ...assembled.outside,
      ...since.outside,
      ...(look.logo ? { logo: look.logo } : {}),
      ...(look.brand?.margins ? { margins: look.brand.margins } : {}),
    },
    ...(version === undefined ? {} : { version }),
    ...(line ? { line } : {}),
    notes: weekNotes.notes,
    readers,
    ...(state ? { state } : {}),
    receipts,
    findings: [
      ...notRead,
      ...[...garbled, ...feedback.flatMap(ifGarbled)].map(notText),
      ...weekNotes.findings,
      ...ofAside,
      ...inCaptions,
      ...assembled.findings,
      ...aside.findings,
    ],
    accepted: [...assembled.accepted, ...aside.accepted],
    unreadable:
      assembled.unreadable ||
      !look.isUsable ||
      notRead.length + garbled.length + weekNotes.findings.length > 0 ||
      ofAside.length + inCaptions.length > 0,
    hash: hashOfTexts(texts),
    folder: root,
    store: kept,
    ...(look.brand ? { brand: look.brand } : {}),
    case: assembled.graph.case,
    dates: datesOf(days, assembled.settings),
  }
}

/** What changed since the moment that `case.yaml` names, or why that is not known. */
async function sinceOf(
  assembled: Assembled,
  past: PastOf,
): Promise<{ readonly outside?: Pick<Outside, 'since'>; readonly findings: readonly Finding[] }> {
  const { settings, settingsSource } = assembled
  if (settings.since === undefined || assembled.unreadable) return { findings: [] }
  const found = await findSince(past, settings.since)
  if ('edition' in found) {
    const name = isDate(settings.since) ? formatDate(settings.since) : settings.since
    const all = compareCases(found.edition, editionOf(assembled))
    const changes = redactSince(all, { ...past, commit: found.commit })
    return { outside: { since: { name, day: found.day, changes } }, findings: [] }
  }
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const place = placeInYaml(text, file, ['since'])
  const message = `${found.fault}: the deck does not say what changed`
  return { findings: [findingOf('history', { message, place })] }
}

/** What `case.yaml` says; its faults are told where the case is assembled. */
function describe(settings: Source | undefined, kinds: KindTable): Settings {
  return readSettings(settings?.text ?? '', settings?.file ?? 'case.yaml', kinds).settings
}

/** The look that `case.yaml` names. What reads a brand takes a while to load, and most cases have none. */
async function readLook(
  named: ThemeName,
  from: Pick<ReadCase, 'folder' | 'store'> & { readonly settings: Source | undefined },
): Promise<BrandLook> {
  const file = pathOfBrand(named)
  if (file === undefined) return { theme: named, findings: [], isUsable: true }
  return (await import('./brand.ts')).readBrandLook(file, from)
}

/** Checks plan slides only for routes: the font takes a while to load, and is left out without. */
async function measureFor(
  { routes, theme }: Settings,
  store: string,
): Promise<Measure | undefined> {
  if (Object.keys(routes).length === 0) return undefined
  return (await import('./measure.ts')).fontMeasure({ theme, store })
}
