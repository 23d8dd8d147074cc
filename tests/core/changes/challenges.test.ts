/** What was asked, and what became of it, as changes: in plain words, without a name, and no more than is public. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { stillOpen } from '../../../src/core/changes/challenges.ts'
import { changeSentence, changeSentenceParts } from '../../../src/core/changes/change-sentence.ts'
import { formatChanges, shownOf } from '../../../src/core/changes/format.ts'
import { type Change, compareCases, editionOf } from '../../../src/core/changes/index.ts'
import { latestChanges } from '../../../src/core/changes/latest.ts'
import { readReceipt } from '../../../src/core/changes/receipts.ts'
import { redactLine } from '../../../src/core/changes/redact.ts'
import { weeksOf } from '../../../src/core/changes/weeks.ts'
import { changedSlides } from '../../../src/core/deck/changed.ts'
import { challengesOf } from '../../../src/core/feedback/as-data.ts'
import { LONGEST_NAME, LONGEST_QUESTION } from '../../../src/core/feedback/questions.ts'
import type { Assembled } from '../../../src/core/model/assembled.ts'
import { caseJsonOf } from '../../../src/core/register/case-json.ts'
import { caseJsonSchema } from '../../../src/core/register/case-json-schema.ts'
import { guessedMeasure } from '../../../src/core/text/measure.ts'
import {
  clinics,
  libraries,
  roads,
  schools,
  type Team,
  tax,
} from '../../fixtures/feedback/teams.ts'

function stateOf(team: Team, entries: readonly object[], text = team.text): Assembled {
  const feedback = [{ file: team.file, text: JSON.stringify(entries) }]
  const yaml = { file: 'case.yaml', text: 'ask: Fund it.\n' }
  return assemble([{ file: '1.mdx', text }], yaml, { feedback })
}

const earlier = (team: Team): Assembled => stateOf(team, team.before)
const later = (team: Team): Assembled => stateOf(team, team.after, team.later)

function changesOf(team: Team): readonly Change[] {
  return compareCases(editionOf(earlier(team)), editionOf(later(team)))
}

/** A sentence and the words below it, a line each. */
function toldOf(changes: readonly Change[]): readonly string[] {
  return changes.map((change) =>
    [
      changeSentence(change),
      ...shownOf(change)
        .flat()
        .map(({ text }) => text),
    ].join(' '),
  )
}

describe('what became of questions in a week', () => {
  it.each([
    [
      'a board in a room',
      libraries,
      [
        'Decision 1: question taken away by R. Osei, until 20 March 2026. Who locks up at night?',
        'Section “Costs”: question answered. Does that hold in winter?',
      ],
    ],
    [
      'a browser without a room',
      clinics,
      ['Decision 12: question asked 3 March 2026, to be answered later. Und wer ruft an?'],
    ],
    [
      'issues of GitHub',
      roads,
      [
        'Decision 3: challenge answered 6 March 2026. Which bends?',
        'The case as a whole: challenge asked 5 March 2026, not answered yet. A typo',
      ],
    ],
    ['issues of GitLab', tax, ['Risk 1: challenge open again. Which letters?']],
    [
      'remarks in a document',
      schools,
      [
        'Section “Key decisions”: challenge asked, not answered yet. Is one enough?',
        'Decision 2: challenge answered: see Evidence 2a. هل هذا صحيح؟ 👩‍👧',
      ],
    ],
  ])('is told of %s', (_, team, expected) => {
    const changes = changesOf(team).filter(({ what }) => what !== 'added' && what !== 'linked')
    expect(toldOf(changes)).toEqual(expected)
  })

  it('is told in no name of whoever asked, and of nothing that is for the team', () => {
    for (const team of [libraries, clinics, roads, tax, schools]) {
      const states = [earlier(team), later(team)].map(caseJsonOf)
      const data = JSON.stringify([changesOf(team), states.map(({ challenges }) => challenges)])
      expect(data).not.toMatch(/Neverseen|dismissed/)
      for (const state of states) expect(caseJsonSchema.safeParse(state).error).toBeUndefined()
    }
    expect(JSON.stringify(changesOf(tax))).not.toContain('colleague')
    expect(JSON.stringify(changesOf(clinics))).not.toContain('test test')
  })

  it('stands behind what changed in the case, and marks nothing there as changed', () => {
    const text = libraries.text.replace('Two posts', 'Three posts')
    const now = editionOf(stateOf(libraries, libraries.after, text))
    const changes = compareCases(editionOf(earlier(libraries)), now)
    expect(changes.map(({ what }) => what)).toEqual(['reworded', 'taken', 'answered'])
    const day = { date: '2026-03-04T09:00:00Z', commit: 'c1', short: 'c1', week: '2026-03-02' }
    const weeks = weeksOf({ steps: [{ ...day, changes, ofWeek: changes }], isWhole: true })
    expect([...latestChanges(weeks).keys()]).toEqual(['costs'])
  })
})

describe('the slide of what changed', () => {
  const linesOf = (team: Team, day?: string) =>
    changedSlides({ name: 'then', day, changes: changesOf(team) }, guessedMeasure).flatMap(
      ({ body }) => body.map(({ text }) => text),
    )

  it('says what became of questions, and what was asked where no other slide does', () => {
    expect(linesOf(libraries, '2026-03-04')).toEqual([
      '“Who locks up at night?” Taken away by R. Osei, until 20 March 2026',
      '“Does that hold in winter?” Answered',
    ])
    // Of code hosts; of a room, before that day; and where no day is known.
    expect(linesOf(roads, '2026-03-01')).toContain('“A typo” Not answered yet')
    expect(linesOf(clinics, '2026-03-04')).toEqual(['“Und wer ruft an?” To be answered later'])
    expect(linesOf(clinics)).toHaveLength(1)
    expect(linesOf(clinics, '2026-03-01')).toEqual([])
  })
})

describe('what was open at an earlier state', () => {
  it('is told as long as nobody answers it', () => {
    const open = (team: Team) => toldOf(stillOpen(editionOf(earlier(team)), editionOf(later(team))))
    expect(open(libraries)).toEqual([
      'Decision 1: question asked 3 March 2026, taken away by R. Osei, until 20 March 2026. Who locks up at night?',
    ])
    expect(open(roads)).toEqual([])
    expect(open(clinics)).toEqual([]) // nobody but the team knew it then
  })

  it('stands in a receipt of that day', () => {
    const name = 'Board'
    const receipt = { schema: 1, name, day: '2026-03-03', commit: 'a'.repeat(40), pdfs: [] }
    const text = JSON.stringify({ ...receipt, case: caseJsonOf(earlier(libraries)) })
    const { receipt: kept, findings } = readReceipt(text, 'receipts/board.json')
    expect(findings).toEqual([])
    expect(kept?.case['challenges']).toEqual([
      expect.objectContaining({
        about: 'costs',
        words: 'Does that hold in winter?',
        state: 'Not answered yet.',
      }),
      expect.objectContaining({ about: 'decision-1', same: 3, outcome: 'open' }),
    ])
  })
})

describe('what a past week says of a question', () => {
  const [asked] = libraries.before
  const taken = { ...asked, next: 'taken away', owner: 'R. Osei', due: '2026-03-20' }
  const date = '2026-03-04T09:00:00Z'
  const changes = compareCases(
    editionOf(stateOf(libraries, [])),
    editionOf(stateOf(libraries, [taken])),
  )
  const steps = [{ date, commit: 'c1', short: 'c1', week: '2026-03-02', changes, ofWeek: changes }]

  /** The week as it is told once the entry is this. */
  function toldAs(...now: readonly object[]): readonly string[] {
    const told = challengesOf(stateOf(libraries, now))
    const line = redactLine({ steps, isWhole: true }, {}, told)
    expect(line.steps[0]?.changes).toEqual(line.steps[0]?.ofWeek)
    return toldOf(line.steps[0]?.changes ?? [])
  }

  it('is what it said, as long as the team says it', () => {
    expect(toldAs(taken)).toEqual([
      'Decision 1: question asked 3 March 2026, taken away by R. Osei, until 20 March 2026. Who locks up at night?',
    ])
  })

  it.each([
    ['deleted', []],
    ['kept inside', [{ ...taken, confidential: true }]],
    ['set aside', [{ ...asked, next: 'set aside', state: 'closed' }]],
  ])('is nothing once it is %s', (_, now) => {
    expect(toldAs(...now)).toEqual([])
  })

  it('is in the words of now, and names no owner whom the team has taken out', () => {
    expect(toldAs({ ...taken, title: 'Who locks up?', owner: 'Facilities' })).toEqual([
      'Decision 1: question asked 3 March 2026, taken away. Who locks up?',
    ])
    expect(toldAs({ ...asked, state: 'closed' })).toEqual([
      'Decision 1: question asked 3 March 2026, taken away. Who locks up at night?',
    ])
  })
})

describe('hostile words', () => {
  const hostile = [
    '- <img src=x onerror=alert(1)> **b** [a](javascript:1)',
    '1. https://evil.example www.evil.example @everyone #1',
    'Decision 1\u202e txet \u2066and decision 1\u0000\u001b[31m `code` {1 + 1} \\',
    `=${'<b>x'.repeat(74)}`,
    'x'.repeat(LONGEST_QUESTION),
  ]
  const entries = hostile.map((title, at) => ({
    ...libraries.before[0],
    question: `hostilequestion${at}`,
    id: `F${at + 1}`,
    title,
    next: 'taken away',
    owner: title.repeat(20),
    due: '<script>alert(1)</script>',
  }))
  const changes = compareCases(
    editionOf(stateOf(libraries, [])),
    editionOf(stateOf(libraries, entries)),
  )
  const span = { since: 'a', until: 'b' }

  it('are short and on one line in every output', () => {
    expect(changes).toHaveLength(hostile.length)
    for (const change of changes) {
      const [words = ''] = shownOf(change)
        .flat()
        .map(({ text }) => text)
      expect(words.length).toBeLessThanOrEqual(LONGEST_QUESTION)
      expect(changeSentence(change).length).toBeLessThan(4 * LONGEST_NAME)
      expect(JSON.stringify(change)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u00/)
    }
    const slides = changedSlides({ name: 'a', changes }, guessedMeasure)
    const lines = slides.flatMap(({ body }) => body.map(({ text }) => text ?? ''))
    expect(lines).toHaveLength(hostile.length)
    for (const line of lines) expect(line.length).toBeLessThan(4 * LONGEST_NAME)
  })

  it('are not taken for the name of what they are about', () => {
    const parts = changes.map(changeSentenceParts)
    for (const one of parts) expect(one).toMatchObject({ lead: '', name: 'Decision 1' })
  })

  it('mean nothing in Markdown', () => {
    const lines = formatChanges(changes, span, 'md').split('\n')
    expect(lines.filter((line) => line.startsWith('  > '))).toEqual([
      expect.stringMatching(
        /^ {2}> \\- \\<img src=x onerror=alert\\\(1\\\)\\> \\\*\\\*b\\\*\\\* \\\[a\\\]/,
      ),
      '  > 1\\. https\\://evil.example www\\.evil.example @\u2060everyone \\#1',
      expect.stringContaining(' \\`code\\` \\{1 + 1\\} \\\\'),
      expect.stringMatching(/^ {2}> \\=\\<b\\>x/),
      expect.stringMatching(/^ {2}> x+/),
    ])
    expect(lines.join('\n')).not.toMatch(/(?<!\\)<|(?<!\\)\[/)
  })
})
