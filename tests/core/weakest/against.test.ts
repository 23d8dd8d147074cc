/** Evidence that speaks against a claim is no support of it. */
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { weakestLinks } from '../../../src/core/weakest/index.ts'

const text = (bracket: string) =>
  `# A case\n\nDecision 1: We build.\n\nEvidence 1a (quality green, public${bracket}): It was tried and left.`

function read(bracket: string) {
  return assemble([{ file: 'a.mdx', text: text(bracket) }])
}

it('leaves its decision without evidence, and without a single source', () => {
  const idsOf = (bracket: string) => read(bracket).findings.map(({ check }) => check)
  expect(idsOf(', against')).toContain('decision-without-evidence')
  expect(idsOf(', against')).not.toContain('single-source')
  expect(idsOf('')).not.toContain('decision-without-evidence')
})

it('weakens its decision, and says why', () => {
  const reasons = weakestLinks(read(', against')).links.map(({ reason }) => reason)
  expect(reasons.join(' ')).toContain('the case lists evidence against it')
  expect(reasons.join(' ')).toContain('No evidence is given')
})
