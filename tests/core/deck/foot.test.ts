/** What stands at the foot of a slide, in every output. */
import { describe, expect, it } from 'vitest'
import { footOf } from '../../../src/core/deck/foot.ts'
import { flatten, planDeck } from '../../../src/core/deck/index.ts'
import { guessedMeasure } from '../../../src/core/text/measure.ts'
import { readWith } from '../read.ts'

const told = readWith(
  'caveat: All figures are estimates\nask: Fund it\n',
  `# A case

## Key decisions

### Sprint 1

Decision 1: We chose a bridge.

Evidence 1a: Of 31 people, 24 wait.

## Benefits

### Costs

It costs:

- One

To be written
`,
)
const slides = flatten(planDeck(told, guessedMeasure))

function foot(id: string, more: Partial<typeof told> = {}) {
  const slide = slides.find((one) => one.id === id)
  if (!slide) throw new Error(`Expected a slide ${id}`)
  return footOf(slide, { ...told, ...more })
}

describe('the foot of a slide', () => {
  it('says the sections in which it stands, and leads to what it tells', () => {
    expect(foot('costs')).toMatchObject({ heading: 'Benefits: Costs', key: 'costs', marks: [] })
    expect(foot('decision-1')).toMatchObject({ key: 'decision-1', isOfCase: false })
  })

  it('says of the slide that opens the case what holds for all of it', () => {
    expect(foot('title')).toMatchObject({ caveat: 'All figures are estimates', isOfCase: true })
    expect(foot('costs').caveat).toBeUndefined()
  })

  it('leads from what is still to be written to the contents, from the ask to the top', () => {
    expect(foot('still-to-be-written')).toMatchObject({ key: 'contents-title', isOfCase: true })
    expect(foot('ask').key).toBeUndefined()
  })

  it('marks a decision that is to be affirmed again, and no other slide', () => {
    const outside = { stale: [{ decision: 'decision-1', evidence: [] }] }
    expect(foot('decision-1', { outside }).marks).toEqual(['To be re-affirmed'])
    expect(foot('costs', { outside }).marks).toEqual([])
    expect(foot('decision-1').stale).toBeUndefined()
  })

  it('says on every slide for whom the case is, where that is the team alone', () => {
    expect(foot('costs', { audience: 'internal' }).notice).toMatch('Internal')
    expect(foot('costs').notice).toBeUndefined()
  })
})
