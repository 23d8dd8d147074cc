/** What stays inside, as it stood in earlier states: no change, address or finding tells any of it. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { movedOf } from '../../../src/core/addresses/not-found.ts'
import { changeSentence } from '../../../src/core/changes/change-sentence.ts'
import { weeksOf } from '../../../src/core/changes/weeks.ts'
import type { Audience } from '../../../src/core/model/audience.ts'
import { caseJsonOf } from '../../../src/core/register/case-json.ts'
import { occasionsOf } from '../../../src/node/read/occasions.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { makeRepository, type Repository } from '../repository.ts'

let repository: Repository

beforeEach(() => {
  repository = makeRepository()
})
afterEach(() => repository.remove())

const MONDAYS = ['2020-03-02', '2020-03-09', '2020-03-16', '2020-03-23']

/** Commits texts of `1.mdx`, a week each. */
function history(...texts: readonly (string | Readonly<Record<string, string | undefined>>)[]) {
  for (const [index, text] of texts.entries()) {
    repository.write(typeof text === 'string' ? { '1.mdx': text } : text)
    repository.commit(MONDAYS[index] ?? '')
  }
}

/** All that readers are told of the past, in words, and as data. */
async function known(audience: Audience = 'public') {
  const read = await readCase(repository.case, audience)
  const occasions = await occasionsOf(read)
  const weeks = weeksOf(read.line ?? { steps: [], isWhole: true })
  const { past, stale, since } = read.outside
  return {
    weeks: weeks
      .toReversed()
      .flatMap(({ changes }) => changes.map((one) => changeSentence(one.change))),
    unread: weeks.flatMap(({ unread }) => unread.flatMap(({ files }) => files)),
    data: JSON.stringify([weeks, occasions, past, stale, since, movedOf(read), read.findings]),
    read,
  }
}

const PLAIN = '# Case\n\n## Why now\n\nSparrows sing in the morning.\n\n## Key decisions\n'
const COUNT = '\nDecision 1: We count sparrows.\n'
const SELL = 'We sell the canary nests to whoever pays most of all'

describe('what is public in an earlier state and stays inside now', () => {
  it.each([
    ['an item', `\nDecision 2: ${SELL}.\n`, `\nDecision 2 (internal): ${SELL}.\n`],
    [
      'a section',
      `\n## Canary plan\n\n${SELL}.\n`,
      `\n<Internal>\n\n## Canary plan\n\n${SELL}.\n\n</Internal>\n`,
    ],
    ['a paragraph', `\n${SELL}.\n`, `\n<Internal>${SELL}.</Internal>\n`],
    ['what is a private note now', `\n${SELL}.\n`, `\n<Notes>${SELL}.</Notes>\n`],
    [
      'an entry numbered by order',
      '\n## Risks\n\n- Canary one\n- Two\n',
      '\n## Risks\n\n- <Internal>Canary one</Internal>\n- Two\n',
    ],
  ])('is told in no week: %s', async (_, before, now) => {
    history(
      PLAIN + before,
      PLAIN.replace('morning', 'evening') + before.replace('canary', 'canary and other'),
      PLAIN + now,
    )
    expect((await known()).data).not.toMatch(/canary/i)
  })

  it('is told under no other number', async () => {
    history(
      `${PLAIN}${COUNT}\nDecision 2: ${SELL}.\n`,
      `${PLAIN}${COUNT}\nDecision 2: We wait.\n\nDecision 3: ${SELL}.\n`,
      `${PLAIN}${COUNT}\nDecision 2: We wait.\n\nDecision 3 (internal): ${SELL}.\n`,
    )
    expect((await known()).data).not.toMatch(/canary/i)
  })

  it('is told of no file, not by its name either', async () => {
    const text = `## Canary plan\n\n${SELL}.\n`
    history(
      { '1.mdx': PLAIN, '2-canary.mdx': text },
      { '2-canary.mdx': `${text}\n<Page>\n` },
      { '2-canary.mdx': `---\naudience: internal\n---\n\n${text}` },
    )
    const { data, unread } = await known()
    expect(unread).toEqual([])
    expect(data).not.toMatch(/canary/i)
  })

  it('leaves told what else changed with it', async () => {
    history(
      PLAIN,
      `${PLAIN.replace('morning', 'evening')}${COUNT}\n## Canary plan\n\n${SELL}.\n`,
      `${PLAIN.replace('morning', 'evening')}${COUNT}\n<Internal>\n\n## Canary plan\n\n${SELL}.\n\n</Internal>\n`,
    )
    expect((await known()).weeks).toEqual([
      'Decision 1 added.',
      'Section “Why now” reworded.',
      'Key decisions: written (was empty).',
    ])
  })
})

describe('what once stayed inside', () => {
  it('is told as new from where it is public, and in none of its earlier words', async () => {
    history(
      `${PLAIN}${COUNT}\nDecision 2 (internal): ${SELL}.\n`,
      `${PLAIN}${COUNT}\nDecision 2: We give nests away.\n`,
    )
    const { data, weeks } = await known()
    expect(weeks).toEqual(['Decision 2 added.'])
    expect(data).not.toMatch(/canary/i)
  })

  it('is not told where it was public before and is gone now', async () => {
    history(
      `${PLAIN}${COUNT}\nDecision 2: ${SELL}.\n\n## Canary plan\n\nAll of it.\n`,
      `${PLAIN}${COUNT}\nDecision 2 (internal): ${SELL}.\n\n<Internal>\n\n## Canary plan\n\nAll of it.\n\n</Internal>\n`,
      `${PLAIN}${COUNT}`,
    )
    const { data, weeks } = await known()
    expect(weeks).toEqual([])
    expect(data).not.toMatch(/canary/i)
  })

  it('takes no number from what has its own by order', async () => {
    const risks = `${PLAIN}\n## Risks\n\n- <Internal>Canary</Internal>\n- We lose time\n`
    history(PLAIN, risks, risks.replace('time', 'all the time'))
    expect((await known()).weeks).toEqual([
      'Risk 2 added.',
      'Section “Risks” added.',
      'Risk 2 reworded.',
    ])
    repository.git('tag', 'now')
    const { read } = await known()
    const [now] = await occasionsOf(await readCase(read.folder))
    expect(now?.changes).toEqual([])
  })
})

it('tells no words that were withdrawn, under whatever number they stood', async () => {
  const words = 'A person in the north said canary things to us twice'
  history(
    `---\nstrength: { 1b: "interview, quality amber: canary" }\n---\n\n${PLAIN}${COUNT}\nEvidence 1a: ${words}.\n\nEvidence 1b: We heard.\n`,
    `${PLAIN}${COUNT}\nEvidence 1a: We asked.\n\nEvidence 1b: ${words}.\n`,
    { 'case.yaml': 'withdrawn: [1b]\n' },
  )
  for (const audience of ['public', 'internal'] as const)
    expect((await known(audience)).data).not.toMatch(/canary/i)
})

it('tells no address of a host that readers could not open then', async () => {
  history(
    {
      '1.mdx': `${PLAIN}\nSee https://wiki.example.org/canary.\n`,
      'case.yaml': 'restricted: [wiki.example.org]\n',
    },
    { '1.mdx': `${PLAIN}\nSee https://wiki.example.org/canary and so on.\n` },
    { '1.mdx': PLAIN, 'case.yaml': 'team: Us\n' },
  )
  const { data, weeks } = await known()
  expect(weeks).toContain('Section “Key decisions” reworded.')
  expect(data).not.toMatch(/canary/i)
})

it('keeps for each audience what it may know, whoever reads first', async () => {
  history(
    `${PLAIN}${COUNT}\nDecision 2 (internal): ${SELL}.\n`,
    `${PLAIN}${COUNT}\nDecision 2 (internal): ${SELL} but us.\n`,
  )
  for (const audience of ['internal', 'public', 'internal'] as const)
    expect(/canary/i.test((await known(audience)).data)).toBe(audience === 'internal')
})

it('tells no message, author or branch, and of tags those of the case by name', async () => {
  repository.write({ '1.mdx': PLAIN, 'case.yaml': 'since: canar\n' })
  repository.git('add', '--all')
  const author = '--author=Canary Bird <canary@example.org>'
  repository.git('commit', '--quiet', author, '--message=Canary message')
  repository.git('branch', 'canary-branch')
  repository.git('tag', '--annotate', 'sponsors', '--message=Canary tag')
  repository.write({ '1.mdx': PLAIN.replace('morning', 'evening') })
  repository.commit('2020-03-09')
  const { data } = await known()
  expect(data).not.toMatch(/canary/i)
  expect(data).toContain('sponsors')
})

describe('a field that said that it was not for everyone', () => {
  it.each([
    ['its ask', 'ask: (internal) Sell the canary nests'],
    ['its caveat', 'caveat: OFFICIAL-SENSITIVE, canary'],
    ['its title', 'title: Case of the canary (team only)'],
    ['its team, with a comment', 'team: The canary board # OFFICIAL-SENSITIVE'],
  ])('is told in no change: %s', async (_, field) => {
    history(
      { '1.mdx': PLAIN + COUNT, 'case.yaml': `${field}\nperiod: Spring\n` },
      { '1.mdx': PLAIN + COUNT, 'case.yaml': 'ask: Fund it.\nperiod: Summer\n' },
    )
    const { weeks, data } = await known()
    expect(weeks.join()).toContain('Fund it')
    expect(data).not.toMatch(/canary/i)
    expect((await known('internal')).data).toMatch(/canary/i)
  })
})

describe('what somebody asked', () => {
  const FILE = 'feedback/2020-03-02-room.yaml'
  const question = {
    id: 'F1',
    question: 'question-of-room',
    title: 'What of the nests?',
    about: 'decision-1',
    createdAt: '2020-03-01T10:00:00Z',
    state: 'open',
  }
  const taken = { ...question, next: 'taken away', owner: 'A. Finch', due: '2020-04-01' }
  const closed = { ...question, state: 'closed' }
  const asking = (...entries: readonly object[]) => ({ [FILE]: JSON.stringify(entries) })

  it('is told week by week, and since a receipt or a Monday', async () => {
    const start = { '1.mdx': PLAIN + COUNT }
    history(start, asking(question), asking(taken), asking(closed))
    const { weeks, read } = await known()
    expect(weeks).toEqual([
      'Decision 1: question asked 1 March 2020, not answered yet.',
      'Decision 1: question taken away.', // by whom, its entry no longer says
      'Decision 1: question answered.',
    ])
    const since = (await occasionsOf(read)).map(({ day, changes }) => [
      day,
      ...changes.map(changeSentence),
    ])
    expect(since).toEqual([
      ['2020-03-23', 'Decision 1: question answered.'],
      ['2020-03-16', 'Decision 1: question answered.'],
      ['2020-03-09', 'Decision 1: question asked 1 March 2020, answered.'],
    ])
  })

  it('is told as open since a moment at which it was', async () => {
    const about = { about: 'title' }
    const start = { '1.mdx': PLAIN + COUNT, ...asking({ ...question, ...about }) }
    history(start, { '1.mdx': PLAIN }, asking({ ...taken, ...about }))
    const [monday] = await occasionsOf((await known()).read)
    expect(monday?.open.map(changeSentence)).toEqual([
      'The case as a whole: question asked 1 March 2020, taken away by A. Finch, until 1 April 2020.',
    ])
  })

  it('is told once, though its file was broken for a week, or it was kept inside', async () => {
    const broken = { [FILE]: `${JSON.stringify([question])}, { "title": "` }
    history({ '1.mdx': PLAIN + COUNT }, asking(question), broken, asking(question))
    const once = ['Decision 1: question asked 1 March 2020, not answered yet.']
    expect((await known()).weeks).toEqual(once)
    repository.write(asking({ ...question, confidential: true }))
    repository.commit('2020-04-06')
    repository.write(asking({ ...taken }))
    repository.commit('2020-04-13')
    expect((await known()).weeks).toEqual([
      ...once,
      'Decision 1: question taken away by A. Finch, until 1 April 2020.',
    ])
  })

  it('is for the team alone once its item went inside and then went, and the team learns of it', async () => {
    const inside = { '1.mdx': PLAIN + COUNT.replace('Decision 1:', 'Decision 1 (internal):') }
    history({ '1.mdx': PLAIN + COUNT }, asking(question), inside, { '1.mdx': PLAIN })
    const { read, weeks } = await known()
    expect(weeks.join()).not.toMatch(/question|nests/)
    expect(caseJsonOf(read).challenges ?? []).toEqual([])
    const said = read.findings.flatMap(({ check, message }) =>
      check === 'misplaced-question' ? [message] : [],
    )
    expect(said).toEqual([expect.stringMatching('Unexpected F1 about what the case has no longer')])
    expect(caseJsonOf((await known('internal')).read).challenges).toHaveLength(1)
  })

  const ABOUT_SECOND = asking({ ...question, about: 'decision-2' })
  it.each([
    ['later', [{}, ABOUT_SECOND]],
    ['before the first commit', [ABOUT_SECOND]],
  ])(
    'is found beside the next item once its own has another number: asked %s',
    async (_, asked) => {
      const second = '\nDecision 2: We close the hide in winter, when nobody comes.\n'
      const renumbered = (PLAIN + COUNT + second)
        .replace('Decision 2', 'Decision 3')
        .replace('Decision 1', 'Decision 2')
        .replace('Evidence 1a', 'Evidence 2a')
      const [first, ...later] = asked
      history({ '1.mdx': PLAIN + COUNT + second, ...first }, ...later, { '1.mdx': renumbered })
      const found = async () =>
        (await known()).read.findings.flatMap(({ check, message }) =>
          check === 'misplaced-question' ? [message] : [],
        )
      expect(await found()).toEqual([
        expect.stringMatching('Unexpected F1 about decision-2, expected decision-3'),
      ])
      expect(caseJsonOf((await known()).read).challenges ?? []).toEqual([])
      repository.write(asking({ ...question, about: 'decision-3' }))
      expect(await found()).toEqual([])
    },
  )

  it('is for the team alone once its item went inside and another has its number', async () => {
    const two = '\nDecision 2: We sell maps.\n\nDecision 3: We close the hide in winter.\n'
    const one = '\nDecision 2: We close the hide in winter.\n'
    const about = asking({ ...question, about: 'decision-2' })
    history({ '1.mdx': PLAIN + COUNT + two }, about, { '1.mdx': PLAIN + COUNT + one })
    const { read } = await known()
    expect(caseJsonOf(read).challenges ?? []).toEqual([])
    expect(read.findings.map(({ message }) => message).join()).toContain(
      'Unexpected F1 about decision-2, which is something else now',
    )
  })

  const canary = { ...question, title: 'Who sold the canary nests?', owner: 'C. Canary' }
  it.each([
    ['is for the team now', asking({ ...canary, confidential: true }), []],
    ['is gone', asking(), []],
    ['has no file any more', { [FILE]: undefined }, []],
    ['was set aside', asking({ ...canary, next: 'set aside', state: 'closed' }), []],
    [
      'has other words now',
      asking(question),
      ['Decision 1: question asked 1 March 2020, taken away.', 'Decision 1: question open again.'],
    ],
    [
      'is about what stays inside now',
      { '1.mdx': PLAIN + COUNT.replace('Decision 1:', 'Decision 1 (internal):') },
      [],
    ],
  ])('is in no word of before where it %s', async (_, now, weeks) => {
    const before = { ...canary, next: 'taken away' }
    history({ '1.mdx': PLAIN + COUNT }, asking(before), now)
    const told = await known()
    expect(told.weeks).toEqual(weeks)
    expect(told.data).not.toMatch(/canary/i)
  })

  it('names nobody who asked, and the team learns more', async () => {
    const named = { ...question, name: 'C. Canary', nameMayBeShown: false }
    const own = { ...question, question: 'of-the-team-alone', id: 'F2', confidential: true }
    history({ '1.mdx': PLAIN + COUNT }, asking(named, { ...own, title: 'And the canary?' }))
    expect((await known()).data).not.toMatch(/canary/i)
    expect((await known('internal')).weeks).toHaveLength(2)
  })
})
