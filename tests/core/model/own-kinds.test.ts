/** A kind that a case brings is treated as the built-in one that it is like. */
import { describe, expect, it } from 'vitest'
import {
  type BuiltInKind,
  builtInKinds,
  type OwnRow,
  ownKindsIn,
  withOwnKinds,
} from '../../../src/core/model/kinds.ts'
import { linksOf, readKinds } from '../read.ts'

/** One like each of the built-in kinds: `Own risk 2` is cited as `XR2`. */
const kinds = withOwnKinds(
  Object.fromEntries(
    [...builtInKinds].map(([name, { label, like }]): [string, OwnRow] => [
      `own-${name}`,
      { label: `Own ${label.toLowerCase()}`, id: idOf(like), like },
    ]),
  ),
)

/** Of decisions and evidence, which have no prefix, the first letters. */
function idOf(like: BuiltInKind): string {
  return `X${builtInKinds.get(like)?.prefix || like.slice(0, 2).toUpperCase()}`
}

const read = (text: string) => readKinds(kinds, `# Case\n\n## Part\n\n${text}\n`)
const found = (text: string) =>
  read(text).findings.map(({ check, message }) => `${check}: ${message}`)

it('is the same after a journey as plain values', () => {
  const told = JSON.parse(JSON.stringify(ownKindsIn(kinds))) as Record<string, OwnRow> // of our own
  expect(withOwnKinds(told)).toEqual(kinds)
  expect(ownKindsIn(builtInKinds)).toEqual({})
})

describe('checks', () => {
  it.each([
    [
      'Own decision 1: We start with forms',
      'decision-without-evidence: Unexpected own decision XDE1 without evidence ("We start with forms"), expected evidence that cites it: "… (XDE1)"',
    ],
    [
      'Own evidence 1: They told us so',
      'uncited-evidence: Unexpected own evidence XEV1 that nothing uses, expected a decision that it supports or a citation (XEV1)',
    ],
    [
      'Own objective 1: Join up',
      'objective-without-success-factor: Unexpected own objective XO1 without success factor ("Join up"), expected a success factor that cites it: "… (XO1)"',
    ],
    [
      'Own success factor 1: Fewer calls',
      'success-factor-without-objective: Unexpected own success factor XCSF1 without objective ("Fewer calls"), expected the objective that it measures in brackets: "(O1)"',
    ],
    [
      'Own option 1: Buy\n\nOwn option 2: Build',
      'untested-option: Unexpected 2 own options of which none is tested, expected in each the success factors that it meets or the evidence on it in brackets: "… (CSF1, 3a)"',
    ],
    [
      'Own assumption 1 (quality red, impact red): They stay',
      'risky-assumption: Unexpected own assumption XA1 of red quality and red impact ("They stay"), expected evidence for it, or a plan that does not hang on it',
    ],
  ])('%s', (text, finding) => {
    expect(found(text)).toEqual([finding])
  })

  it('asks what own benefits serve, once there is an own objective', () => {
    const text = 'Own objective 1: Join up\n\nOwn benefit 1: Less work\n\nOption 1: Buy (XO1)'
    expect(found(text)).toContainEqual(
      expect.stringContaining('benefit-without-objective: Unexpected own benefit XB1'),
    )
  })

  it('takes figures for claims where the kind that it is like makes some', () => {
    const check = (text: string) => found(text).filter((one) => one.startsWith('unsupported'))
    expect(check('Own risk 1: It costs £3 million')).toHaveLength(1)
    expect(check('Own objective 1: Save £3 million')).toEqual([])
  })
})

describe('decisions and evidence', () => {
  const text = `Own decision 1: We start with forms

Own evidence 1: They told us so (XDE1)

Decision 2: We start small

Own evidence 1: See above`

  it('join by what the evidence cites, and by its use under a decision', () => {
    const assembled = read(text)
    expect(linksOf(assembled)).toEqual([
      'own-evidence-1 supports own-decision-1',
      'own-evidence-1 supports decision-2',
    ])
    expect(assembled.graph.case.gaps).toEqual([])
    expect(assembled.findings).toEqual([])
  })

  it('say where words point to evidence that nobody wrote', () => {
    expect(found('Decision 2: We start small\n\nOwn evidence 4: See own evidence XEV4')).toContain(
      'orphan-evidence: Unexpected re-use of own evidence XEV4, which nothing defines, expected none, or its words here',
    )
  })
})
