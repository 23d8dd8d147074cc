/** What stands on the handout of one page: what a sponsor needs to decide, and how sure it is. */

import { TO_BE_WRITTEN } from '../graph/gaps-in-words.ts'
import { evidenceOfDecisions } from '../graph/reasoning.ts'
import type { Checkable } from '../model/assembled.ts'
import { type BuiltInKind, has } from '../model/kinds.ts'
import { ASK } from '../narrative/cover.ts'
import { extractOf } from '../narrative/extract/index.ts'
import { titleOf } from '../settings/routes.ts'
import { placeInYaml } from '../settings/yaml.ts'
import { strongestPart, weakestPart } from './evidence.ts'
import { sectionsFor } from './gap.ts'
import { factorsPart, objectivesPart, optionsPart } from './items.ts'
import type { OnePage, OnePagePart } from './part.ts'
import { problemPart } from './problem.ts'

/**
 * Chooses what the page says. What a case does not have is a gap and said so.
 *
 * @param name a route of the case, where the page is of the part that it tells
 */
export function onePageOf(whole: Checkable, name?: string): OnePage {
  const route = name === undefined ? undefined : whole.settings.routes[name]
  const told = route ? extractOf(whole, route).part : whole
  const { title, items } = told.graph.case
  /** In a part of the case a gap is one only where the part is to hold such a thing. */
  const owed = (part: OnePagePart, isDue: boolean): OnePagePart =>
    route && part.gap !== undefined && !isDue ? { ...part, untold: true } : part
  const ofKind = (kind: BuiltInKind, part: OnePagePart) =>
    owed(part, sectionsFor(kind, told).length > 0)
  return {
    title,
    ...(name !== undefined && route ? { route: titleOf(name, route) } : {}),
    ask: askPart(told),
    problem: owed(problemPart(told), false),
    objectives: ofKind('objective', objectivesPart(told)),
    factors: ofKind('success-factor', factorsPart(told)),
    options: ofKind('option', optionsPart(told)),
    strongest: owed(
      strongestPart(withEvidence(told)),
      items.some(({ kind }) => has(kind, 'ground', told.graph.kinds)),
    ),
    weakest: owed(weakestPart(told), false),
  }
}

/** With all evidence on which the decisions rest, also where only another part of the case has it. */
function withEvidence(told: Checkable): Checkable {
  const { graph } = told
  const all = new Set([...graph.case.items, ...evidenceOfDecisions(graph)])
  const items = [...graph.items.values()].filter((item) => all.has(item))
  return { ...told, graph: { ...graph, case: { ...graph.case, items } } }
}

/** The parts below the ask, from top to bottom; two of a band stand side by side. */
export function bandsOf(page: OnePage): readonly (readonly OnePagePart[])[] {
  const bands = [
    [page.problem],
    [page.objectives, page.factors],
    [page.options],
    [page.strongest, page.weakest],
  ]
  return bands.map((band) => band.filter(({ untold }) => !untold)).filter((band) => band.length > 0)
}

function askPart({ settings, settingsSource }: Checkable): OnePagePart {
  const file = settingsSource?.file ?? 'case.yaml'
  const place = settingsSource ? placeInYaml(settingsSource.text, file, ['ask']) : { file }
  const title = ASK
  if (settings.ask === undefined) return { title, lines: [], gap: TO_BE_WRITTEN, place }
  return { title, lead: settings.ask.trim(), stands: true, lines: [], place }
}
