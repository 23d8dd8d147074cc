/** What is told of items, links and gaps: one rule a test, from pairs of texts. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { changeSentence } from '../../../src/core/changes/change-sentence.ts'
import { compareCases, editionOf } from '../../../src/core/changes/index.ts'
import { changesOf, edition, markedIn, sentencesOf } from './between.ts'

const DECISIONS = `# Case

## Sprint 1

Decision 1: We ask people at home before we build anything

Evidence 1a: They told us that forms are too long

Decision 2: We work with policy teams from the start

Evidence 2a: Most big decisions are made by policy teams

Evidence 2b: Seven of ten services changed after a policy did

## Sprint 2

Decision 3: We leave payments for a later phase of work

Evidence 3a: Payments are served well by another team already
`

/** Gives every decision and its evidence, from one number on, another number. */
function shifted(text: string, from: number, by: number): string {
  return text.replace(/(Decision|Evidence) (\d+)/g, (found, label, number) =>
    Number(number) >= from ? `${label} ${Number(number) + by}` : found,
  )
}

describe('items', () => {
  it('that came: evidence with its decision', () => {
    const more = `${DECISIONS}
Decision 4: We test the whole journey in two places

Evidence 4a: One place is never like another

Evidence 4b: Two sponsors asked for it
`
    expect(sentencesOf(DECISIONS, more)).toEqual(['Decision 4 added, with evidence 4a and 4b.'])
    expect(sentencesOf(more, DECISIONS)).toEqual(['Decision 4 removed, with evidence 4a and 4b.'])
  })

  it('that came under what was there', () => {
    const more = DECISIONS.replace('## Sprint 2', 'Evidence 2c: They said so again\n\n## Sprint 2')
    expect(sentencesOf(DECISIONS, more)).toEqual(['Evidence 2c added, which supports decision 2.'])
    expect(sentencesOf(more, DECISIONS)).toEqual(['Evidence 2c removed.'])
  })

  it('that say something else, with the words marked', () => {
    const changes = changesOf(DECISIONS, DECISIONS.replace('Seven of ten', 'Six of ten'))
    expect(changes).toMatchObject([
      {
        what: 'reworded',
        before: { key: 'evidence-2b', name: 'Evidence 2b' },
        after: { key: 'evidence-2b', kind: 'evidence', place: { file: '1.mdx', line: 13 } },
        supports: ['decision-2'],
      },
    ])
    expect(markedIn(changes)).toEqual([
      '[-Seven -]{+Six +}of ten services changed after a policy did',
    ])
  })

  it('that say nothing of what they said', () => {
    const other = DECISIONS.replace('We leave payments for a later phase of work', 'Users can pay')
    expect(sentencesOf(DECISIONS, other)).toEqual(['Decision 3 rewritten.'])
  })

  it('that have another number since one was put before them, in one sentence', () => {
    const inserted = shifted(DECISIONS, 2, 1).replace(
      'Decision 3: We work',
      'Decision 2: We count what it costs\n\nEvidence 2a: Nobody knew\n\nDecision 3: We work',
    )
    expect(sentencesOf(DECISIONS, inserted)).toEqual([
      'Decision 2 added, with evidence 2a.',
      'Decisions 2 and 3 are now 3 and 4: decision 2 was added.',
    ])
    expect(sentencesOf(inserted, DECISIONS)).toEqual([
      'Decision 2 removed, with evidence 2a.',
      'Decisions 3 and 4 are now 2 and 3: decision 2 was removed.',
    ])
  })

  it('that have another number and a few other words', () => {
    const other = shifted(DECISIONS, 2, 1)
      .replace('from the start', 'from the very start')
      .replace('Decision 3: We work', 'Decision 2: New\n\nEvidence 2a: Too\n\nDecision 3: We work')
    expect(sentencesOf(DECISIONS, other)).toEqual([
      'Decision 2 added, with evidence 2a.',
      'Decision 3 reworded.',
      'Decisions 2 and 3 are now 3 and 4: decision 2 was added.',
    ])
  })

  it('that went with their decision, though others have their numbers now', () => {
    const second = DECISIONS.slice(
      DECISIONS.indexOf('Decision 2'),
      DECISIONS.indexOf('## Sprint 2'),
    )
    const after = shifted(DECISIONS.replace(second, ''), 3, -1).replace(
      'Payments are served well by another team already',
      'The team for payments has a plan of its own',
    )
    expect(sentencesOf(DECISIONS, after)).toEqual([
      'Decision 2 removed, with evidence 2a and 2b.',
      'Decision 3 is now decision 2: decision 2 was removed.',
      'Evidence 2a rewritten.',
    ])
  })

  it('that are numbered by order', () => {
    const before = '# T\n\n## Objectives\n\n- Fewer forms for all\n- No one asked twice'
    const after = before.replace('- No one', '- Shorter waits\n- No one')
    expect(sentencesOf(before, after)).toEqual([
      'Objective 2 added.',
      'Objective 2 is now objective 3: objective 2 was added.',
    ])
  })

  it('that have only another letter', () => {
    const after = DECISIONS.replace(
      'Evidence 2a: Most big decisions are made by policy teams\n\n',
      '',
    )
    expect(sentencesOf(DECISIONS, after.replace('Evidence 2b', 'Evidence 2a'))).toEqual([
      'Evidence 2a removed.',
      'Evidence 2b is now evidence 2a: evidence 2a was removed.',
    ])
  })

  it('that say the same as another: each stays at home', () => {
    const twice = DECISIONS.replace(
      'Most big decisions are made by policy teams',
      'They said so',
    ).replace('They told us that forms are too long', 'They said so')
    expect(
      sentencesOf(twice, twice.replace('## Sprint 2', 'Evidence 2c: They said so\n\n## Sprint 2')),
    ).toEqual(['Evidence 2c added, which supports decision 2.'])
    expect(sentencesOf(twice, shifted(twice, 1, 4))).toEqual(['Decisions 1 to 3 are now 5 to 7.'])
  })

  it('that stand in another section, and evidence with them', () => {
    const decision = DECISIONS.slice(
      DECISIONS.indexOf('Decision 2'),
      DECISIONS.indexOf('## Sprint 2'),
    )
    const after = `${DECISIONS.replace(decision, '')}\n${decision}`
    expect(sentencesOf(DECISIONS, after)).toEqual([
      'Decision 2 moved from “Sprint 1” to “Sprint 2”.',
    ])
  })

  it('that support another decision', () => {
    const evidence = 'Evidence 2b: Seven of ten services changed after a policy did\n\n'
    const after = DECISIONS.replace(evidence, '').concat('\n', evidence.replace('2b', '3b'))
    expect(sentencesOf(DECISIONS, after)).toEqual([
      'Evidence 2b is now evidence 3b.',
      'Decision 2 no longer rests on evidence 2b.',
      'Decision 3 now rests on evidence 3b.',
    ])
  })

  it('that were words of a section, or are', () => {
    const before = `${DECISIONS}\nIn 2018 a team tried this and failed.\n`
    const after = before.replace('In 2018', 'Assumption 1: In 2018')
    expect(sentencesOf(before, after)).toEqual(['Assumption 1 added.'])
    expect(sentencesOf(after, before)).toEqual(['Assumption 1 removed.'])
  })

  it('that are rated, and rated again', () => {
    const rated = DECISIONS.replace(
      'Evidence 2a:',
      'Evidence 2a (interview, March 2020, quality green):',
    )
    expect(sentencesOf(DECISIONS, rated)).toEqual([
      'Evidence 2a rated: kind interview; date March 2020; quality green.',
    ])
    const worse = rated.replace('quality green', 'quality amber: two sites only')
    expect(sentencesOf(rated, worse)).toEqual([
      'Evidence 2a rated again: quality amber: two sites only (was green).',
    ])
    expect(sentencesOf(rated, DECISIONS)).toEqual([
      'Evidence 2a rated again: kind not said (was interview); date not said (was March 2020); quality not said (was green).',
    ])
  })
})

const LINKED = `# Case

## Strategic objectives

- Objective 1: Fewer forms for everyone
- Objective 2: Nobody is asked twice

## Success factors

- Success factor 1: Half the questions (O1)
- Success factor 2: One sign-in for all

## Context

It is slow today.

Decision 1: We ask

Evidence 1a: They told us
`

describe('links', () => {
  it('are told where the reader looks for them', () => {
    expect(sentencesOf(LINKED, LINKED.replace('sign-in for all', 'sign-in for all (O2)'))).toEqual([
      'Objective 2 now measured by success factor 2.',
    ])
    expect(sentencesOf(LINKED, LINKED.replace('today.', 'today (1a).'))).toEqual([
      'Section “Context” now relies on evidence 1a.',
    ])
  })

  it('that went', () => {
    expect(sentencesOf(LINKED, LINKED.replace(' (O1)', ''))).toEqual([
      'Objective 1 no longer measured by success factor 1.',
    ])
  })

  it('of one sort to one end are one change', () => {
    const after = LINKED.replace('(O1)', '(O1, O2)').replace('for all', 'for all (O2)')
    expect(sentencesOf(LINKED, after)).toEqual([
      'Objective 2 now measured by success factors 1 and 2.',
    ])
  })

  it('that were drafts and are confirmed, or the other way round', () => {
    const draft = LINKED.replace('(O1)', '(draft: O1)')
    expect(sentencesOf(draft, LINKED)).toEqual([
      'Confirmed: objective 1 measured by success factor 1 (was a draft).',
    ])
    expect(sentencesOf(LINKED, draft)).toEqual([
      'Objective 1 measured by success factor 1: now a draft.',
    ])
  })

  it('that came as drafts', () => {
    const after = LINKED.replace('for all', 'for all (draft: O2)')
    expect(sentencesOf(LINKED, after)).toEqual([
      'Objective 2 now measured by success factor 2 (draft).',
    ])
  })

  it('of what came or went are told with it', () => {
    const after = LINKED.replace(
      '## Context',
      '- Success factor 3: Two days (O1, O2)\n\n## Context',
    )
    expect(sentencesOf(LINKED, after)).toEqual([
      'Success factor 3 added, which measures objectives 1 and 2.',
    ])
    expect(sentencesOf(after, LINKED)).toEqual(['Success factor 3 removed.'])
  })

  it('from what was there to what came are told with it', () => {
    const objective = LINKED.replace('## Success', '- Objective 3: Third\n\n## Success').replace(
      'for all',
      'for all (O3)',
    )
    expect(sentencesOf(LINKED, objective)).toEqual([
      'Objective 3 added, which is measured by success factor 2.',
    ])
    const decision = `${LINKED}\nDecision 8: Go\n\nEvidence 8a: Known\n`
    expect(
      sentencesOf(decision, `${decision}\nDecision 9: On\n\nEvidence 8a: See above\n`),
    ).toEqual(['Decision 9 added, which rests on evidence 8a.'])
  })

  it('follow a number that shifts', () => {
    const after = LINKED.replace('Objective 2', 'Objective 3').replace('(O1)', '(O3)')
    const shiftedToo = after.replace('(O3)', '(O1)')
    expect(sentencesOf(LINKED, shiftedToo)).toEqual(['Objective 2 is now objective 3.'])
  })

  it('of evidence that is used again', () => {
    const before = `${LINKED}\nDecision 2: We go on`
    expect(sentencesOf(before, `${before}\n\nEvidence 1a: See above`)).toEqual([
      'Decision 2 now rests on evidence 1a.',
    ])
  })
})

describe('gaps', () => {
  const GAP = '# Case\n\n## Benefits\n\nTo be written.\n\n## Costs\n\nThree days for each.'

  it('that were written, with what was', () => {
    const changes = changesOf(GAP, GAP.replace('To be written.', 'People save time.'))
    expect(changes).toMatchObject([
      { what: 'written', after: { key: 'benefits' }, was: 'To be written.' },
    ])
    expect(markedIn(changes)).toEqual(['{+People save time.+}'])
    expect(sentencesOf(GAP, GAP.replace('To be written.', 'People save time.'))).toEqual([
      'Benefits: written (was to be written).',
    ])
  })

  it('that opened', () => {
    const after = GAP.replace('Three days for each.', 'To be written by Economics, 14 March.')
    expect(sentencesOf(GAP, after)).toEqual(['Costs: to be written by Economics, 14 March.'])
  })

  it('that have another owner', () => {
    const after = GAP.replace('To be written.', 'To be written by Economics.')
    expect(sentencesOf(GAP, after)).toEqual([
      'Benefits: to be written by Economics (was to be written).',
    ])
  })

  it('of items', () => {
    const before = '# T\n\n## A\n\nDecision 1: To be written\n\nEvidence 1a: They said so'
    const after = before.replace('To be written', 'We ask first')
    expect(sentencesOf(before, after)).toEqual(['Decision 1: written (was to be written).'])
    expect(sentencesOf(before, before.replace('Decision 1: To be written\n\n', ''))).toEqual([
      'Decision 1 removed.',
    ])
  })

  it('of an empty section that is filled', () => {
    const before = '# T\n\n## A\n\n## B\n\nSo it is.'
    expect(sentencesOf(before, before.replace('## B', 'It is slow.\n\n## B'))).toEqual([
      'A: written (was empty).',
    ])
  })

  it('that came with an item or section', () => {
    expect(
      sentencesOf(GAP, `${GAP}\n\n## Risks\n\nTo be written.\n\nDecision 1: To be written.`),
    ).toEqual(['Decision 1 added, to be written.', 'Section “Risks” added, to be written.'])
  })
})

it('tells decisions first, then evidence, the other items, sections and links', () => {
  const after = LINKED.replace('It is slow today', 'It takes weeks')
    .replace('We ask', 'We always ask')
    .replace('They told us', 'Everyone told us')
    .replace('Fewer forms', 'Far fewer forms')
    .replace('for all', 'for all (O2)')
  const changes = compareCases(edition(LINKED), edition(after))
  expect(changes.map(({ what, after: { name } = { name: '' } }) => `${what} ${name}`)).toEqual([
    'reworded Decision 1',
    'reworded Evidence 1a',
    'reworded Objective 1',
    'reworded Context',
    'linked Objective 2',
  ])
})

it('names the document of an item that shares its id with another', () => {
  const grants = '# T\n\n## Risks\n\n- R1: Nobody applies for the money\n'
  const payments = (when: string) => `- R1: The bank is ${when} for all of us\n`
  const at = (when: string) =>
    editionOf(
      assemble([
        { file: 'grants.mdx', text: grants },
        { file: 'payments.mdx', text: `## Risks of payments\n\n${payments(when)}` },
      ]),
    )
  expect(compareCases(at('late'), at('early')).map(changeSentence)).toEqual([
    'Risk 1\u00A0(payments) reworded.',
  ])
})
