/** Options that nothing tests. */
import type { Kind } from '../model/kinds.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { eachOrAll } from './shared/each-or-all.ts'

/** An option is held against what it should achieve or what is known. */
const TESTED_AGAINST: ReadonlySet<Kind> = new Set([
  'success-factor',
  'objective',
  'decision',
  'evidence',
])
const TESTING: ReadonlySet<Kind> = new Set(['decision', 'evidence'])

/** What is so of all options is said once. */
export const untestedOption: Check = ({ graph }) => {
  const kindOf = (key: string): Kind | undefined => graph.items.get(key)?.kind
  const tested = new Set(
    graph.case.links.flatMap(({ from, to }) => {
      const [citing, cited] = [kindOf(from), kindOf(to)]
      if (citing === 'option' && cited && TESTED_AGAINST.has(cited)) return [from]
      return cited === 'option' && citing && TESTING.has(citing) ? [to] : []
    }),
  )
  const options = graph.case.items.filter(({ kind }) => kind === 'option')
  const untested = options.filter(({ key }) => !tested.has(key))
  return eachOrAll(untested, options, {
    one: ({ id, text }) =>
      `Unexpected option ${id} that nothing tests ("${shorten(text)}"), expected the success factors that it meets or the evidence on it in brackets: "… (CSF1, 3a)"`,
    all: (count) =>
      `Unexpected ${count} options of which none is tested, expected in each the success factors that it meets or the evidence on it in brackets: "… (CSF1, 3a)"`,
  })
}
