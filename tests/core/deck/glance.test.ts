/** What an overview says of slides: where chapters begin, and what is missing. */
import { expect, it } from 'vitest'
import { glancesOf } from '../../../src/core/deck/glance.ts'
import { planDeck } from '../../../src/core/deck/index.ts'
import { guessedMeasure } from '../../../src/core/text/measure.ts'
import { readWith } from '../read.ts'

const told = readWith(
  'ask: Fund it\n',
  `# A case

## Key decisions

Decision 1: We chose a bridge.

Evidence 1a: Of 31 people, 24 wait.

Decision 2: We chose to wait.
`,
)

it('says where chapters begin, and which decision has no evidence', () => {
  const glances = glancesOf(planDeck(told, guessedMeasure), told)
  const chapters = [...glances.values()].flatMap(({ chapter }) => chapter ?? [])
  expect(chapters).toEqual(['Opening', 'Key decisions', 'Closing'])
  expect(glances.get('decision-2')?.known).toBe('No evidence')
  expect(glances.get('decision-1')?.known).toBeUndefined()
})
