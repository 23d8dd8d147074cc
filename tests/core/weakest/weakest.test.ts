/** The ranking of what a sponsor will attack first. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { weakestLinks } from '../../../src/core/weakest/index.ts'
import { soundWords } from '../../../src/core/weakest/reason.ts'

/** `['6 Decision 1: …']`: score, name and reason, the first to be attacked first. */
function rankingOf(text: string, yaml = 'ask: Fund a pilot.\n'): readonly string[] {
  const read = assemble(
    [{ file: 'a.mdx', text: `# A case\n\n## Sprint 1\n\n${text}` }],
    { file: 'case.yaml', text: yaml },
    { asOf: '2020-04-01' },
  )
  return weakestLinks(read).links.map(({ score, name, reason }) => `${score} ${name}: ${reason}`)
}

/** A decision with evidence, each with its bracket. */
function decision(...brackets: readonly string[]): string {
  const letters = 'abcdef'
  const evidence = brackets.map(
    (bracket, index) => `Evidence 1${letters[index]}${bracket && ` (${bracket})`}: We saw it.`,
  )
  return ['Decision 1: We start.', ...evidence].join('\n\n')
}

const GOOD = 'interview, March 2020, public, quality green'

describe('weakestLinks', () => {
  it.each([
    ['no evidence', decision(), '5 Decision 1: No evidence is given.'],
    ['one source', decision(GOOD), '2 Decision 1: It rests on one source.'],
    [
      'one source, not rated',
      decision(''),
      '3 Decision 1: It rests on one source that is not rated.',
    ],
    ['not rated', decision('', 'interview'), '1 Decision 1: Its evidence is not rated.'],
    [
      'old',
      decision('2017, quality green', 'February 2018, quality green'),
      '2 Decision 1: Its evidence is old.',
    ],
    [
      'restricted or unpublished',
      decision('restricted, quality green', 'unpublished, quality green'),
      '2 Decision 1: Its evidence is closed to readers.',
    ],
    [
      'red',
      decision('quality red', 'quality red: one hunch'),
      '4 Decision 1: The team rates it red.',
    ],
    [
      'all of it',
      decision('2015, unpublished, quality red'),
      '10 Decision 1: It rests on one source that is old and closed to readers and the team rates it red.',
    ],
    [
      'a red assumption of red impact',
      'Assumption 1 (quality red, impact red): People will come.',
      '12 Assumption 1: No evidence is given, the team rates it red and much falls if that proves wrong.',
    ],
    [
      'a gap below it',
      `Benefit 1: Less work (1).\n\n${decision()}`,
      '10 Decision 1: 1 benefit stands on it: no evidence is given.',
    ],
  ])('counts %s', (_, text, expected) => {
    expect(rankingOf(text)[0]).toBe(expected)
  })

  it('lets one good piece of evidence answer for the others', () => {
    expect(rankingOf(decision(GOOD, '2011, unpublished, quality red'))).toEqual([])
  })

  it('takes a link to a closed host for closed evidence, and never an open one', () => {
    const text = 'Decision 1: We start.\n\nEvidence 1a (quality green): See [notes](%).'
    expect(rankingOf(text.replace('%', 'https://docs.google.com/x'))[0]).toContain('closed')
    expect(rankingOf(text.replace('%', 'https://example.org/x'))[0]).not.toContain('closed')
  })

  it('multiplies by what stands on it, directly and through others', () => {
    expect(
      rankingOf(
        ['Decision 1: We start.', 'Decision 2: We go on (1).', 'Decision 3: We end (2).'].join(
          '\n\n',
        ),
      ),
    ).toEqual([
      '15 Decision 1: 2 decisions stand on it: no evidence is given.',
      '8 Decision 2: 1 decision stands on it: it rests on one source and something it rests on has no evidence.',
      '2 Decision 3: It rests on one source.',
    ])
  })

  it('tells a circle without end', () => {
    expect(rankingOf('Decision 1: We start (2).\n\nDecision 2: We go on (1).')).toHaveLength(2)
  })

  it('names draft links that nobody has confirmed', () => {
    expect(
      rankingOf('Objective 1: Less work.\n\nSuccess factor 1: Fewer calls (draft: O1).'),
    ).toEqual([
      '14 Objective 1: 1 success factor stands on it: no evidence is given and all its links are drafts.',
      '7 Success factor 1: No evidence is given and all its links are drafts.',
    ])
  })

  it('puts the missing ask and what waits for a gap where they belong', () => {
    const text =
      'Objective 1: Less work.\n\nObjective 2: More trust.\n\n## Benefits\n\nTo be written'
    expect(rankingOf(text, 'team: Us\n').slice(0, 2)).toEqual([
      '15 The ask: 2 objectives lead to it, and it is not written yet.',
      '15 Benefits: Nothing is written here yet, and 2 objectives wait for it.',
    ])
  })

  it('tells together what is alike and carries nothing', () => {
    expect(rankingOf('Risk 1: Fire.\n\nRisk 2: Flood.\n\nRisk 4: Frost.')).toEqual([
      '5 Risks 1, 2 and 4: No evidence is given.',
    ])
  })

  it('has nothing to say of a case without claims', () => {
    expect(rankingOf('Some words.')).toEqual([])
  })
})

describe('soundWords', () => {
  it.each([
    [0, 'Every claim has something against it.'],
    [1, '1 claim has nothing against it.'],
    [2, '2 claims have nothing against them.'],
  ])('%i', (sound, words) => {
    expect(soundWords(sound)).toBe(words)
  })
})
