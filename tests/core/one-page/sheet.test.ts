/** In which size the one page is set, and what is to cut where it does not fit. */
import { describe, expect, it } from 'vitest'
import { footOf } from '../../../src/core/one-page/foot.ts'
import { onePageOf } from '../../../src/core/one-page/index.ts'
import { atStep, fitSheet, longestOf } from '../../../src/core/one-page/sheet.ts'
import { guessedMeasure, type Measure } from '../../../src/core/text/measure.ts'
import { read, readWith } from '../read.ts'

const NO_FOOT = {}
const ON = { paper: 'A4', measure: guessedMeasure } as const

/** Every paragraph takes one line. */
const narrow: Measure = () => 1

/** A case with so many success factors, of about two lines each. */
function caseOf(factors: number) {
  const entries = Array.from(
    { length: factors },
    (_, index) => `- More than ${index} of ten people finish what they came for (O1)`,
  )
  const evidence = ['a', 'b', 'c'].map((id) => `Evidence 1${id}: People say so`).join('\n\n')
  return onePageOf(
    read(
      `# Case\n\n## Objectives\n\n- Less waste\n\n## Success factors\n\n${entries.join('\n')}\n\n## Decisions\n\nDecision 1: Go\n\n${evidence}`,
    ),
  )
}

describe('fitSheet', () => {
  it('sets a short page large, with all its evidence', () => {
    const page = caseOf(3)
    const { step, over } = fitSheet(page, NO_FOOT, ON)
    expect({ ...step, over }).toEqual({ size: 12, most: 3, over: undefined })
    expect(atStep(page, step)).toEqual(page)
  })

  it('lets evidence give way before words, and words down to 10 pt', () => {
    const steps = Array.from({ length: 60 }, (_, index) =>
      fitSheet(caseOf(index + 1), NO_FOOT, { ...ON, measure: narrow }),
    ).filter(({ over }) => over === undefined)
    const seen = [...new Set(steps.map(({ step: { size, most } }) => `${size}/${most}`))]
    expect(seen.slice(0, 3)).toEqual(['12/3', '12/2', '12/1'])
    expect(seen.at(-1)).toBe('10/1')
    expect(seen.slice(3).every((one) => one.endsWith('/1'))).toBe(true)
    const page = caseOf(3)
    const { strongest, weakest } = atStep(page, { size: 12, most: 1 })
    expect([strongest.lines.length, weakest.lines.length]).toEqual([1, 1])
  })

  it('counts with the paper: what just fits on A4 is too much for Letter', () => {
    const on = { ...ON, paper: 'Letter' } as const
    const most = Array.from({ length: 60 }, (_, index) => 60 - index).find(
      (factors) => fitSheet(caseOf(factors), NO_FOOT, ON).over === undefined,
    )
    const page = caseOf(most ?? 0)
    expect(most).toBeGreaterThan(5)
    expect(fitSheet(page, NO_FOOT, on).over).toBeGreaterThan(0)
  })

  it('says how many lines are too many, and where the longest list stands', () => {
    const page = caseOf(40)
    const sheet = fitSheet(page, NO_FOOT, ON)
    expect(sheet.step.size).toBe(10)
    expect(sheet.over).toBeGreaterThan(10)
    expect(longestOf(page, sheet, ON)).toMatchObject({
      name: 'success factors',
      place: { file: '1.mdx', line: 9 },
    })
    const fewer = fitSheet(caseOf(39), NO_FOOT, ON)
    expect(fewer.over).toBeLessThan(sheet.over ?? 0)
  })

  it('points at the ask in case.yaml where that is the longest', () => {
    const ask = Array.from({ length: 900 }, () => 'money').join(' ')
    const page = onePageOf(readWith(`team: Us\nask: ${ask}\n`, '# Case'))
    const sheet = fitSheet(page, NO_FOOT, ON)
    expect(longestOf(page, sheet, ON)).toMatchObject({
      name: 'what we ask',
      place: { file: 'case.yaml', line: 2 },
    })
  })
})

it('says at the foot in which state the case is', () => {
  const { settings } = readWith('caveat: Estimates\naddress: https://example.org/case/\n', '# Case')
  const foot = footOf({ settings, version: '0.3', dates: { published: '2020-02-03' } })
  expect(foot).toEqual({
    caveat: 'Estimates',
    state: 'Version 0.3, 3 February 2020',
    address: 'https://example.org/case/',
  })
  expect(footOf({ settings, dates: {} }).state).toBeUndefined()
})
