/** A case for tests of sums, from its lines, with a year 0 of 2026. */
import { ledgerOf } from '../../../src/core/appraisal/index.ts'
import type { Ledger } from '../../../src/core/appraisal/plan.ts'
import { assemble } from '../../../src/core/assemble.ts'
import type { Assembled } from '../../../src/core/model/assembled.ts'

/** The case of these paragraphs. */
export function caseOf(lines: readonly string[], economics = ''): Assembled {
  const yaml = `ask: Fund it.\neconomics:\n  base: 2026\n${economics}`
  return assemble([{ file: 'a.mdx', text: lines.join('\n\n') }], { file: 'case.yaml', text: yaml })
}

/** Its ledger. */
export function ledgerIn(lines: readonly string[], economics = ''): Ledger {
  const ledger = ledgerOf(caseOf(lines, economics))
  if (!ledger) throw new Error('Unexpected case without estimates')
  return ledger
}
