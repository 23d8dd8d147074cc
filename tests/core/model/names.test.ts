/** What an item is called keeps its own letters wherever it stands in a sentence. */
import { expect, it } from 'vitest'
import { calledOf, nameOf } from '../../../src/core/model/ids.ts'
import { builtInKinds, countOf, type Kind, withOwnKinds } from '../../../src/core/model/kinds.ts'

const KPI = 'kpi' as Kind // as the case below names it
const kinds = withOwnKinds({ kpi: { label: 'KPI target', id: 'KT', like: 'objective' } })

it.each([
  ['assumption', 'A-2', 'Assumption A-2', 'assumption A-2'],
  ['option', 'OPT13', 'Option 13', 'option 13'],
  ['success-factor', 'CSF1', 'Success factor 1', 'success factor 1'],
  ['risk', 'R-001', 'Risk R-001', 'risk R-001'],
  ['decision', '5', 'Decision 5', 'decision 5'],
  [KPI, 'KT2', 'KPI target 2', 'KPI target 2'],
] as const)('%s %s is "%s", and "%s" in a sentence', (kind, id, name, called) => {
  expect(nameOf({ kind, id }, kinds)).toBe(name)
  expect(calledOf({ kind, id }, kinds)).toBe(called)
})

it('so does what is counted', () => {
  expect(countOf(KPI, 2, kinds)).toBe('2 KPI targets')
  expect(countOf('success-factor', 1, builtInKinds)).toBe('1 success factor')
})
