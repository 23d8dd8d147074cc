/** Benefits that serve nothing the case sets out to do. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { eachOrAll } from './shared/each-or-all.ts'

/**
 * Reason: a benefit that serves no objective is either luck or a sign of an objective not written.
 *
 * Wrong: `- Staff save an hour a day` under "Benefits", in a case with objectives.
 *
 * Right: `- Staff save an hour a day (O2)`, or `(draft: O2)` until the team confirms it.
 */
export const benefitWithoutObjective: Check = {
  id: 'benefit-without-objective',
  severity: 'warning',
  rule: 'Every benefit serves an objective, so that it is clear why it matters.',
  run: ({ graph }) => {
    const { items, links } = graph.case
    const benefits = items.filter(({ kind }) => kind === 'benefit')
    if (!items.some(({ kind }) => kind === 'objective')) return []
    const serving = new Set(links.filter(({ role }) => role === 'serves').map(({ from }) => from))
    const idle = benefits.filter(({ key }) => !serving.has(key))
    return eachOrAll(idle, benefits, {
      one: ({ id, text }) =>
        `Unexpected benefit ${id} without objective ("${shorten(text)}"), expected the objective that it serves in brackets: "… (O1)"`,
      all: (count) =>
        `Unexpected ${count} benefits without an objective, expected in each the objective that it serves in brackets: "… (O1)"`,
    })
  },
}
