/** A challenge that an item takes up is answered, and says where. */
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { challengeList } from '../../../src/core/feedback/in-words.ts'
import { weakestLinks } from '../../../src/core/weakest/index.ts'

const feedback = [
  {
    file: 'feedback.json',
    text: JSON.stringify([
      { id: 'F12', title: 'Challenge: Decision 1', body: 'Who tried it?', state: 'open' },
    ]),
  },
]

const read = (evidence: string) =>
  assemble([{ file: 'a.mdx', text: `# A\n\nDecision 1: We build.\n\n${evidence}` }], undefined, {
    feedback,
  })

it.each([
  'Evidence 1a (against, answers F12): It was left.',
  'Evidence 1a (against, interview, answers: F11 and F12): It was left.',
  'Evidence 1a (answers F12): It was left.',
  'Evidence 1a (against): It was left.\nAnswers: F12',
])('%s', (evidence) => {
  const whole = read(evidence)
  const challenges = whole.feedback.about.get('decision-1') ?? []
  expect(challengeList(challenges, undefined).shown).toMatchObject([
    { words: 'F12: Who tried it?', state: 'Answered: see Evidence 1a.', isAnswered: true },
  ])
  expect(weakestLinks(whole).links.flatMap(({ thin }) => thin)).not.toContain('challenged')
  // A bracket that says so hides nothing, and is no strength that nobody understood.
  const ids = whole.findings.map(({ check }) => check)
  expect(ids).not.toContain('unknown-bracket')
  expect(ids).not.toContain('unknown-strength')
})

it('leaves a challenge that nobody takes up unanswered', () => {
  const whole = read('Evidence 1a: Nine asked for it, see F12.')
  expect(weakestLinks(whole).links.flatMap(({ thin }) => thin)).toContain('challenged')
})
