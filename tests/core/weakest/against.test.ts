/** Evidence that speaks against a claim is no support of it, whatever the claim is. */
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { traceLines } from '../../../src/core/graph/links-in-words.ts'
import { registerOf } from '../../../src/core/register/index.ts'
import { weakestLinks } from '../../../src/core/weakest/index.ts'

const text = (bracket: string, more = '') =>
  `# A case\n\nDecision 1: We build.\n\nEvidence 1a (quality green, public${bracket}): It was tried and left.${more}`

function read(bracket: string, more = '') {
  return assemble([{ file: 'a.mdx', text: text(bracket, more) }])
}

const linksOf = (whole: ReturnType<typeof read>) =>
  whole.graph.case.links.map(({ from, role, to }) => `${from} ${role} ${to}`)

it('leaves its decision without evidence, and without a single source', () => {
  const idsOf = (bracket: string) => read(bracket).findings.map(({ check }) => check)
  expect(idsOf(', against')).toContain('decision-without-evidence')
  expect(idsOf(', against')).not.toContain('single-source')
  expect(idsOf(', against')).not.toContain('uncited-evidence')
  expect(idsOf('')).not.toContain('decision-without-evidence')
})

it('has a role of its own, and leaves a gap and a figure without support', () => {
  const against = read(', against')
  expect(linksOf(against)).toEqual(['evidence-1a opposes decision-1'])
  expect(against.graph.case.gaps).toMatchObject([{ item: 'decision-1' }])
  const [decision, evidence] = registerOf(against)
  expect(decision).toMatchObject({ state: 'no-evidence', restsOn: [] })
  expect(decision?.opposedBy.map(({ name }) => name)).toEqual(['1a'])
  expect(evidence?.opposes.map(({ name }) => name)).toEqual(['1'])
  const bare = (bracket: string) =>
    assemble([{ file: 'a.mdx', text: text(bracket).replace('We build', 'We save 40%') }])
      .findings.map(({ check }) => check)
      .filter((id) => id === 'unsupported-figure')
  expect(bare(', against')).toHaveLength(1)
  expect(bare('')).toEqual([])
  const citing = (bracket: string) =>
    assemble([{ file: 'a.mdx', text: `${text(bracket)}\n\nVans are idle on 40% of days (1a).` }])
      .findings.map(({ check }) => check)
      .filter((id) => id === 'unsupported-figure')
  expect(citing(', against')).toHaveLength(1)
  expect(citing('')).toEqual([])
})

it('opposes an option, an assumption and an estimate, whichever of them names the other', () => {
  const claims =
    '\n\n## Options\n\n- Option 1: We build (1a)\n- Option 2: We buy\n\n## Assumptions\n\n- Assumption 1: It lasts (1a)\n\nEstimate 1 (OPT1, cost, one-off, 2027, 1a): It costs £2 to £3 million\n\nQuestion 1: Why was it left? (1a)'
  const whole = read(', against', claims)
  expect(linksOf(whole)).toEqual([
    'evidence-1a opposes decision-1',
    'evidence-1a opposes option-1',
    'evidence-1a opposes assumption-1',
    'option-1 relies-on estimate-1',
    'evidence-1a opposes estimate-1',
    'question-1 relies-on evidence-1a',
  ])
  const cites = assemble([
    {
      file: 'a.mdx',
      text: '# A\n\n## Options\n\n- Option 1: We build\n\nDecision 1: We go.\n\nEvidence 1a (against): It was left (OPT1).',
    },
  ])
  expect(linksOf(cites)).toContain('evidence-1a opposes option-1')
})

it('weakens its decision, and says why; less so with an answer', () => {
  const reasons = (more = '') =>
    weakestLinks(read(', against', more))
      .links.map(({ reason }) => reason)
      .join(' ')
  expect(reasons()).toContain('the case lists evidence against it without an answer')
  expect(reasons()).toContain('No evidence is given')
  expect(reasons('\nAnswer: The depot has closed since.')).toContain(
    'the case lists evidence against it, and its answer',
  )
})

it('says so in the trace of both', () => {
  const { links } = read(', against').graph.case
  expect(traceLines(links, []).map(({ words }) => words)).toEqual(['Speaks against'])
  expect(traceLines([], links).map(({ words }) => words)).toEqual(['Against it:'])
})
