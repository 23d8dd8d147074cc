/** What stands on the handout of one page: what a sponsor needs to decide, and how sure it is. */

import { TO_BE_WRITTEN } from '../graph/gaps-in-words.ts'
import { evidenceOfDecisions } from '../graph/reasoning.ts'
import type { Checkable } from '../model/assembled.ts'
import { type BuiltInKind, has, isLike } from '../model/kinds.ts'
import { ASK } from '../narrative/cover.ts'
import { extractOf } from '../narrative/extract/index.ts'
import { titleOf } from '../settings/routes.ts'
import { placeInYaml } from '../settings/yaml.ts'
import { strongestPart, weakestPart } from './evidence.ts'
import { sectionsFor } from './gap.ts'
import { factorsPart, objectivesPart, optionsPart } from './items.ts'
import type { OnePage, OnePagePart } from './part.ts'
import { problemPart } from './problem.ts'
import { worthPart } from './worth.ts'

/**
 * Chooses what the page says. It names what a case does not have as a gap.
 *
 * @param name a route of the case, where the page is of the part that it tells
 */
export function onePageOf(whole: Checkable, name?: string): OnePage {
  const route = name === undefined ? undefined : whole.settings.routes[name]
  const shown = route ? extractOf(whole, route).part : whole
  const { title, items } = shown.graph.case
  const hasOptions = items.some(({ kind }) => isLike(kind, 'option', shown.graph.kinds))
  const worth = hasOptions ? worthPart(whole) : undefined
  /** In a part of the case, a missing thing is a gap only where that part should have it. */
  const owed = (part: OnePagePart, isDue: boolean): OnePagePart =>
    route && part.gap !== undefined && !isDue ? { ...part, omitted: true } : part
  const ofKind = (kind: BuiltInKind, part: OnePagePart) =>
    owed(part, sectionsFor(kind, shown).length > 0)
  return {
    title,
    ...(name !== undefined && route ? { route: titleOf(name, route) } : {}),
    ask: askPart(shown),
    problem: owed(problemPart(shown), false),
    objectives: ofKind('objective', objectivesPart(shown)),
    factors: ofKind('success-factor', factorsPart(shown)),
    options: ofKind('option', optionsPart(shown)),
    ...(worth ? { worth } : {}),
    strongest: owed(
      strongestPart(withEvidence(shown)),
      items.some(({ kind }) => has(kind, 'ground', shown.graph.kinds)),
    ),
    weakest: owed(weakestPart(shown), false),
  }
}

/** The part with all evidence on which its decisions rest, also evidence from elsewhere in the case. */
function withEvidence(checked: Checkable): Checkable {
  const { graph } = checked
  const all = new Set([...graph.case.items, ...evidenceOfDecisions(graph)])
  const items = [...graph.items.values()].filter((item) => all.has(item))
  return { ...checked, graph: { ...graph, case: { ...graph.case, items } } }
}

/** The parts below the ask, from top to bottom; two of a band stand side by side. */
export function bandsOf(page: OnePage): readonly (readonly OnePagePart[])[] {
  const bands = [
    [page.problem],
    [page.objectives, page.factors],
    [page.options],
    page.worth ? [page.worth] : [],
    [page.strongest, page.weakest],
  ]
  return bands
    .map((band) => band.filter(({ omitted }) => !omitted))
    .filter((band) => band.length > 0)
}

function askPart({ settings, settingsSource }: Checkable): OnePagePart {
  const file = settingsSource?.file ?? 'case.yaml'
  const place = settingsSource ? placeInYaml(settingsSource.text, file, ['ask']) : { file }
  const title = ASK
  if (settings.ask === undefined) return { title, lines: [], gap: TO_BE_WRITTEN, place }
  return { title, lead: settings.ask.trim(), stands: true, lines: [], place }
}
