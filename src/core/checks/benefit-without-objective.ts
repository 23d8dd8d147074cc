/** Benefits that serve no objective. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { eachOrAll } from './shared/each-or-all.ts'

/** Nobody is asked in a case without objectives; what is so of all benefits is said once. */
export const benefitWithoutObjective: Check = ({ graph }) => {
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
}
